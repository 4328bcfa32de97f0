import { UserError } from '../errors.ts';
import { describeError } from '../terminal/messages.ts';
import { problem } from './check.ts';
import type { Finding } from './check.ts';

/** What a person can act on, as a finding: its first line is what was found, the others are what to do. Anything else is thrown on. */
export function describeUserError(error: unknown): Finding {
  if (!(error instanceof UserError)) throw error;
  const [found = '', ...next] = describeError(error).split('\n');
  return problem(found, next.join(' '));
}
