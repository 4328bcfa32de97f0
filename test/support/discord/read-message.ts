import { componentsIn } from './rules/component-tree.ts';
import { objectsIn, textOf, type JsonObject } from './wire.ts';

/** Anything that has components: a message, or a payload. */
interface Shown {
  readonly components?: unknown;
}

/** All texts of a message, a line each. */
export function textOfMessage(message: Shown | undefined): string {
  return componentsIn(message?.components)
    .flatMap(({ content }) => (typeof content === 'string' ? [content] : []))
    .join('\n');
}

/** The custom_ids of all buttons and lists. */
function controlsOf(message: Shown | undefined): string[] {
  return componentsIn(message?.components).flatMap(({ custom_id: id }) => textOf(id) || []);
}

/** The labels of all buttons. */
export function labelsOf(message: Shown | undefined): string[] {
  return componentsIn(message?.components).flatMap(({ label, custom_id: id }) =>
    id === undefined ? [] : textOf(label) || [],
  );
}

/** The first custom_id of a kind, that is this, or that fits a pattern. @throws Error if there is none. */
export function controlOf(message: Shown | undefined, kind: string | RegExp): string {
  const ids = controlsOf(message);
  const found = ids.find((id) =>
    typeof kind === 'string' ? `${id}:`.startsWith(`${kind}:`) : kind.test(id),
  );
  if (found === undefined) throw new Error(`No ${String(kind)} among ${ids.join(' ')}.`);
  return found;
}

/** What the lists of a message offer. */
export function choicesOf(message: Shown | undefined): readonly JsonObject[] {
  return componentsIn(message?.components).flatMap(({ options }) => objectsIn(options));
}
