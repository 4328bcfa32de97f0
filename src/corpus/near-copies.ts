import { normalizeForTerms } from '../text/normalize.ts';

/** The parts of an article that tell whether another is a copy of it. */
export interface Copyable {
  readonly body: string;
  /** ISO date. */
  readonly publishedOn: string | null;
}

/** A body as sets that can be compared. */
export interface Shingles {
  /** 32-bit hashes of its shingles, see `cutShingles`. */
  readonly hashes: ReadonlySet<number>;
  /** Its numbers in figures, as printed but with ASCII digits. */
  readonly numbers: ReadonlySet<string>;
}

/** Numbers of a signature. */
export const signatureLength = 64;
/**
 * Hashes a band holds. With 32 bands of two, texts that share a share s of their shingles meet in a band with
 * probability 1 − (1 − s²)³²: .87 at s = .25, which is a copy cut to a quarter, and .01 at s = .02, which is more than
 * two articles on one topic share (docs/decisions/0015-near-copies.md).
 */
const bandRows = 2;

/** A shingle runs until its characters weigh this much: eight letters, or four of those that carry a syllable or more. */
const shingleWeight = 8;
const heavy = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Bodies of fewer shingles have no copies: a sentence or two may stand in any article. */
const fewestShingles = 100;
/** A copy is cut to no less than this share of the longer text; shorter ones are news in brief, or a quotation. */
const smallestShare = 0.25;
/**
 * Share of the shorter text's shingles that the longer one has. Found by measuring, 2026-11-24
 * (docs/decisions/0015-near-copies.md): copies with one word in eight changed have more, articles that take over half of an
 * older one as background have less.
 */
const copyContainment = 0.6;
/** Share of equal numbers in two signatures below which the texts are not compared exactly: two deviations below a copy. */
const leastEstimate = 8 / signatureLength;
/** Columns printed each day in the same words, such as the weather, differ in their numbers. */
const sharedNumbers = 0.5;
const fewestNumbers = 4;
/** Copies of a report are printed within this many days; what is alike later is a series. */
const copyDays = 31;

/**
 * The shingles of a text: hashes of overlapping character n-grams, of letters, marks and digits only, folded as terms
 * are, so that spacing, punctuation, case and Traditional or Simplified characters make no difference. In any script.
 */
export function cutShingles(text: string): Shingles {
  const folded = normalizeForTerms(text);
  const characters = [...folded.replace(/[^\p{L}\p{M}\p{N}]+/gu, '')];
  const weights = characters.map((character) => (heavy.test(character) ? 2 : 1));
  const hashes = new Set<number>();
  let end = 0;
  let weight = 0;
  for (const [start, first] of weights.entries()) {
    while (weight < shingleWeight && end < weights.length) weight += weights[end++] ?? 0;
    if (weight < shingleWeight) break;
    hashes.add(hashText(characters.slice(start, end).join('')));
    weight -= first;
  }
  return { hashes, numbers: new Set(folded.match(/\d+(?:[.,]\d+)*/gu)) };
}

/**
 * Where and by whom a report was filed, which one copy prints and another leaves out: "OSTREY (Northline) —",
 * （新华社北京1月1日电）, 新华社北京1月1日电, ОСТРЕЙ, 3 марта. /ТАСС/.
 */
const filedBy = new RegExp(
  [
    '[(（【〔\\[][^()（）【】〔〕\\[\\]]{2,40}[)）】〕\\]]\\s{0,3}[-—–=＝]?\\s{0,3}',
    '(?:本|\\p{Script=Han}{1,8}[社报報网網台])[^。，：:“”]{0,30}?[电電讯訊](?:[(（][^()（）]{2,40}[)）])?\\s{0,3}',
    '[\\p{Lu}\\p{Lo}][^.!?:—–“”\\n]{1,60}(?:\\s(?:[—–]|--?)|\\.(?:[—–]|--?))\\s',
    '\\p{Lu}[^/!?:“”\\n]{2,50}/[^/\\s]{2,20}/\\.?\\s',
  ]
    .map((form) => `^\\s{0,3}${form}`)
    .join('|'),
  'u',
);

/**
 * The words of a sentence as copies of it compare: a dateline, spacing, case, quotation marks and Traditional or
 * Simplified characters make no difference; figures with what stands beside them, signs and currencies do.
 *
 * @param isOpening whether the sentence opens its article: only there a dateline stands, elsewhere it would be words
 */
export function foldWords(text: string, isOpening: boolean): string {
  return normalizeForTerms(isOpening ? text.replace(filedBy, '') : text)
    .replace(/\s+/gu, '')
    .replace(/(?<!\d)\p{P}(?!\d)/gu, '');
}

/**
 * A signature of `signatureLength` numbers, or null for a text that is too short to be told from others. The share of equal
 * numbers in two signatures is an estimate of the share of shingles that the texts have in common, with a deviation of
 * .06 at most: MinHash, from A. Broder, "On the resemblance and containment of documents" (Compression and Complexity
 * of Sequences, 1997). Costs `signatureLength` steps a shingle, about 1 ms a page of text.
 */
export function signShingles({ hashes }: Shingles): Uint32Array | null {
  if (hashes.size < fewestShingles) return null;
  const signature = new Uint32Array(signatureLength).fill(0xffffffff);
  for (const hash of hashes) {
    for (let at = 0; at < signatureLength; at++) {
      const value = mix(hash ^ Math.imul(at + 1, 0x9e3779b1));
      if (value < signature[at]!) signature[at] = value;
    }
  }
  return signature;
}

/**
 * One key a band of a signature, each a safe integer. Texts that share a key are worth comparing (banding, from
 * P. Indyk and R. Motwani, "Approximate nearest neighbors", STOC 1998).
 */
export function bandKeys(signature: Uint32Array): number[] {
  const keys: number[] = [];
  for (let start = 0; start < signature.length; start += bandRows) {
    let hash = start;
    for (let at = start; at < start + bandRows; at++) hash = mix(Math.imul(hash, 31) ^ signature[at]!);
    keys.push((start / bandRows) * 2 ** 32 + hash);
  }
  return keys;
}

/** Whether two signatures are alike enough that their texts may be copies. */
export function mayBeCopies(a: Uint32Array, b: Uint32Array): boolean {
  const equal = a.reduce((count, value, at) => (value === b[at] ? count + 1 : count), 0);
  return equal / signatureLength >= leastEstimate;
}

/** Whether two articles were published near enough to each other to be copies; one without a date may be. */
export function isSameTime(a: Pick<Copyable, 'publishedOn'>, b: Pick<Copyable, 'publishedOn'>): boolean {
  if (a.publishedOn === null || b.publishedOn === null) return true;
  return Math.abs(Date.parse(a.publishedOn) - Date.parse(b.publishedOn)) <= copyDays * 86_400_000;
}

/** Share of the shorter text's shingles that the other has, in [0, 1]; 0 for texts without shingles. */
export function measureContainment(a: Shingles, b: Shingles): number {
  const [short, long] = a.hashes.size <= b.hashes.size ? [a.hashes, b.hashes] : [b.hashes, a.hashes];
  return short.size === 0 ? 0 : countShared(short, long) / short.size;
}

/**
 * Whether one text is the other with little changed: reworded here and there, cut short, given another opening. What
 * was exchanged most of its numbers is no copy.
 */
export function areNearCopies(a: Shingles, b: Shingles): boolean {
  const sizes = [a.hashes.size, b.hashes.size];
  const shorter = Math.min(...sizes);
  if (shorter < fewestShingles || shorter < smallestShare * Math.max(...sizes)) return false;
  return measureContainment(a, b) >= copyContainment && haveSameNumbers(a, b);
}

/** Whether two texts share most of their numbers; true where there are too few to tell. */
export function haveSameNumbers({ numbers: a }: Shingles, { numbers: b }: Shingles): boolean {
  const fewest = Math.min(a.size, b.size);
  return fewest < fewestNumbers || countShared(a, b) >= sharedNumbers * fewest;
}

function countShared<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  let count = 0;
  for (const value of a) if (b.has(value)) count++;
  return count;
}

/** FNV-1a over UTF-16 code units, 32 bits. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return mix(hash);
}

/** The finaliser of MurmurHash3 (A. Appleby, public domain): a bijection of 32-bit integers in which every bit counts. */
function mix(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
