import type { Chain } from './chains.ts';
import { firstIndex } from './chains.ts';
import { joinTerms, similarity } from '../evidence/cohesion.ts';
import type { Terms } from '../evidence/cohesion.ts';
import type { PageTerms } from './paragraphs.ts';
import type { Section } from './sections.ts';

/** A chain in the story it belongs to. */
export interface OwnedChain {
  readonly chain: Chain;
  /** The section whose story it is. */
  readonly owner: number;
  /** Place in the story: first by `anchor`, a paragraph index, then by `rank`. */
  readonly anchor: number;
  readonly rank: number;
}

/** Weights in nats; tuned with the join weights on the tuning pages, 2026-11-24. */
const weights = {
  /** One unit of similarity above the mean. */
  kinship: 15,
  /** A headline says more of its story than a paragraph does, and most of the first. */
  head: 3,
  lead: 5,
  /** A second half is moved more often than a beginning. */
  secondHalf: 1,
  /** What follows a moved half under the same heading is more often all of it than a part. */
  wholeRest: 1.5,
  /** Two headings over one story: likely where only the second is signed, and they follow each other. */
  merged: -1,
  mergedUnsigned: 1,
  mergedSigned: -3,
  mergedApart: -3,
};

/** Longest stretch beside a moved piece in which its end is looked for, in chains. */
const maxStretch = 30;

/** Decides for every chain whose story it is: its section's, unless a paragraph that runs across sections carries it off. */
export function ownChains(
  chains: readonly Chain[],
  sections: readonly Section[],
  terms: PageTerms,
): OwnedChain[] {
  const owned = new Map<Chain, OwnedChain>();
  for (const chain of chains) {
    owned.set(chain, { chain, owner: chain.sections[0] ?? 0, anchor: firstIndex(chain), rank: 0 });
  }
  const bySection = groupBySection(chains);
  for (const chain of chains) {
    if (chain.sections.length < 2) continue;
    const split = chooseSplit(listSides(chain, bySection, owned), sections, terms);
    const home = chain.parts.find(({ section }) => section === split.owner);
    const anchor = home?.index ?? firstIndex(chain);
    owned.set(chain, { chain, owner: split.owner, anchor, rank: 0 });
    for (const [step, carried] of split.carried.entries()) {
      const rank = split.isBeginning ? step - split.carried.length : step + 1;
      owned.set(carried, { chain: carried, owner: split.owner, anchor, rank });
    }
  }
  return [...owned.values()];
}

/** The chains of every section in the order in which they stand there. */
function groupBySection(chains: readonly Chain[]): Map<number, Chain[]> {
  const placed = chains.flatMap((chain) =>
    chain.sections.map((section) => ({
      chain,
      section,
      at: Math.min(...chain.parts.filter((part) => part.section === section).map(({ index }) => index)),
    })),
  );
  const groups = new Map<number, Chain[]>();
  for (const { chain, section } of placed.sort((a, b) => a.at - b.at)) {
    const group = groups.get(section);
    if (group) group.push(chain);
    else groups.set(section, [chain]);
  }
  return groups;
}

/** A chain that begins in one section and ends in another, with its neighbours on both sides. */
interface Sides {
  readonly chain: Chain;
  readonly first: number;
  readonly last: number;
  readonly beforeFirst: readonly Chain[];
  readonly afterFirst: readonly Chain[];
  readonly beforeLast: readonly Chain[];
  readonly afterLast: readonly Chain[];
}

function listSides(
  chain: Chain,
  bySection: ReadonlyMap<number, readonly Chain[]>,
  owned: ReadonlyMap<Chain, OwnedChain>,
): Sides {
  const first = chain.sections[0] ?? 0;
  const last = chain.sections.at(-1) ?? first;
  const around = (section: number): [Chain[], Chain[]] => {
    const here = bySection.get(section) ?? [];
    const at = here.indexOf(chain);
    const isOwn = (other: Chain): boolean =>
      owned.get(other)?.owner === section && other.sections.length === 1;
    const before = here.slice(Math.max(0, at - maxStretch), at).filter(isOwn);
    return [before, here.slice(at + 1, at + 1 + maxStretch).filter(isOwn)];
  };
  const [beforeFirst, afterFirst] = around(first);
  const [beforeLast, afterLast] = around(last);
  return { chain, first, last, beforeFirst, afterFirst, beforeLast, afterLast };
}

/** Whose story the chain is, and what goes with it. */
interface Split {
  readonly owner: number;
  readonly carried: readonly Chain[];
  /** Whether the carried chains stand before the chain in the story. */
  readonly isBeginning: boolean;
  readonly one: readonly Chain[];
  readonly other: readonly Chain[];
  readonly prior: number;
}

/** The split under which both stories hang together best. */
function chooseSplit(sides: Sides, sections: readonly Section[], terms: PageTerms): Split {
  const { first, last, chain, beforeFirst, afterFirst, beforeLast, afterLast } = sides;
  const all = [...beforeFirst, chain, ...afterFirst, ...beforeLast, ...afterLast];
  const words = new Map(all.map((each) => [each, wordsOf(each, terms)]));
  const rateStory = (story: readonly Chain[], section: number): number =>
    rateGroup(
      story.flatMap((each) => words.get(each) ?? []),
      terms.head(section),
      terms.neutral,
    );
  const rate = ({ one, other, owner, prior }: Split): number => {
    const otherSection = owner === first ? last : first;
    if (other.length > 0)
      return weights.kinship * (rateStory(one, owner) + rateStory(other, otherSection)) + prior;
    // Of two headings over one story, one names it; the other may be a rubric that shares no word with it.
    const kin = Math.max(rateStory(one, owner), rateStory(one, otherSection));
    return weights.kinship * kin + prior + mergedPrior(sides, sections);
  };
  const splits = [...splitsOfSecondHalf(sides), ...splitsOfBeginning(sides)].map((split) => ({
    split,
    score: rate(split),
  }));
  return splits.reduce((best, each) => (each.score > best.score ? each : best)).split;
}

/** How much more a story's paragraphs are alike than the mean, its headline and its lead counting more. */
function rateGroup(story: readonly Terms[], head: Terms, neutral: number): number {
  let sum = 0;
  for (const [at, one] of story.entries()) {
    for (const two of story.slice(at + 1)) sum += similarity(one, two) - neutral;
    if (head.size > 0)
      sum += (weights.head + (at === 0 ? weights.lead : 0)) * (similarity(one, head) - neutral);
  }
  return sum;
}

/** The last section holds the second half of the first section's story: with `count` of the chains after it. */
function splitsOfSecondHalf({
  chain,
  first,
  beforeFirst,
  afterFirst,
  beforeLast,
  afterLast,
}: Sides): Split[] {
  const dateline = afterLast.findIndex((after) => after.parts[0]?.hasDateline);
  const limit = dateline < 0 ? afterLast.length : dateline;
  return Array.from({ length: limit + 1 }, (_, count) => ({
    owner: first,
    carried: afterLast.slice(0, count),
    isBeginning: false,
    one: [...beforeFirst, chain, ...afterFirst, ...afterLast.slice(0, count)],
    other: [...beforeLast, ...afterLast.slice(count)],
    prior: weights.secondHalf + (count === afterLast.length ? weights.wholeRest : 0),
  }));
}

/** The first section holds the beginning of the last section's story: with `count` of the chains before it. */
function splitsOfBeginning({ chain, last, beforeFirst, afterFirst, beforeLast, afterLast }: Sides): Split[] {
  return Array.from({ length: beforeFirst.length + 1 }, (_, count) => {
    const cut = beforeFirst.length - count;
    return {
      owner: last,
      carried: beforeFirst.slice(cut),
      isBeginning: true,
      one: [...beforeFirst.slice(cut), chain, ...beforeLast, ...afterLast],
      other: [...beforeFirst.slice(0, cut), ...afterFirst],
      prior: 0,
    };
  });
}

function mergedPrior({ chain, first, last }: Sides, sections: readonly Section[]): number {
  if (last !== first + 1) return weights.merged + weights.mergedApart;
  const one = sections[first];
  const isSigned = (one?.bylines.length ?? 0) > 0 || chain.parts[0]?.hasDateline === true;
  const isSecondSigned = (sections[last]?.bylines.length ?? 0) > 0;
  return weights.merged + (isSigned ? weights.mergedSigned : isSecondSigned ? weights.mergedUnsigned : 0);
}

function wordsOf(chain: Chain, terms: PageTerms): Terms {
  return joinTerms(chain.parts.map(({ index }) => terms.paragraph(index)));
}
