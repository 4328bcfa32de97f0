/** A text made to hold a pattern up: `lead` once, `unit` again and again, then what fits hardly any pattern. */
export interface AdversarialText {
  readonly lead: string;
  readonly unit: string;
}

/**
 * No pattern that asks for an end finds it behind these. The private character makes the text one of two bytes a
 * character: in one of single bytes a pattern that needs a Chinese character is not tried at all.
 */
const end = '\u0001\n\ue000 a\u0001';

const usual = [
  ' ',
  'a',
  'A',
  '1',
  '#',
  '>',
  '-',
  '"',
  '\n',
  '\u0301',
  '(',
  '[',
  '<a ',
  '“',
  '中',
  '.',
  ',',
  '\\',
  '`',
];
const mixed = [
  'a ',
  'A. ',
  'ab, ',
  '> ',
  '\n\n \n',
  '\n ',
  'e\u0301',
  '*_',
  '、一',
  '1.',
  '1,',
  '"a"',
  '<a>',
  '&a;',
];

/** Letters and the like that stand for a class. */
const examples: Readonly<Record<string, string>> = {
  L: 'a',
  Lu: 'A',
  Ll: 'a',
  M: '\u0301',
  Mn: '\u0301',
  N: '1',
  Nd: '1',
  Han: '中',
  Hiragana: 'の',
  Katakana: 'ア',
  Hangul: '한',
  Cyrillic: 'б',
  Latin: 'e',
  Greek: 'α',
  Arabic: 'ب',
  Thai: 'ก',
  s: ' ',
  S: 'x',
  d: '1',
  D: 'x',
  w: 'w',
  W: '!',
  n: '\n',
  r: '\r',
  t: '\t',
};

const token =
  /\\[pP]\{(?:\w+=)?(?<property>\w+)\}|\\u(?<unit>[\da-f]{4})|\\x(?<byte>[\da-f]{2})|\\(?<escape>.)|\[(?<class>\^?(?:\\.|[^\]\\])*)\]|\(\?<?[=!:]|\(\?<\w+>|(?<many>[*+]|\{\d+,\})|\{[\d,]+\}|(?<literal>[^()|?^$])/gisu;

/** What a pattern is made of. */
interface Parts {
  /** An example of each part, in order. */
  readonly inOrder: string[];
  /** Where in that order the parts stand that may repeat without end. */
  readonly repeatedAt: number[];
  /** Examples of those parts. */
  readonly repeated: string[];
  readonly all: string[];
}

function readParts(source: string): Parts {
  const parts: Parts = { inOrder: [], repeatedAt: [], repeated: [], all: [] };
  let last: readonly string[] = [];
  for (const { groups = {} } of source.matchAll(token)) {
    if (groups['many'] !== undefined) {
      parts.repeatedAt.push(parts.inOrder.length - 1);
      parts.repeated.push(...last.slice(0, 6));
    }
    const found = exampleOf(groups);
    if (found.length === 0) continue;
    parts.inOrder.push(found[0] ?? '');
    parts.all.push(...found);
    last = found;
  }
  return parts;
}

function exampleOf(groups: Readonly<Record<string, string | undefined>>): readonly string[] {
  const { property, unit, byte, escape, class: members, literal } = groups;
  if (property !== undefined) return [examples[property] ?? 'a'];
  const code = unit ?? byte;
  if (code !== undefined) return [String.fromCharCode(Number.parseInt(code, 16))];
  if (escape !== undefined) return /[bB]/.test(escape) ? [] : [examples[escape] ?? escape];
  if (members !== undefined) return members.startsWith('^') ? ['y', '中'] : readParts(members).all;
  return literal === undefined ? [] : [literal === '.' ? 'z' : literal];
}

/** Texts for every pattern, and those made of what this one is made of. */
export function chooseTexts(pattern: RegExp): AdversarialText[] {
  const { inOrder, repeatedAt, repeated, all } = readParts(pattern.source);
  const few = [...new Set(repeated)].slice(0, 5);
  const pairs = few.flatMap((first) => few.map((second) => first + second));
  const leads = repeatedAt
    .slice(0, 10)
    .map((at) => ({ lead: inOrder.slice(0, at).join(''), unit: inOrder[at] ?? 'a' }));
  // What opens and is never closed.
  const openings = leads.flatMap(({ lead, unit }) => [lead, lead + unit]);
  const units = new Set([
    ...usual,
    ...mixed,
    ...[...new Set(all)].slice(0, 16),
    ...few,
    ...pairs,
    ...openings,
    inOrder.join(''),
  ]);
  units.delete('');
  return [...[...units].map((unit) => ({ lead: '', unit })), ...leads.filter(({ lead }) => lead !== '')];
}

/** The text, of `length` UTF-16 code units and its end. */
export function writeText({ lead, unit }: AdversarialText, length: number): string {
  const text = lead + unit.repeat(Math.ceil(length / unit.length)).slice(0, length) + end;
  // Through bytes, for a string put together by JavaScript is only flattened where it is first read.
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
