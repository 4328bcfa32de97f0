import { describeGroups, describeNoLink, nextInSection } from './stories/link-features.ts';
import type { LinkEvidence, LinkFeatures } from './stories/link-features.ts';
import { linkWeights } from './stories/link-weights.ts';
import type { Paragraph } from './stories/paragraphs.ts';
import { rateEnds, rateLink } from './stories/rate-link.ts';
import { weigh } from './evidence/weigh.ts';

/** That one paragraph runs on into another. */
export interface Link {
  readonly from: number;
  readonly to: number;
  /** 0 to 1. */
  readonly confidence: number;
  readonly reason: string;
}

interface Option {
  readonly from: number;
  readonly to: number;
  readonly score: number;
  /** Score of the paragraph running on nowhere. */
  readonly nowhere: number;
}

/** Least share of a join among its rivals: a wrong join is worse than a missed one. */
const leastShare = 0.6;

/** How far, in paragraphs, the other half of a cut paragraph is looked for. */
const reach = 30;

/** Decides which paragraphs run on into which: at most one into each, the best sum of evidence. */
export function linkParagraphs(evidence: LinkEvidence): Link[] {
  const options = evidence.paragraphs.flatMap((paragraph) => rateOptions(paragraph, evidence));
  const chosen = chooseOptions(options);
  const taken = new Set(chosen.map(({ to }) => to));
  const byFrom = new Map<number, Option[]>();
  for (const option of options) byFrom.set(option.from, [...(byFrom.get(option.from) ?? []), option]);
  return chosen.flatMap((option) => {
    const first = evidence.paragraphs[option.from];
    const second = evidence.paragraphs[option.to];
    // Ends that another paragraph runs on into are no rivals any more.
    const rivals = (byFrom.get(option.from) ?? []).filter(({ to }) => to === option.to || !taken.has(to));
    const all = rivals.reduce((sum, { score }) => sum + Math.exp(score), Math.exp(option.nowhere));
    const confidence = Math.exp(option.score) / all;
    if (confidence < leastShare || !first || !second) return [];
    return [
      {
        from: option.from,
        to: option.to,
        reason: chiefReason(describeGroups(first, second, evidence)),
        confidence,
      },
    ];
  });
}

/** The paragraphs that one may run on into, best guess first: the next, and where that is no matter of course, others. */
export function listTargets(first: Paragraph, { paragraphs }: LinkEvidence): Paragraph[] {
  if (first.ending === 'closed' || first.isCrosshead) return [];
  const next = nextInSection(first, paragraphs);
  // Plainly the next line of the same text: nothing on the page can beat it.
  if (next?.opening === 'open' && !first.isJumpedFrom) return [next];
  const here = next ? [next] : [];
  if (first.ending !== 'open') return here;
  const near = paragraphs.slice(Math.max(0, first.index - reach), first.index + reach + 1);
  const others = near.filter(
    (second) =>
      second !== first &&
      second !== next &&
      !second.isCrosshead &&
      !second.hasDateline &&
      second.opening !== 'fresh',
  );
  return [...here, ...others];
}

/** A join in place that leads by so much is not compared with the rest of the page: comparing words is dear. */
const safeLead = 2;

/** So many starts elsewhere are compared by their words: the best by place and seam. */
const shortlist = 16;

function rateOptions(first: Paragraph, evidence: LinkEvidence): Option[] {
  const targets = listTargets(first, evidence);
  if (targets.length === 0) return [];
  const next = nextInSection(first, evidence.paragraphs);
  const nowhere = weigh(describeNoLink(first, next), linkWeights);
  const rate = (second: Paragraph, ends = rateEnds(first, second, evidence)): Option => ({
    from: first.index,
    to: second.index,
    score: rateLink(first, second, { evidence, ends }),
    nowhere,
  });
  const inPlace = targets[0] === next && next !== undefined ? [rate(next)] : [];
  if (targets.length === inPlace.length || inPlace.some(({ score }) => score - nowhere > safeLead))
    return inPlace;
  const rough = targets.slice(inPlace.length).map((second) => ({
    second,
    score: rateEnds(first, second, evidence),
  }));
  const best = rough.sort((a, b) => b.score - a.score || a.second.index - b.second.index).slice(0, shortlist);
  return [...inPlace, ...best.map(({ second, score }) => rate(second, score))];
}

const reasons: Partial<Record<keyof LinkFeatures, string>> = {
  inPlace: 'next paragraph, none closed',
  openStart: 'starts in mid-sentence',
  usual: 'usual characters at the seam',
  wordAcross: 'word runs over the seam',
  hyphen: 'hyphenated word',
  knownWord: 'word of the page runs over the seam',
  knownPair: 'words that stand together elsewhere on the page',
  numberCut: 'number runs over the seam',
  quotation: 'quotation left open',
  kinFirst: 'shared words',
  kinFirstHead: 'shared words',
  kinLater: 'shared words',
  kinLaterHead: 'shared words',
  kinBack: 'shared words',
};

/** The evidence that weighs most, in words. */
function chiefReason(groups: readonly Partial<LinkFeatures>[]): string {
  let best = { points: 0, reason: 'no closing punctuation' };
  for (const features of groups) {
    for (const name of Object.keys(features) as (keyof LinkFeatures)[]) {
      const points = (features[name] ?? 0) * linkWeights[name];
      const reason = reasons[name];
      if (reason !== undefined && points > best.points) best = { points, reason };
    }
  }
  return best.reason;
}

/** Best first, then exchanges of ends between two links as long as that raises the sum. */
function chooseOptions(options: readonly Option[]): Option[] {
  const gain = ({ score, nowhere }: Option): number => score - nowhere;
  const sorted = options
    .filter((option) => gain(option) > 0)
    .sort((a, b) => gain(b) - gain(a) || a.from - b.from || a.to - b.to);
  const byFrom = new Map<number, Option>();
  const byTo = new Map<number, Option>();
  const choose = (option: Option): void => {
    byFrom.set(option.from, option);
    byTo.set(option.to, option);
  };
  for (const option of sorted) if (!byFrom.has(option.from) && !byTo.has(option.to)) choose(option);
  const byEnds = new Map(sorted.map((option) => [`${String(option.from)} ${String(option.to)}`, option]));
  for (const option of sorted) {
    const rival = byTo.get(option.to);
    const current = byFrom.get(option.from);
    if (rival === undefined || rival.from === option.from) continue;
    const exchanged = current && byEnds.get(`${String(rival.from)} ${String(current.to)}`);
    const won =
      gain(option) + (exchanged ? gain(exchanged) : 0) - gain(rival) - (current ? gain(current) : 0);
    if (won <= 0) continue;
    byFrom.delete(rival.from);
    if (current) byTo.delete(current.to);
    choose(option);
    if (exchanged) choose(exchanged);
  }
  return [...byFrom.values()].sort((a, b) => a.from - b.from);
}
