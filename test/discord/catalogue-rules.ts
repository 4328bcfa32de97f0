import { expect } from 'vitest';
import type { CommandWords } from '../../src/discord/messages/messages.ts';

/** For each sentence that takes arguments, by its path: the calls to try. */
export type Calls = Readonly<Record<string, readonly (readonly unknown[])[]>>;

/** Name and description of a command or an option, and where it stands in its catalogue. */
export interface PathWords extends CommandWords {
  readonly path: string;
}

/** Every sentence of a catalogue by its path; of functions one for each call. */
export function sentencesIn(messages: object, calls: Calls): Map<string, string> {
  const sentences = new Map<string, string>();
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'string') sentences.set(path, value);
    else if (typeof value === 'function') {
      (calls[path] ?? []).forEach((args, i) => walk(value(...args), `${path}#${i}`));
    } else {
      for (const [key, child] of Object.entries(value as object))
        walk(child, path === '' ? key : `${path}.${key}`);
    }
  };
  walk(messages, '');
  return sentences;
}

/** Every name and description of a command or an option, by its path. */
export function commandWordsIn(commands: object): PathWords[] {
  const found: PathWords[] = [];
  const walk = (node: object, path: string): void => {
    if ('name' in node && 'description' in node) found.push({ path, ...(node as never as CommandWords) });
    for (const [key, child] of Object.entries(node))
      if (typeof child === 'object') walk(child, `${path}.${key}`);
  };
  walk(commands, 'commands');
  return found;
}

/** Without the marks that only turn the direction of writing. */
export function plain(text: string): string {
  return text.replaceAll('\u200e', '');
}

/** The texts that are empty or longer than allowed. */
export function tooLong(max: number, texts: readonly string[]): readonly string[] {
  return texts.filter((text) => text.length < 1 || text.length > max);
}

/** Names as Discord and its library want them. */
export function expectDiscordNames(words: readonly PathWords[], locale: string): void {
  for (const { name } of words) {
    expect(name).toMatch(/^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u);
    // What @discordjs/builders asks of a name.
    expect(name).toMatch(/^[\p{Ll}\p{Lm}\p{Lo}\p{N}\p{sc=Deva}\p{sc=Thai}_-]+$/u);
    expect(name).toBe(name.toLocaleLowerCase(locale));
    expect(name).toBe(name.normalize('NFC'));
  }
}

/** Paths of commands or options that are named as one beside them. */
export function siblingsWithOneName(words: readonly PathWords[]): readonly string[] {
  const seen = new Set<string>();
  return words.flatMap(({ path, name }) => {
    const key = `${path.slice(0, path.lastIndexOf('.'))} ${name}`;
    if (seen.has(key)) return [path];
    seen.add(key);
    return [];
  });
}

/** That a catalogue has every sentence that English has, none empty and none with spaces at its ends. */
export function expectSameSentences(
  sentences: ReadonlyMap<string, string>,
  english: ReadonlyMap<string, string>,
): void {
  expect([...sentences.keys()].sort()).toEqual([...english.keys()].sort());
  for (const [path, text] of sentences) expect([path, text]).toEqual([path, text.trim()]);
  expect([...sentences].filter(([, text]) => text === '')).toEqual([]);
}

/** That sentences hold the words and numbers they are given, and nothing that was not filled in. */
export function expectArgumentsShown(sentences: ReadonlyMap<string, string>, calls: Calls): void {
  for (const [path, args] of Object.entries(calls)) {
    args.forEach((given, i) => {
      const text = [...sentences]
        .filter(([at]) => at === `${path}#${i}` || at.startsWith(`${path}#${i}.`))
        .map(([, part]) => part)
        .join('\n');
      const parts = given.flatMap((arg) =>
        typeof arg === 'object' && arg !== null ? Object.values(arg) : [arg],
      );
      for (const part of parts)
        if (part !== null && typeof part !== 'boolean') expect(text).toContain(String(part));
      expect(text).not.toMatch(/undefined|null|NaN|true|false|(?<!<)#/);
    });
  }
}

/** Words in Latin letters that are neither arguments of a call nor allowed. */
export function latinWordsIn(
  sentences: ReadonlyMap<string, string>,
  calls: Calls,
  allowed: readonly string[],
): readonly string[] {
  const text = [...sentences.values()].join('\n');
  const known = new Set([
    ...allowed,
    ...Object.values(calls)
      .flat(2)
      .map((arg) => String(arg)),
  ]);
  return [...text.matchAll(/(?<![<`\w])[A-Za-z]{2,}/g)]
    .map(([word]) => word)
    .filter((word) => !known.has(word));
}
