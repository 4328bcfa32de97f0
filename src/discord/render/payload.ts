import { ComponentType, MessageFlags } from 'discord-api-types/v10';
import type { APIMessageTopLevelComponent } from 'discord-api-types/v10';
import { findProblems } from './payload-rules.ts';

declare const checked: unique symbol;

/** A message that Discord takes, and that nobody is pinged by. Only `finishPayload` makes one, and only these are sent. */
export interface Payload {
  readonly [checked]: true;
  readonly components: readonly APIMessageTopLevelComponent[];
  readonly flags: MessageFlags.IsComponentsV2;
  readonly allowedMentions: { readonly parse: readonly []; readonly repliedUser: false };
}

/** A message that Discord would refuse. A bug: what is shown is shortened before it gets here. */
export class PayloadError extends Error {
  override readonly name = 'PayloadError';
}

/**
 * The one check that every message passes before it is sent.
 *
 * @throws PayloadError naming every limit it goes over
 */
export function finishPayload(components: readonly APIMessageTopLevelComponent[]): Payload {
  const problems = findProblems(components);
  if (problems.length > 0) throw new PayloadError(problems.join('; '));
  const message = {
    components,
    flags: MessageFlags.IsComponentsV2,
    allowedMentions: { parse: [], repliedUser: false },
  } as const;
  return message as unknown as Payload;
}

/** The text of the component that has this id; undefined where there is none. */
export function textOf(components: readonly unknown[], id: number): string | undefined {
  return textDisplaysIn(components).find((text) => text.id === id)?.content;
}

/** All texts of a message, in their order. */
export function textsIn(components: readonly unknown[]): string[] {
  return textDisplaysIn(components).map(({ content }) => content);
}

function textDisplaysIn(
  components: readonly unknown[],
): { readonly id: unknown; readonly content: string }[] {
  return components.flatMap((component) => {
    if (typeof component !== 'object' || component === null) return [];
    const { type, id, content, components: inner } = component as Readonly<Record<string, unknown>>;
    const own = type === ComponentType.TextDisplay && typeof content === 'string' ? [{ id, content }] : [];
    return [...own, ...(Array.isArray(inner) ? textDisplaysIn(inner as readonly unknown[]) : [])];
  });
}
