import { breaksWithoutSpace } from '../evidence/characters.ts';
import { similarity } from '../evidence/cohesion.ts';
import type { NgramModel } from '../evidence/ngrams.ts';
import type { PageWords } from '../evidence/page-words.ts';
import type { PageTerms, Paragraph } from './paragraphs.ts';
import { hasWordAcross } from '../evidence/word-seam.ts';

/** What the evidence for a link is read from. */
export interface LinkEvidence {
  readonly paragraphs: readonly Paragraph[];
  readonly ngrams: NgramModel;
  readonly terms: PageTerms;
  readonly words: PageWords;
}

/** Everything about two paragraphs that tells whether the first runs on into the second; most are 0 or 1. */
export function describeLink(first: Paragraph, second: Paragraph, evidence: LinkEvidence) {
  const [place, seam, words] = describeGroups(first, second, evidence);
  return { ...place, ...seam, ...words };
}

/** The same features in groups: to make one object of them takes longer than all the rest. */
export function describeGroups(first: Paragraph, second: Paragraph, evidence: LinkEvidence) {
  return [
    describePlace(first, second, evidence),
    describeSeam(first, second, evidence),
    describeWords(first, second, evidence),
  ] as const;
}

/** That a paragraph runs on into none on the page. */
export function describeNoLink(first: Paragraph, next: Paragraph | undefined) {
  return {
    none: 1,
    noneLast: flag(first.isLast),
    noneJumped: flag(first.isJumpedFrom),
    noneBeforeFresh: flag(next?.opening === 'fresh' || next?.hasDateline === true),
  };
}

/** The features of a link, or of none, by name. */
export type LinkFeatures = ReturnType<typeof describeLink> & ReturnType<typeof describeNoLink>;

/** The paragraph after it in its section; a crosshead between is passed over. */
export function nextInSection(paragraph: Paragraph, paragraphs: readonly Paragraph[]): Paragraph | undefined {
  let next = paragraphs[paragraph.index + 1];
  while (next?.isCrosshead) next = paragraphs[next.index + 1];
  return next?.section === paragraph.section ? next : undefined;
}

/** What costs little to tell: where the paragraphs stand. */
export function describePlace(first: Paragraph, second: Paragraph, { paragraphs }: LinkEvidence) {
  const isInPlace = nextInSection(first, paragraphs) === second;
  const isSame = first.section === second.section;
  const before = second.isFirst ? undefined : paragraphs[second.index - 1];
  return {
    inPlace: flag(isInPlace),
    inPlaceJumped: flag(isInPlace && first.isJumpedFrom),
    nextHeading: flag(!isSame && second.isFirst && second.section === first.section + 1 && first.isLast),
    otherHeading: flag(!isSame && second.isFirst && !(second.section === first.section + 1 && first.isLast)),
    displaced: flag(!isInPlace && before?.ending === 'closed'),
    taken: flag(!isInPlace && before?.ending === 'open'),
    backwards: flag(isSame && second.index < first.index && !second.isFirst),
    backToFirst: flag(isSame && second.index < first.index && second.isFirst),
    forwards: flag(isSame && !isInPlace && second.index > first.index),
    leavesMiddle: flag(!isInPlace && !first.isLast),
    endsSection: flag(!isInPlace && second.isLast),
  };
}

/** What is counted or measured, where it follows its number without a space. */
const counters =
  /^(?:[个個人名件项項年月日号時时分秒天岁歳万萬亿億千百元円台辆回次匹本枚张張座栋户家条条米公吨平度点點%％]|キロ|メートル|ヵ|か月|カ所|ページ)/u;

/** What costs little to tell: the characters at the seam. */
export function describeSeam(first: Paragraph, second: Paragraph, { ngrams, words }: LinkEvidence) {
  const before = first.block.text;
  const after = second.block.text;
  const information = ngrams.seam(before, gluedText(before, after));
  const isAcross = hasWordAcross(before, after);
  const endsInDigit = /[\d０-９٠-٩]$/.test(before);
  const isCapital = /^["“„«]?\p{Lu}/u.test(after) && /[\p{Ll},]$/u.test(before);
  return {
    unclearEnd: flag(first.ending === 'unclear'),
    openStart: flag(second.opening === 'open'),
    freshStart: flag(second.opening === 'fresh' || second.hasDateline),
    capital: flag(isCapital),
    usual: Math.max(0, information),
    unusual: Math.min(0, information),
    veryUsual: flag(information > 2),
    wordAcross: flag(isAcross === true),
    wordEnds: flag(isAcross === false),
    hyphen: flag(/\p{L}[-\u2010\u00ad]$/u.test(before) && /^\p{Ll}/u.test(after)),
    hyphenLost: flag(/\p{L}[-\u2010\u00ad]$/u.test(before) && !/^\p{Ll}/u.test(after)),
    knownWord: flag(hasKnownWord(before, after, words)),
    knownPair: flag(words.hasPair(before, after)),
    capitalName: flag(isCapital && words.isName(/^["“„«]?(\p{L}+)/u.exec(after)?.[1] ?? '')),
    quoteStart: flag(/^[“「『"«]/.test(after)),
    numberCut: flag(endsInDigit && /^[\d０-９٠-٩]/.test(after)),
    numberUnit: flag(endsInDigit && counters.test(after)),
    numberOther: flag(endsInDigit && /^\p{L}/u.test(after) && !counters.test(after)),
    quotation: flag(balance(before.slice(-2000)) > 0 && balance(after.slice(0, 2000)) < 0),
  };
}

/** Shared words: with the first's story and its headline, more or less than with the second's own surroundings. */
export function describeWords(first: Paragraph, second: Paragraph, evidence: LinkEvidence) {
  const text = kinship(second, storyBefore(first, second, evidence), evidence);
  const head = headKinship(second, first, evidence);
  const isSame = first.section === second.section;
  const moreText = text - kinship(second, surroundings(second, evidence), evidence);
  const moreHead = head - headKinship(second, second, evidence);
  const isBack = !isSame && second.isFirst;
  return {
    kinHere: isSame ? bound(text + head) : 0,
    kinFirst: isBack ? bound(moreText) : 0,
    kinFirstHead: isBack ? bound(moreHead) : 0,
    kinLater: isSame || isBack ? 0 : bound(moreText),
    kinLaterHead: isSame || isBack ? 0 : bound(moreHead),
    // Where a beginning was moved away, the first paragraph is the stranger in its place.
    kinBack: isBack ? bound(strangeness(first, second, evidence)) : 0,
  };
}

/** By how much more a paragraph's words go with another's section than with its own. */
function strangeness(paragraph: Paragraph, other: Paragraph, evidence: LinkEvidence): number {
  const there =
    kinship(paragraph, surroundings(other, evidence), evidence) + headKinship(paragraph, other, evidence);
  const own = storyBefore(paragraph, paragraph, evidence);
  return there - kinship(paragraph, own, evidence) - headKinship(paragraph, paragraph, evidence);
}

function bound(kin: number): number {
  return Math.max(-1.5, Math.min(1.5, kin * 10));
}

/** Mean similarity with the paragraphs, above the page's own mean; 0 with none. */
function kinship(paragraph: Paragraph, others: readonly Paragraph[], evidence: LinkEvidence): number {
  if (others.length === 0) return 0;
  const { terms } = evidence;
  const words = evidence.terms.fromHere(paragraph.index);
  const sum = others.reduce(
    (total, other) => total + similarity(words, terms.paragraph(other.index)) - terms.neutral,
    0,
  );
  return sum / others.length;
}

function headKinship(paragraph: Paragraph, under: Paragraph, evidence: LinkEvidence): number {
  const head = evidence.terms.head(under.section);
  return head.size === 0
    ? 0
    : similarity(evidence.terms.fromHere(paragraph.index), head) - evidence.terms.neutral;
}

/** The paragraph and those before it in its section, without the other one. */
function storyBefore(first: Paragraph, other: Paragraph, { paragraphs }: LinkEvidence): Paragraph[] {
  const near = paragraphs.slice(Math.max(0, first.index - 5), first.index + 1);
  return near.filter((each) => each.section === first.section && each !== other);
}

/** What stands before a paragraph in its section, else the end of it. */
function surroundings(second: Paragraph, { paragraphs }: LinkEvidence): Paragraph[] {
  const isHere = (each: Paragraph): boolean => each.section === second.section;
  const before = paragraphs.slice(Math.max(0, second.index - 5), second.index).filter(isHere);
  return before.length > 0
    ? before
    : paragraphs
        .slice(second.index + 2, second.index + 10)
        .filter(isHere)
        .slice(-4);
}

/** The n-gram model sees the space that a spaced script has at the seam. */
function gluedText(before: string, after: string): string {
  const isGlued =
    breaksWithoutSpace(before.slice(-1)) ||
    breaksWithoutSpace(after.slice(0, 1)) ||
    /^[,.;!?)»”]/.test(after);
  return isGlued || (/\d$/.test(before) && /^\d/.test(after)) || /[-\u2010\u00ad]$/.test(before)
    ? after
    : ` ${after}`;
}

/** Whether the letters on both sides of the seam make a word that the page has elsewhere. */
function hasKnownWord(before: string, after: string, words: PageWords): boolean {
  const head = /(\p{L}+)[-\u2010\u00ad]?$/u.exec(before.slice(-40))?.[1] ?? '';
  const tail = /^\p{L}+/u.exec(after.slice(0, 40))?.[0] ?? '';
  return head !== '' && tail !== '' && !breaksWithoutSpace(tail) && words.count(head + tail) > 0;
}

/** Quotation marks and brackets opened minus closed. */
function balance(text: string): number {
  const opened = text.match(/[“«„「『（(《【]/g)?.length ?? 0;
  return opened - (text.match(/[”»」』）)》】]/g)?.length ?? 0);
}

function flag(value: boolean): number {
  return value ? 1 : 0;
}
