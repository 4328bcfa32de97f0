/** @import { Mark, MarkBlock } from './mark-types.ts' */

/**
 * How a mark within a line is found, and what it is. The first that matches where the reading stands wins, as Discord
 * does it; `\` before a sign makes it a sign.
 *
 * @type {readonly (readonly [pattern: RegExp, read: (match: RegExpExecArray) => Mark])[]}
 */
const marks = [
  [/\\([^0-9A-Za-z\s])/y, (match) => ({ kind: 'text', text: group(match, 1) })],
  [/(`+)([^`]|[^`][^]*?[^`])\1(?!`)/y, (match) => ({ kind: 'code', text: group(match, 2) })],
  [
    /\[((?:\\[^]|[^[\]\\])+)\]\(\s*(?:<(https?:\/\/[^<>\s]+)>|(https?:\/\/[^\s()<>]+))\s*\)/y,
    (match) => ({
      kind: 'link',
      url: group(match, 2) || group(match, 3),
      children: parseInline(group(match, 1)),
    }),
  ],
  [
    /<t:(-?\d{1,17})(?::([tTdDfFR]))?>/y,
    (match) => ({ kind: 'time', seconds: Number(group(match, 1)), style: group(match, 2) || 'f' }),
  ],
  [/<(@[!&]?|#)(\d+)>/y, (match) => ({ kind: 'mention', sign: group(match, 1), id: group(match, 2) })],
  [/@(everyone|here)\b/y, (match) => ({ kind: 'mention', sign: '@', id: group(match, 1) })],
  [/<\/([^:<>]{1,100}):\d+>/y, (match) => ({ kind: 'command', name: group(match, 1) })],
  [/<(https?:\/\/[^<>\s]+)>/y, (match) => plainLink(group(match, 1))],
  [/https?:\/\/[^\s<>\\|*_~`]+[^\s<>\\|*_~`.,:;"')\]]/y, (match) => plainLink(match[0])],
  [/\*\*((?:\\[^]|[^\\])+?)\*\*(?!\*)/y, (match) => spanOf('bold', match)],
  [/__((?:\\[^]|[^\\])+?)__(?!_)/y, (match) => spanOf('underline', match)],
  [/~~((?:\\[^]|[^\\])+?)~~(?!~)/y, (match) => spanOf('strike', match)],
  [/\|\|((?:\\[^]|[^\\])+?)\|\|/y, (match) => spanOf('spoiler', match)],
  [/\*(?=\S)((?:\\[^]|[^\\*])+?)\*(?!\*)/y, (match) => spanOf('italic', match)],
  [/\b_((?:\\[^]|[^\\_])+?)_\b/y, (match) => spanOf('italic', match)],
];

/**
 * @param {RegExpExecArray} match
 * @param {number} at
 */
function group(match, at) {
  return match[at] ?? '';
}

/**
 * @param {'bold' | 'italic' | 'underline' | 'strike' | 'spoiler'} kind
 * @param {RegExpExecArray} match
 * @returns {Mark}
 */
function spanOf(kind, match) {
  return { kind, children: parseInline(group(match, 1)) };
}

/**
 * @param {string} url
 * @returns {Mark}
 */
function plainLink(url) {
  return { kind: 'link', url, children: [{ kind: 'text', text: url }] };
}

/**
 * The marks of a stretch of text, in order.
 *
 * @param {string} text at most a few thousand characters, as Discord takes
 * @returns {Mark[]}
 */
export function parseInline(text) {
  /** @type {Mark[]} */
  const found = [];
  let plain = '';
  for (let at = 0; at < text.length;) {
    const [mark, length] = markAt(text, at);
    if (mark === null) {
      plain += text[at] ?? '';
      at += 1;
      continue;
    }
    at += length;
    if (mark.kind === 'text') {
      plain += mark.text;
      continue;
    }
    if (plain !== '') found.push({ kind: 'text', text: plain });
    plain = '';
    found.push(mark);
  }
  if (plain !== '') found.push({ kind: 'text', text: plain });
  return found;
}

/**
 * @param {string} text
 * @param {number} at
 * @returns {readonly [mark: Mark | null, length: number]}
 */
function markAt(text, at) {
  // Letters begin no mark but an address: most of a text is passed over without a look at the patterns.
  if (!/[\\`[<@*_~|h]/.test(text[at] ?? '')) return [null, 0];
  for (const [pattern, read] of marks) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match !== null) return [read(match), match[0].length];
  }
  return [null, 0];
}

/**
 * A message's text, line by line.
 *
 * @param {string} text
 * @returns {MarkBlock[]}
 */
export function parseMarkup(text) {
  return text.split(/(```[^]+?```)/).flatMap((part) => {
    const code = /^```(?:\w*\n)?([^]+?)\n?```$/.exec(part);
    if (code !== null) return [{ kind: /** @type {const} */ ('code-block'), text: group(code, 1) }];
    return part === '' ? [] : parseLines(part.split('\n'));
  });
}

/**
 * @param {readonly string[]} lines
 * @returns {MarkBlock[]}
 */
function parseLines(lines) {
  /** @type {MarkBlock[]} */
  const blocks = [];
  for (let at = 0; at < lines.length;) {
    const quoted = lines.slice(at).findIndex((line) => !/^>(?: |$)/.test(line));
    const count = quoted === -1 ? lines.length - at : quoted;
    if (count === 0) blocks.push(parseLine(lines[at] ?? ''));
    else {
      const inner = lines.slice(at, at + count).map((line) => line.replace(/^> ?/, ''));
      blocks.push({ kind: 'quote', blocks: inner.map(parseLine) });
    }
    at += Math.max(1, count);
  }
  return blocks;
}

/**
 * @param {string} line
 * @returns {MarkBlock}
 */
function parseLine(line) {
  const small = /^-# (.+)$/.exec(line);
  if (small !== null) return { kind: 'small', children: parseInline(group(small, 1)) };
  const heading = /^(#{1,3}) (.+)$/.exec(line);
  if (heading !== null)
    return { kind: 'heading', level: group(heading, 1).length, children: parseInline(group(heading, 2)) };
  const item = /^\s*([-*]|\d{1,9}\.) (.+)$/.exec(line);
  if (item !== null) {
    const sign = group(item, 1);
    return {
      kind: 'item',
      bullet: /\d/.test(sign) ? sign : '•',
      children: parseInline(group(item, 2)),
    };
  }
  return { kind: 'line', children: parseInline(line) };
}
