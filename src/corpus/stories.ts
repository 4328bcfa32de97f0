import type { Chain } from './chains.ts';
import { makeChains } from './chains.ts';
import { joinTerms, similarity } from './cohesion.ts';
import type { Link } from './link-paragraphs.ts';
import { linkParagraphs } from './link-paragraphs.ts';
import { countNgrams } from './ngrams.ts';
import { ownChains } from './own-chains.ts';
import type { OwnedChain } from './own-chains.ts';
import type { Decision } from './page-reading.ts';
import { readPageTerms, listParagraphs } from './paragraphs.ts';
import type { PageWords } from './page-words.ts';
import type { PageTerms, Paragraph } from './paragraphs.ts';
import type { Section } from './sections.ts';
import { moveStrays } from './stray-chains.ts';

/** One news item: the headings it stands under and its paragraphs in reading order. */
export interface Story {
  /** The section that names it first, then others whose heading it also stands under. */
  readonly sections: readonly Section[];
  readonly chains: readonly Chain[];
}

/** The stories of a page and how they were put together. */
export interface PageStories {
  readonly stories: readonly Story[];
  readonly links: readonly (Link & { readonly first: Paragraph; readonly second: Paragraph })[];
  readonly decisions: readonly Decision[];
}

/** Puts the paragraphs of all sections together as stories. */
export function assembleStories(sections: readonly Section[], words: PageWords): PageStories {
  const paragraphs = listParagraphs(sections);
  const terms = readPageTerms(sections, paragraphs);
  const ngrams = countNgrams(paragraphs.map(({ block }) => block.text));
  const links = linkParagraphs({ paragraphs, ngrams, terms, words });
  const chains = makeChains(paragraphs, links);
  const owned = moveStrays(ownChains(chains, sections, terms), sections, terms);
  const groups = mergeHeadings(sections, owned, terms);
  const decisions = [...describeMoves(owned, sections), ...describeOpenEnds(chains), ...describeMerges(groups, sections)];
  const used = new Set(chains.flatMap(({ parts }) => parts.slice(1).map((part, at) => `${String(parts[at]?.index)} ${String(part.index)}`)));
  return {
    stories: groups.map((group) => makeStory(group, sections, owned)).filter(({ chains: own }) => own.length > 0),
    links: links.flatMap((link) => {
      const first = paragraphs[link.from];
      const second = paragraphs[link.to];
      return first && second && used.has(`${String(link.from)} ${String(link.to)}`) ? [{ ...link, first, second }] : [];
    }),
    decisions,
  };
}

/** Sections that are one story, by section index, in page order. */
function mergeHeadings(sections: readonly Section[], owned: readonly OwnedChain[], terms: PageTerms): number[][] {
  const mergedInto = new Map<number, number>();
  for (const [at, section] of sections.entries()) {
    const before = at - 1;
    const host = ownerOfEmptied(at, section, owned);
    if (host !== null) mergedInto.set(at, host);
    else if (before >= 0 && isBrokenApart(before, at, { sections, owned, terms })) mergedInto.set(at, before);
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
function ownerOfEmptied(at: number, section: Section, owned: readonly OwnedChain[]): number | null {
  if (section.body.length === 0) return null;
  const here = owned.filter(({ chain }) => chain.sections.includes(at));
  const owner = here[0]?.owner;
  const isEmptied = owner !== undefined && owner !== at && here.every((own) => own.owner === owner);
  return isEmptied && !owned.some((own) => own.owner === at) ? owner : null;
}

/**
 * Whether two neighbouring headings stand over one story although no sentence runs from one to the other: the first
 * text breaks off, the second begins in mid-sentence, only the second is signed, and they share their words.
 */
function isBrokenApart(
  first: number,
  second: number,
  { sections, owned, terms }: { readonly sections: readonly Section[]; readonly owned: readonly OwnedChain[]; readonly terms: PageTerms },
): boolean {
  const one = sections[first];
  const two = sections[second];
  if (!one || !two || one.bylines.length > 0 || two.bylines.length === 0) return false;
  const firstChains = owned.filter(({ owner }) => owner === first);
  const secondChains = owned.filter(({ owner }) => owner === second);
  const last = firstChains.at(-1)?.chain.parts.at(-1);
  const isDatelined = firstChains[0]?.chain.parts[0]?.hasDateline === true;
  if (last?.ending !== 'open' || last.isJumpedFrom || isDatelined) return false;
  const opening = secondChains.find(({ chain }) => chain.parts.some((part) => part.isFirst && part.section === second));
  const isMidSentence = opening?.chain.parts[0]?.isFirst === false || opening?.chain.parts[0]?.opening === 'open';
  if (!isMidSentence) return false;
  const wordsOf = (list: readonly OwnedChain[]) =>
    joinTerms(list.flatMap(({ chain }) => chain.parts.map(({ index }) => terms.paragraph(index))));
  return similarity(wordsOf(firstChains), wordsOf(secondChains)) > leastKinship;
}

/** Least similarity of two texts under neighbouring headings that are taken for one story; two stories have 0.05 to 0.15. */
const leastKinship = 0.2;

function makeStory(group: readonly number[], sections: readonly Section[], owned: readonly OwnedChain[]): Story {
  const own = owned
    .filter(({ owner }) => group.includes(owner))
    .sort((a, b) => a.anchor - b.anchor || a.rank - b.rank)
    .map(({ chain }) => chain);
  const members = group.flatMap((at) => sections[at] ?? []);
  // The signed heading is the headline; the other was a kicker or a turn.
  const main = members.find(({ bylines }) => bylines.length > 0) ?? members[0];
  return { sections: main ? [main, ...members.filter((member) => member !== main)] : [], chains: own };
}

function describeMoves(owned: readonly OwnedChain[], sections: readonly Section[]): Decision[] {
  return owned.flatMap(({ chain, owner }) => {
    const first = chain.parts[0];
    const last = chain.parts.at(-1);
    if (!first || !last || chain.sections.every((section) => section === owner)) return [];
    const title = sections[owner]?.headline?.text ?? '';
    return [{ kind: 'piece-moved' as const, lines: [first.block.lines[0], last.block.lines[1]] as const, detail: title, confidence: 0.7 }];
  });
}

function describeOpenEnds(chains: readonly Chain[]): Decision[] {
  return chains.flatMap(({ parts }) => {
    const last = parts.at(-1);
    if (last?.ending !== 'open' || last.isCrosshead) return [];
    return [{ kind: 'paragraph-left-open' as const, lines: last.block.lines, detail: last.block.text.slice(-20), confidence: 0.8 }];
  });
}

function describeMerges(groups: readonly (readonly number[])[], sections: readonly Section[]): Decision[] {
  return groups.flatMap((group) =>
    group.slice(1).flatMap((at) => {
      const heading = sections[at]?.headline;
      return heading ? [{ kind: 'two-headings' as const, lines: heading.lines, detail: heading.text, confidence: 0.7 }] : [];
    }),
  );
}
