import { describe, expect, it } from 'vitest';
import { outcomeOf } from '../../src/discord/describe-failure.ts';
import { QueueFullError } from '../../src/discord/limits/fair-queue.ts';
import { UserError } from '../../src/errors.ts';

describe('outcomeOf', () => {
  it.each([
    ['no room in the queue', new QueueFullError(), 'queue-full'],
    ['what the asker can mend', new UserError('source-unknown', { source: '别家' }), 'invalid'],
    ['a state of this machine that passes', new UserError('desk-busy'), 'failed'],
    ['what only those who run it can mend', new UserError('index-damaged'), 'failed'],
    ['a bug', new TypeError('planted'), 'failed'],
    ['what is no error', '种下的', 'failed'],
  ])('%s', (_, error, outcome) => {
    expect(outcomeOf(error)).toBe(outcome);
  });
});
