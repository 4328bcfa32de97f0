import { addTerms, cohesion } from './cohesion.ts';
import { fitSeam } from './continuation.ts';
import type { NgramModel } from './ngrams.ts';
import type { PageTerms, Paragraph } from './paragraphs.ts';

/** That one paragraph runs on into another. */
export interface Link {
  readonly from: number;
  readonly to: number;
  /** 0 to 1. */
  readonly confidence: number;
  readonly reason: string;
}

interface Option extends Omit<Link, 'confidence'> {
  readonly score: number;
}

/** What the evidence is read from. */
export interface LinkEvidence {
  readonly ngrams: NgramModel;
  readonly terms: PageTerms;
}

/**
 * Weights of the evidence, in nats. Tuned on the 150 tuning pages of the page evaluation, 2026-11-24; docs/evaluation.md
 * has the figures on the pages kept apart.
 */
const weights = {
  adjacent: 3,
  /** The next paragraph, but under the next heading. */
  nextSection: -0.5,
  elsewhere: -1,
  /** A start that already follows a closed paragraph in its place. */
  displaced: -1.5,
  jumped: -3,
  cohesion: 0.25,
  maxCohesion: 3,
  /** Least score of a join in place, and of one across the page: a wrong join is worse than a missed one. */
  leastAdjacent: 0,
  leastMoved: 1.5,
};

/** How far, in paragraphs, the other half of a cut paragraph is looked for. */
const reach = 60;

/** Decides which paragraphs run on into which: at most one into each, the best sum of evidence. */
export function linkParagraphs(paragraphs: readonly Paragraph[], evidence: LinkEvidence): Link[] {
  const options = paragraphs.flatMap((paragraph) => listOptions(paragraph, paragraphs, evidence));
  const chosen = chooseOptions(options);
  return chosen.map(({ from, to, reason, score }) => ({ from, to, reason, confidence: 1 / (1 + Math.exp(-score)) }));
}

function listOptions(first: Paragraph, paragraphs: readonly Paragraph[], evidence: LinkEvidence): Option[] {
  if (first.ending === 'closed' || first.isCrosshead) return [];
  const options: Option[] = [];
  const next = nextInSection(first, paragraphs);
  const inPlace = next && rate(first, next, { evidence, base: weights.adjacent });
  if (inPlace && inPlace.score > weights.leastAdjacent) options.push(inPlace);
  // Plainly the next line of the same text: nothing on the page can beat it.
  if (next?.opening === 'open' && !first.isJumpedFrom) return options;
  if (first.ending !== 'open') return options;
  const end = Math.min(paragraphs.length, first.index + reach + 1);
  for (let at = Math.max(0, first.index - reach); at < end; at++) {
    const second = paragraphs[at];
    if (second === undefined || second === first || second === next || second.isCrosshead || second.hasDateline) continue;
    const option = rate(first, second, { evidence, base: distanceScore(first, second, paragraphs) });
    if (option.score > weights.leastMoved) options.push(option);
  }
  return options;
}

function nextInSection(paragraph: Paragraph, paragraphs: readonly Paragraph[]): Paragraph | undefined {
  let next = paragraphs[paragraph.index + 1];
  while (next?.isCrosshead) next = paragraphs[next.index + 1];
  return next?.section === paragraph.section ? next : undefined;
}

function distanceScore(first: Paragraph, second: Paragraph, paragraphs: readonly Paragraph[]): number {
  const isNextSection = second.isFirst && second.section === first.section + 1 && first.isLast;
  const before = paragraphs[second.index - 1];
  const isDisplaced = !second.isFirst && before?.ending === 'closed' && second.opening !== 'open';
  return (isNextSection ? weights.nextSection : weights.elsewhere) + (isDisplaced ? weights.displaced : 0);
}

function rate(
  first: Paragraph,
  second: Paragraph,
  { evidence, base }: { readonly evidence: LinkEvidence; readonly base: number },
): Option {
  const fit = fitSeam(first, second, evidence.ngrams);
  const isAdjacent = base === weights.adjacent;
  const jump = isAdjacent && first.isJumpedFrom ? weights.jumped : 0;
  const seam = base + jump + fit.score;
  // Counting words is dear: only where the seam leaves a doubt.
  const shared = seam < -4 || (isAdjacent && seam > 6) ? 0 : sharedWords(first, second, evidence.terms);
  const reason = isAdjacent || fit.score > shared ? fit.reason : 'shared words';
  return { from: first.index, to: second.index, score: seam + shared, reason };
}

function sharedWords(first: Paragraph, second: Paragraph, terms: PageTerms): number {
  const story = addTerms([terms.head(first.section), terms.paragraph(first.index)]);
  const nats = weights.cohesion * cohesion(terms.paragraph(second.index), story, terms.page);
  return Math.max(-weights.maxCohesion, Math.min(weights.maxCohesion, nats));
}

/** Best first, then exchanges of ends between two links as long as that raises the sum. */
function chooseOptions(options: readonly Option[]): Option[] {
  const sorted = [...options].sort((a, b) => b.score - a.score || a.from - b.from || a.to - b.to);
  const byFrom = new Map<number, Option>();
  const byTo = new Map<number, Option>();
  const choose = (option: Option): void => {
    byFrom.set(option.from, option);
    byTo.set(option.to, option);
  };
  for (const option of sorted) if (!byFrom.has(option.from) && !byTo.has(option.to)) choose(option);
  const scores = new Map(options.map((option) => [`${String(option.from)} ${String(option.to)}`, option]));
  for (const option of sorted) {
    const rival = byTo.get(option.to);
    const current = byFrom.get(option.from);
    if (rival === undefined || rival.from === option.from) continue;
    const exchanged = current && scores.get(`${String(rival.from)} ${String(current.to)}`);
    const gain = option.score + (exchanged?.score ?? 0) - rival.score - (current?.score ?? 0);
    if (gain <= 0) continue;
    byFrom.delete(rival.from);
    if (current) byTo.delete(current.to);
    choose(option);
    if (exchanged) choose(exchanged);
  }
  return [...byFrom.values()].sort((a, b) => a.from - b.from);
}
