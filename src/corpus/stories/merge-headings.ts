import { joinTerms, similarity } from '../evidence/cohesion.ts';
import type { OwnedChain } from './own-chains.ts';
import type { PageTerms } from './paragraphs.ts';
import type { Section } from './sections.ts';

/** The chains of a page by the section whose story they are, and by every section they stand in. */
export interface ChainIndex {
  readonly byOwner: ReadonlyMap<number, readonly OwnedChain[]>;
  readonly bySection: ReadonlyMap<number, readonly OwnedChain[]>;
}

/** Indexes chains; each list keeps their order. */
export function indexChains(owned: readonly OwnedChain[]): ChainIndex {
  const byOwner = new Map<number, OwnedChain[]>();
  const bySection = new Map<number, OwnedChain[]>();
  const add = (map: Map<number, OwnedChain[]>, key: number, own: OwnedChain): void => {
    const list = map.get(key);
    if (list) list.push(own);
    else map.set(key, [own]);
  };
  for (const own of owned) {
    add(byOwner, own.owner, own);
    for (const section of own.chain.sections) add(bySection, section, own);
  }
  return { byOwner, bySection };
}

/** Sections that are one story, by section index, in page order. */
export function mergeHeadings(sections: readonly Section[], index: ChainIndex, terms: PageTerms): number[][] {
  const mergedInto = new Map<number, number>();
  for (const [at, section] of sections.entries()) {
    const before = at - 1;
    const host = ownerOfEmptied(at, section, index);
    if (host !== null) mergedInto.set(at, host);
    else if (before >= 0 && isBrokenApart(before, at, { sections, index, terms })) mergedInto.set(at, before);
  }
  const rootOf = (at: number): number => {
    const into = mergedInto.get(at);
    return into === undefined || into === at ? at : rootOf(into);
  };
  const groups = new Map<number, number[]>();
  for (const at of sections.keys()) groups.set(rootOf(at), [...(groups.get(rootOf(at)) ?? []), at]);
  return [...groups.values()];
}

/** The story that all the text under a heading belongs to, where it is another heading's. */
function ownerOfEmptied(at: number, section: Section, { byOwner, bySection }: ChainIndex): number | null {
  if (section.body.length === 0) return null;
  const here = bySection.get(at) ?? [];
  const owner = here[0]?.owner;
  const isEmptied = owner !== undefined && owner !== at && here.every((own) => own.owner === owner);
  return isEmptied && !byOwner.has(at) ? owner : null;
}

/**
 * Whether two neighbouring headings stand over one story although no sentence runs from one to the other: the first
 * text breaks off, the second begins in mid-sentence, only the second is signed, and they share their words.
 */
function isBrokenApart(
  first: number,
  second: number,
  {
    sections,
    index,
    terms,
  }: { readonly sections: readonly Section[]; readonly index: ChainIndex; readonly terms: PageTerms },
): boolean {
  const one = sections[first];
  const two = sections[second];
  if (!one || !two || one.bylines.length > 0 || two.bylines.length === 0) return false;
  const firstChains = index.byOwner.get(first) ?? [];
  const secondChains = index.byOwner.get(second) ?? [];
  const last = firstChains.at(-1)?.chain.parts.at(-1);
  const isDatelined = firstChains[0]?.chain.parts[0]?.hasDateline === true;
  if (last?.ending !== 'open' || last.isJumpedFrom || isDatelined) return false;
  const opening = secondChains.find(({ chain }) =>
    chain.parts.some((part) => part.isFirst && part.section === second),
  );
  const isMidSentence =
    opening?.chain.parts[0]?.isFirst === false || opening?.chain.parts[0]?.opening === 'open';
  if (!isMidSentence) return false;
  return meanKinship(firstChains, secondChains, terms) > 0;
}

/** Mean similarity of the chains of two sections, above neutral. */
function meanKinship(
  firsts: readonly OwnedChain[],
  seconds: readonly OwnedChain[],
  terms: PageTerms,
): number {
  const wordsOf = ({ chain }: OwnedChain) =>
    joinTerms(chain.parts.map(({ index }) => terms.paragraph(index)));
  const others = seconds.map(wordsOf);
  const pairs = firsts.flatMap((first) => {
    const words = wordsOf(first);
    return others.map((other) => similarity(words, other) - terms.neutral);
  });
  return pairs.length === 0 ? 0 : pairs.reduce((sum, pair) => sum + pair, 0) / pairs.length;
}
