import { expect } from 'vitest';
import { findProblems } from '../../../src/discord/render/payload-rules.ts';
import type { Payload } from '../../../src/discord/render/payload.ts';
import { checkMessage } from '../../support/discord/rules/message-rules.ts';
import { componentsIn } from '../../support/discord/rules/component-tree.ts';
import { objectsIn, textOf, type JsonObject } from '../../support/discord/wire.ts';
import { marksIn } from './discord-markdown.ts';

/** All texts of a message, in their order. */
export function textsOf({ components }: Payload): string[] {
  return componentsIn(components).flatMap(({ content }) => (typeof content === 'string' ? [content] : []));
}

/** All texts of a message, a line each. */
export function textOfPayload(payload: Payload): string {
  return textsOf(payload).join('\n');
}

/** The ids of all buttons and lists. */
export function idsOf({ components }: Payload): string[] {
  return componentsIn(components).flatMap(({ custom_id: id }) => (typeof id === 'string' ? [id] : []));
}

/** The labels of all buttons. */
export function labelsOf({ components }: Payload): string[] {
  return componentsIn(components).flatMap(({ label }) => (typeof label === 'string' ? [label] : []));
}

/** The id of the control of that kind; fails where there is none. */
export function idOf(payload: Payload, kind: string): string {
  const id = idsOf(payload).find((each) => each.split(':')[0] === kind);
  if (id === undefined) throw new Error(`no ${kind} among ${idsOf(payload).join(' ')}`);
  return id;
}

/** The choices of the list. */
export function optionsOf({ components }: Payload): JsonObject[] {
  return componentsIn(components).flatMap(({ options }) => objectsIn(options));
}

/** The titles that the list offers. */
export function titlesOf(payload: Payload): string[] {
  return optionsOf(payload).map(({ label }) => textOf(label));
}

/** Marks that the bot itself writes. */
const ownMarks = new Set([
  'strong',
  'subtext',
  'blockQuote',
  'link',
  'timestamp',
  'anyMention',
  'inlineCode',
  'user',
]);

/** Asserts that Discord would take a message, that it pings nobody, and that it holds no markup but the bot's own. */
export function expectSendable(payload: Payload): void {
  expect(findProblems(payload.components)).toEqual([]);
  const { components, flags, allowedMentions } = payload;
  expect(allowedMentions).toEqual({ parse: [], repliedUser: false });
  const message = { components, flags, allowed_mentions: { parse: allowedMentions.parse } };
  expect(checkMessage({ payload: JSON.parse(JSON.stringify(message)) as JsonObject, fileCount: 0 })).toEqual(
    [],
  );
  for (const text of textsOf(payload)) {
    expect(marksIn(text).filter((mark) => !ownMarks.has(mark))).toEqual([]);
    expect(text).not.toMatch(/(?<!\\)@(?:everyone|here)|[\u202a-\u202e\u2066-\u2069]/);
  }
}
