import { rulesExtended, SimpleMarkdown } from 'discord-markdown-parser';
import type { ParserRule, SingleASTNode } from 'discord-markdown-parser/dist/simple-markdown/index.js';

/** An emoji of Unicode's is a character like others, and looking for one at every character is slow. */
const { twemoji: _, ...knownRules } = rulesExtended;

/** With what Discord reads and the parser leaves out. */
const moreRules: Record<string, ParserRule> = {
  ...knownRules,
  list: inlineRule(/^ *(?:[-*+]|\d+[.)]) +\S/, { isAtLineStart: true }),
  shortcode: inlineRule(/^:[\w+-]+:/),
  autoMail: inlineRule(/^<[^ >]+@[^ >]+>/),
  anyAddress: inlineRule(/^<(?:tel:|sms:)?\+?[\d-]{3,}>/),
  anyScheme: inlineRule(/^(?:https?|steam|discord):\/\/\S+|^(?:javascript|data|mailto|tel|sms):\S/i),
  navigation: inlineRule(/^<(?:id:)?(?:customize|browse|guide|home)>/),
  anyMention: inlineRule(/^<(?:@[!&]?|#)\d+>|^<a?:\w+:\d+>|^<t:-?\d+(?::\w)?>|^<\/[^>\n]+:\d+>/),
};

function inlineRule(pattern: RegExp, { isAtLineStart = false } = {}): ParserRule {
  return {
    order: -1,
    match(source, state) {
      const before = (state['prevCapture'] as RegExpExecArray | null)?.[0] ?? '';
      if (isAtLineStart && before !== '' && !before.endsWith('\n')) return null;
      return pattern.exec(source);
    },
    parse: (capture) => ({ content: capture[0] }),
  };
}

const parseMore = SimpleMarkdown.parserFor(moreRules);

/** A piece of text with the names of the marks around it, outermost first. */
export interface ShownText {
  readonly text: string;
  readonly marks: readonly string[];
}

/** What Discord would show of a text in its markup: as the parser reads it, and with the rules that it lacks. */
export function readMarkdown(source: string): ShownText[] {
  return parseMore(source, { inline: true }).flatMap((node) => flatten(node, []));
}

/** The words that are shown, marks forgotten. */
export function shownWords(source: string): string {
  return readMarkdown(source)
    .map(({ text }) => text)
    .join('');
}

/** Names of everything that is more than text. */
export function marksIn(source: string): string[] {
  return [...new Set(readMarkdown(source).flatMap(({ marks }) => marks))];
}

/** Where the links of a text lead. */
export function linksIn(source: string): string[] {
  const targets: string[] = [];
  JSON.stringify(parseMore(source, { inline: true }), (key, value: unknown) => {
    if (key === 'target' && typeof value === 'string') targets.push(value);
    return value;
  });
  return targets;
}

function flatten(node: SingleASTNode, marks: readonly string[]): ShownText[] {
  const { type, content } = node as { type: string; content?: unknown };
  if (type === 'text') return [{ text: String(content), marks }];
  if (type === 'br' || type === 'newline') return [{ text: '\n', marks }];
  const inside = [...marks, type];
  if (Array.isArray(content)) return (content as SingleASTNode[]).flatMap((each) => flatten(each, inside));
  return [{ text: typeof content === 'string' ? content : '', marks: inside }];
}
