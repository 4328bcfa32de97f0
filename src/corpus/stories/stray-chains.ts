import type { Chain } from './chains.ts';
import { joinTerms, similarity } from '../evidence/cohesion.ts';
import type { Terms } from '../evidence/cohesion.ts';
import { indexChains } from './merge-headings.ts';
import type { OwnedChain } from './own-chains.ts';
import type { PageTerms } from './paragraphs.ts';
import type { Section } from './sections.ts';

/** Weights of similarity above neutral; tuned with the join weights on the tuning pages, 2026-11-24. */
const weights = {
  head: 1.5,
  /** How much better a stretch must go with the other story than with its own. */
  leastGain: 0.05,
};

/** How many sections away the story of a stray stretch is looked for. */
const reach = 6;

/** Longest section that is searched, in chains: beyond it, a stray paragraph is left where it stands. */
const maxChains = 40;

/**
 * Finds stretches at the start, in the middle or at the end of a section that were moved there between two whole
 * sentences, so that no broken sentence betrays them: a story nearby says that it is continued, and they share its
 * words and not those of their own.
 */
export function moveStrays(
  owned: readonly OwnedChain[],
  sections: readonly Section[],
  terms: PageTerms,
): OwnedChain[] {
  const { byOwner: bySection } = indexChains(owned);
  const moved = new Map<Chain, OwnedChain>();
  for (const [section, own] of bySection) {
    for (const [chain, to] of findStrays(section, own, { bySection, sections, terms })) moved.set(chain, to);
  }
  return owned.map((own) => moved.get(own.chain) ?? own);
}

interface StrayContext {
  readonly bySection: ReadonlyMap<number, readonly OwnedChain[]>;
  readonly sections: readonly Section[];
  readonly terms: PageTerms;
}

function findStrays(
  section: number,
  own: readonly OwnedChain[],
  context: StrayContext,
): [Chain, OwnedChain][] {
  const { bySection, sections, terms } = context;
  const here = own.filter(({ chain }) => chain.sections.length === 1 && chain.sections[0] === section);
  if (here.length < 2 || here.length > maxChains) return [];
  // Without a jump line the shared words of a paragraph or two prove little: taken alone, at a least gain of 0.15, they
  // lowered the boundary F1 of pages 1001 to 1300 from 0.883 to 0.876 (2026-11-24).
  const isContinued = (at: number): boolean => at !== section && (sections[at]?.jumps.length ?? 0) > 0;
  const near = Array.from({ length: 2 * reach + 1 }, (_, step) => section - reach + step);
  if (!near.some(isContinued)) return [];
  const words = here.map(({ chain }) => wordsOf(chain, terms));
  const home = words.map((each, at) =>
    kin(
      each,
      words.filter((_, other) => other !== at),
      terms.head(section),
      terms,
    ),
  );
  if (home.every((each) => each > 0)) return [];
  let best: { gain: number; from: number; to: number; other: number } | null = null;
  for (const other of near) {
    const there = bySection.get(other);
    if (there === undefined || !isContinued(other)) continue;
    const story = there.slice(0, maxChains).map(({ chain }) => wordsOf(chain, terms));
    const gains = words.map((each, at) =>
      here[at]?.chain.parts[0]?.hasDateline
        ? -Infinity
        : kin(each, story, terms.head(other), terms) - (home[at] ?? 0),
    );
    const run = bestRun(gains);
    const gain = run.gain - weights.leastGain;
    if (gain > 0 && run.to - run.from < here.length && (best === null || gain > best.gain))
      best = { ...run, gain, other };
  }
  if (best === null) return [];
  const { other } = best;
  const anchor = Math.max(...(bySection.get(other) ?? []).map((each) => each.anchor));
  return here
    .slice(best.from, best.to)
    .map(({ chain }, step) => [chain, { chain, owner: other, anchor, rank: 1000 + step }]);
}

/** The stretch with the greatest sum: Kadane's algorithm. */
function bestRun(gains: readonly number[]): { gain: number; from: number; to: number } {
  let best = { gain: 0, from: 0, to: 0 };
  let open = { gain: 0, from: 0 };
  for (const [at, gain] of gains.entries()) {
    open = open.gain > 0 ? { gain: open.gain + gain, from: open.from } : { gain, from: at };
    if (open.gain > best.gain) best = { gain: open.gain, from: open.from, to: at + 1 };
  }
  return best;
}

/** Mean similarity with a story's paragraphs and headline, above neutral. */
function kin(chain: Terms, story: readonly Terms[], head: Terms, terms: PageTerms): number {
  const body = story.reduce((sum, other) => sum + similarity(chain, other) - terms.neutral, 0);
  const headWeight = head.size > 0 ? weights.head : 0;
  const all = story.length + headWeight;
  return all === 0 ? 0 : (body + headWeight * (similarity(chain, head) - terms.neutral)) / all;
}

function wordsOf(chain: Chain, terms: PageTerms): Terms {
  return joinTerms(chain.parts.map(({ index }) => terms.paragraph(index)));
}
