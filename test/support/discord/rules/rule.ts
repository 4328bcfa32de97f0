import type { JsonObject } from '../wire.ts';

/** One thing that is wrong with a request. */
export interface Finding {
  readonly rule: string;
  readonly detail: string;
  /** Whether Discord would answer 400. What it would let pass is noted only. */
  readonly isRefused: boolean;
}

/** A named rule about one kind of payload. */
export interface Rule<Subject> {
  readonly name: string;
  /** Whether Discord lets pass what breaks this rule; it refuses it unless told. */
  readonly isOurs?: boolean;
  /** What is wrong, one sentence part each. */
  readonly find: (subject: Subject) => readonly string[];
}

/** Everything that breaks one of the rules. */
export function applyRules<Subject>(rules: readonly Rule<Subject>[], subject: Subject): readonly Finding[] {
  return rules.flatMap(({ name, isOurs = false, find }) =>
    find(subject).map((detail) => ({ rule: name, detail, isRefused: !isOurs })),
  );
}

/** Says so if a text is shorter or longer than allowed, in UTF-16 code units: with Discord's own count, never less. */
export function checkLength(
  name: string,
  value: unknown,
  { min = 0, max }: { readonly min?: number; readonly max: number },
): readonly string[] {
  if (typeof value !== 'string' || (value.length >= min && value.length <= max)) return [];
  return [`${name} has ${value.length} characters, allowed are ${min} to ${max}`];
}

/** Says so if a list is longer than allowed. */
export function checkCount(name: string, items: readonly unknown[], max: number): readonly string[] {
  return items.length <= max ? [] : [`${items.length} ${name}, allowed are ${max}`];
}

/** Every member that is not among the known ones: mostly a slip of the pen. */
export function unknownFields(
  where: string,
  value: JsonObject,
  known: ReadonlySet<string>,
): readonly string[] {
  return Object.keys(value)
    .filter((key) => !known.has(key))
    .map((key) => `${where} has no field ${key}`);
}

/** Every value that stands more than once. */
export function repeatedIn(values: readonly string[]): readonly string[] {
  return [...new Set(values.filter((value, position) => values.indexOf(value) !== position))];
}
