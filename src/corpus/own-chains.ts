import type { Chain } from './chains.ts';
import { firstIndex } from './chains.ts';
import { addTerms, cohesion } from './cohesion.ts';
import type { TermCounts } from './cohesion.ts';
import type { PageTerms, Paragraph } from './paragraphs.ts';

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
  cohesion: 0.25,
  /** A second half is moved more often than a beginning. */
  startsHere: 1.5,
  /** The story's first paragraph stands where it belongs. */
  opensSection: 6,
  /** What follows a moved half under the same heading is more often all of it than a part. */
  wholeRest: 1.5,
};

/** Longest stretch after a moved piece in which its end is looked for, in chains. */
const maxRest = 40;

/** Decides for every chain whose story it is: its section's, unless a paragraph that runs across sections carries it off. */
export function ownChains(chains: readonly Chain[], paragraphs: readonly Paragraph[], terms: PageTerms): OwnedChain[] {
  const owned = new Map<Chain, OwnedChain>();
  for (const chain of chains) owned.set(chain, { chain, owner: chain.sections[0] ?? 0, anchor: anchorOf(chain), rank: 0 });
  const bySection = groupBySection(chains);
  const spanning = chains.filter((chain) => chain.sections.length > 1);
  for (const chain of spanning) {
    const owner = chooseOwner(chain, paragraphs, terms);
    const home = chain.parts.find(({ section }) => section === owner);
    owned.set(chain, { chain, owner, anchor: home?.index ?? anchorOf(chain), rank: 0 });
  }
  for (const chain of spanning) {
    const own = owned.get(chain);
    if (own) carryNeighbours(own, bySection, { owned, terms });
  }
  return [...owned.values()];
}

/** A chain inside one section stands where its first part on the page stands. */
function anchorOf(chain: Chain): number {
  return firstIndex(chain);
}

function groupBySection(chains: readonly Chain[]): Map<number, Chain[]> {
  const groups = new Map<number, Chain[]>();
  for (const chain of chains) {
    for (const section of chain.sections) {
      const group = groups.get(section) ?? [];
      group.push(chain);
      groups.set(section, group);
    }
  }
  const indexIn = (chain: Chain, section: number): number =>
    Math.min(...chain.parts.filter((part) => part.section === section).map(({ index }) => index));
  for (const [section, group] of groups) group.sort((a, b) => indexIn(a, section) - indexIn(b, section));
  return groups;
}

function chooseOwner(chain: Chain, paragraphs: readonly Paragraph[], terms: PageTerms): number {
  const own = new Set(chain.parts.map(({ index }) => index));
  const words = addTerms(chain.parts.map(({ index }) => terms.paragraph(index)));
  const rated = chain.sections.map((section) => {
    const rest = paragraphs.filter((other) => other.section === section && !own.has(other.index)).slice(0, maxRest);
    const story = addTerms([terms.head(section), ...rest.map(({ index }) => terms.paragraph(index))]);
    const first = chain.parts[0];
    const place = first?.section === section ? weights.startsHere + (first.isFirst ? weights.opensSection : 0) : 0;
    return { section, score: place + weights.cohesion * cohesion(words, story, terms.page) };
  });
  return rated.reduce((best, each) => (each.score > best.score ? each : best)).section;
}

interface OwnContext {
  readonly owned: Map<Chain, OwnedChain>;
  readonly terms: PageTerms;
}

/** In every foreign section of a chain, takes along the paragraphs around it that belong to the same story. */
function carryNeighbours(own: OwnedChain, bySection: ReadonlyMap<number, readonly Chain[]>, context: OwnContext): void {
  const { chain, owner } = own;
  for (const section of chain.sections) {
    if (section === owner) continue;
    const neighbours = bySection.get(section) ?? [];
    const at = neighbours.indexOf(chain);
    const isBeginning = chain.parts[0]?.section === section;
    const rest = isBeginning ? neighbours.slice(0, at).reverse() : neighbours.slice(at + 1);
    const others = isBeginning ? neighbours.slice(at + 1) : neighbours.slice(0, at);
    const stretch = untilOtherStory(rest, section, context);
    const count = countCarried(own, { section, stretch, others }, context);
    for (const [step, carried] of stretch.slice(0, count).entries()) {
      const rank = isBeginning ? -1 - step : 1 + step;
      context.owned.set(carried, { chain: carried, owner, anchor: own.anchor, rank });
    }
  }
}

/** The neighbours up to the first that is known to be of its own section, or of a third one. */
function untilOtherStory(rest: readonly Chain[], section: number, { owned }: OwnContext): Chain[] {
  const end = rest.findIndex((other) => other.sections.length > 1 || owned.get(other)?.owner !== section);
  return rest.slice(0, Math.min(end < 0 ? rest.length : end, maxRest));
}

interface Stretch {
  readonly section: number;
  readonly stretch: readonly Chain[];
  /** The section's chains on the other side of the moved one. */
  readonly others: readonly Chain[];
}

/** How many of the neighbours go with the moved chain: the cut that makes both stories most of a piece. */
function countCarried(own: OwnedChain, { section, stretch, others }: Stretch, { owned, terms }: OwnContext): number {
  const dateline = stretch.findIndex((chain) => chain.parts[0]?.hasDateline);
  const limit = dateline < 0 ? stretch.length : dateline;
  const words = stretch.map((chain) => wordsOf(chain, terms));
  const mover = addTerms([
    terms.head(own.owner),
    ...[...owned.values()].filter(({ owner }) => owner === own.owner).map(({ chain }) => wordsOf(chain, terms)),
  ]);
  const host = addTerms([
    terms.head(section),
    ...others.filter((chain) => owned.get(chain)?.owner === section).map((chain) => wordsOf(chain, terms)),
  ]);
  let best = { count: 0, score: -Infinity };
  for (let count = 0; count <= limit; count++) {
    const whole = count === stretch.length ? weights.wholeRest : 0;
    const score = whole + weights.cohesion * (together(words.slice(0, count), mover, terms) + together(words.slice(count), host, terms));
    if (score > best.score) best = { count, score };
  }
  return best.count;
}

/** How well each chain goes with a story and with the other chains. */
function together(chains: readonly TermCounts[], story: TermCounts, terms: PageTerms): number {
  return chains.reduce((sum, chain, at) => {
    const others = addTerms([story, ...chains.filter((_, index) => index !== at)]);
    return sum + cohesion(chain, others, terms.page);
  }, 0);
}

function wordsOf(chain: Chain, terms: PageTerms): TermCounts {
  return addTerms(chain.parts.map(({ index }) => terms.paragraph(index)));
}
