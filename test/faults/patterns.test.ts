import vm from 'node:vm';
import { beforeAll, describe, expect, it } from 'vitest';
import { chooseTexts, writeText } from './adversarial-texts.ts';
import type { AdversarialText } from './adversarial-texts.ts';
import { captureBuiltPatterns, collectPatterns, loadSource } from './source-patterns.ts';
import type { SourcePattern } from './source-patterns.ts';

/** What is only ever given a slice of a text, and is tested with as much. */
interface Bound {
  /** A file below `src/`, or a folder, with all its files. */
  readonly file: string;
  /** Where other patterns of the file are given more. */
  readonly pattern?: RegExp;
  /** In UTF-16 code units. */
  readonly bound: number;
  readonly because: string;
}

const fileName = { bound: 255, because: 'the name of a file' };
const firstWords = { bound: 80, because: 'the first words of a body' };

const bounds: readonly Bound[] = [
  { file: 'answer/spans/', bound: 400, because: 'a sentence' },
  { file: 'corpus/blocks/line-shapes.ts', bound: 240, because: 'a longer line is text' },
  { file: 'corpus/charset/charset-fit.ts', bound: 65_536, because: 'a text is judged in parts' },
  { file: 'corpus/evidence/bylines.ts', bound: 160, because: 'a longer line is no byline' },
  { file: 'corpus/facts.ts', pattern: /\d{4}[-_.]?\d{2}[-_.]?\d{2}.*$/, ...fileName },
  { file: 'corpus/facts.ts', pattern: /(?<![\p{L}\p{N}])\p{Ll}/gu, ...fileName },
  { file: 'corpus/readers/records.ts', pattern: /\s+\S*$|[\ud800-\udbff]$/, ...firstWords },
  { file: 'corpus/split-articles.ts', pattern: /\s+\S*$/, ...firstWords },
  { file: 'corpus/stories/body.ts', bound: 40, because: 'both sides of a seam' },
  {
    file: 'corpus/stories/link-features.ts',
    pattern: /(\p{L}+)[-\u2010\u00ad]?$/u,
    bound: 40,
    because: 'the end of a text',
  },
  { file: 'text/period/', bound: 2_000, because: 'a question, or a pattern of this program' },
  { file: 'text/question-rules/', bound: 2_000, because: 'a question' },
  { file: 'text/question-words.ts', bound: 2_000, because: 'a question' },
  { file: 'text/abbreviations.ts', bound: 60, because: 'what stands beside a full stop' },
];

const kilo = 1024;
const mega = kilo * kilo;
/** What grows by the square takes 100 ms or more for so short a text, what grows with it under 5. */
const shortLength = 16 * kilo;
const maxShortMs = 20;
/** Four times the text takes four times as long, or sixteen times where the time grows by the square. */
const maxGrowth = 7;
/** Below this, what is measured is the clock. */
const measurableMs = 25;
/** What takes longer for 1 MB is looked at more closely: 50 ms, thrice that on a slow or busy core. */
const noticedMs = 3 * 50;
/** What is as fast when short cannot be slow when long, not even if the time grew by the square. */
const negligibleMs = noticedMs / (mega / shortLength) ** 2;
/** No pattern may take longer for 1 MB, though its time grow with the text: a busy core once took 207 ms. */
const maxStallMs = 1_000;
/** So many of each pattern's texts, the slowest when short, are tried at full length. */
const triedInFull = 3;
/** No pattern may take longer for the slice that it is given. */
const maxBoundedMs = 50;
/** For all short texts of a pattern; those that it does not suffice for are tried again, each by itself. */
const batchMs = 400;
/** For three tries of one text. */
const triesMs = 1_500;

/** So many matches in a row are looked for: as many as the short text has at most. */
const maxMatches = 20_000;

/** Applies a pattern as `src/` does: once, or until it finds nothing more. */
function apply({ pattern, isRepeated }: SourcePattern, text: string): void {
  if (!isRepeated) {
    pattern.lastIndex = 0;
    pattern.test(text);
    return;
  }
  const repeated = pattern.global ? pattern : new RegExp(pattern.source, `${pattern.flags}g`);
  repeated.lastIndex = 0;
  let last = -1;
  for (let count = 0; count < maxMatches && repeated.test(text); count++) {
    if (repeated.lastIndex === last) repeated.lastIndex++;
    last = repeated.lastIndex;
  }
}

// A script in a context of its own is the one thing of Node that may be stopped in the middle of a pattern.
const context = vm.createContext({ run: () => undefined });
const script = new vm.Script('run()');

/** Processor time in ms that a pattern takes for each text; infinite for those that time did not suffice for. */
function measureEach(pattern: SourcePattern, texts: readonly string[], timeout: number): number[] {
  const times = texts.map(() => Infinity);
  context['run'] = () => {
    for (const [at, text] of texts.entries()) {
      const before = process.cpuUsage();
      apply(pattern, text);
      const { user, system } = process.cpuUsage(before);
      times[at] = (user + system) / 1000;
    }
  };
  try {
    script.runInContext(context, { timeout });
  } catch (error) {
    // Not an Error of this realm: `instanceof` says no.
    expect(error).toHaveProperty('code', 'ERR_SCRIPT_EXECUTION_TIMEOUT');
  }
  return times;
}

/** The least of three tries, for other programs make some of them slow. */
function measure(pattern: SourcePattern, text: string): number {
  return Math.min(...measureEach(pattern, [text, text, text], triesMs));
}

const shortTexts = new Map<string, string>();

function shortText(text: AdversarialText): string {
  const key = `${text.lead}\0${text.unit}`;
  const known = shortTexts.get(key) ?? writeText(text, shortLength);
  shortTexts.set(key, known);
  return known;
}

/** What a pattern takes longer for than it may, in words; null where there is no such text. */
function findStall(pattern: SourcePattern): string | null {
  const { file, line } = pattern;
  const say = ({ lead, unit }: AdversarialText, problem: string): string =>
    `${file}:${String(line)} ${String(pattern.pattern)} on ${JSON.stringify(lead)}, then ${JSON.stringify(unit)}: ${problem}`;
  const texts = chooseTexts(pattern.pattern);
  const times = measureEach(pattern, texts.map(shortText), batchMs);
  const timed = texts.map((text, at) => ({ text, ms: times[at] ?? 0 })).sort((a, b) => a.ms - b.ms);
  const slow = timed.find(
    ({ text, ms }) => ms > maxShortMs && measure(pattern, shortText(text)) > maxShortMs,
  );
  if (slow) return say(slow.text, `over ${String(maxShortMs)} ms for 16 KB`);
  for (const { text } of timed.filter(({ ms }) => ms > negligibleMs).slice(-triedInFull)) {
    const problem = findGrowth(pattern, text);
    if (problem !== null) return say(text, problem);
  }
  return null;
}

function findGrowth(pattern: SourcePattern, text: AdversarialText): string | null {
  const [quarter, full] = [writeText(text, mega / 4), writeText(text, mega)];
  const [onceMs = Infinity] = measureEach(pattern, [full], triesMs);
  if (onceMs < measurableMs) return null;
  const quarterMs = measure(pattern, quarter);
  const fullMs = onceMs <= maxGrowth * quarterMs && onceMs <= noticedMs ? onceMs : measure(pattern, full);
  if (fullMs <= maxStallMs && fullMs <= Math.max(measurableMs, maxGrowth * quarterMs)) return null;
  return `${String(quarterMs)} ms for 256 KB, ${String(fullMs)} ms for 1 MB`;
}

function findStalls(patterns: readonly SourcePattern[]): string[] {
  return onceEach(patterns).flatMap((pattern) => findStall(pattern) ?? []);
}

function isUnder({ file, pattern }: Bound, found: SourcePattern): boolean {
  const isThere = file.endsWith('/') ? found.file.startsWith(file) : found.file === file;
  return isThere && (pattern === undefined || String(pattern) === String(found.pattern));
}

/** Each pattern once, however often it is written. */
function onceEach(patterns: readonly SourcePattern[]): SourcePattern[] {
  return [
    ...new Map(patterns.map((each) => [`${String(each.pattern)} ${String(each.isRepeated)}`, each])).values(),
  ];
}

describe('text made to hold up a pattern', () => {
  const { files, literals, builders } = collectPatterns();
  let captured: readonly SourcePattern[] = [];

  beforeAll(async () => {
    captured = await captureBuiltPatterns(async () => {
      for (const file of files) if (/^(?:answer|corpus|retrieve|text)\//.test(file)) await loadSource(file);
      const { stripQuestionWords } = await import('../../src/text/question-words.ts');
      for (const language of ['zh', 'ja', 'ko', 'en', 'ru', 'ar', 'th'])
        stripQuestionWords('who what', language);
    });
  });

  const isBounded = (pattern: SourcePattern): boolean => bounds.some((bound) => isUnder(bound, pattern));

  it('is found for patterns that grow by the square, and for none that do not', () => {
    const hasStall = (pattern: RegExp): boolean =>
      findStall({ file: '', line: 0, pattern, isRepeated: pattern.global }) !== null;
    const square = [/\s+$/, /(\d+)万/g, /<b[^>]*>/, /x\s*=\s*"?\s*y/, /^(?:a+)+$/];
    const linear = [/(?<!\s)\s+$/, /\p{L}+/gu, /(?<!\d)(\d+)万/g, /<b[^<>]*>/, /^\s*=/, /[,;、]/g];
    expect(square.filter((pattern) => !hasStall(pattern))).toEqual([]);
    expect(linear.filter(hasStall)).toEqual([]);
  });

  it('holds up no pattern that is written in src/', () => {
    expect(literals.length).toBeGreaterThan(200);
    expect(findStalls(literals.filter((pattern) => !isBounded(pattern)))).toEqual([]);
  });

  it('holds up no pattern that is built in src/', () => {
    expect(builders.filter((file) => !captured.some((each) => each.file === file))).toEqual([]);
    expect(findStalls(captured.filter((pattern) => !isBounded(pattern)))).toEqual([]);
  });

  it.each(bounds)('holds up none that is given $bound units at most: $file, $because', (bound) => {
    const found = [...literals, ...captured].filter((pattern) => isUnder(bound, pattern));
    expect(found).not.toEqual([]);
    for (const pattern of onceEach(found)) {
      const texts = chooseTexts(pattern.pattern).map((text) => writeText(text, bound.bound));
      expect(Math.max(...measureEach(pattern, texts, triesMs)), String(pattern.pattern)).toBeLessThan(
        maxBoundedMs,
      );
    }
  });
});
