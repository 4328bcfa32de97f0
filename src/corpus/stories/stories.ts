import type { Chain } from './chains.ts';
import { makeChains } from './chains.ts';
import { indexChains, mergeHeadings } from './merge-headings.ts';
import type { ChainIndex } from './merge-headings.ts';
import type { Link } from '../join-columns.ts';
import { linkParagraphs } from '../join-columns.ts';
import { countNgrams } from '../evidence/ngrams.ts';
import { ownChains } from './own-chains.ts';
import type { OwnedChain } from './own-chains.ts';
import type { Decision } from '../page-reading.ts';
import { readPageTerms, listParagraphs } from './paragraphs.ts';
import type { PageWords } from '../evidence/page-words.ts';
import type { Paragraph } from './paragraphs.ts';
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
  const index = indexChains(owned);
  const groups = mergeHeadings(sections, index, terms);
  const decisions = [
    ...describeMoves(owned, sections),
    ...describeOpenEnds(chains),
    ...describeMerges(groups, sections),
  ];
  const used = new Set(
    chains.flatMap(({ parts }) =>
      parts.slice(1).map((part, at) => `${String(parts[at]?.index)} ${String(part.index)}`),
    ),
  );
  return {
    stories: groups
      .map((group) => makeStory(group, sections, index))
      .filter(({ chains: own }) => own.length > 0),
    links: links.flatMap((link) => {
      const first = paragraphs[link.from];
      const second = paragraphs[link.to];
      return first && second && used.has(`${String(link.from)} ${String(link.to)}`)
        ? [{ ...link, first, second }]
        : [];
    }),
    decisions,
  };
}

function makeStory(group: readonly number[], sections: readonly Section[], index: ChainIndex): Story {
  const own = group
    .flatMap((at) => index.byOwner.get(at) ?? [])
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
    return [
      {
        kind: 'piece-moved' as const,
        lines: [first.block.lines[0], last.block.lines[1]] as const,
        detail: title,
        confidence: 0.7,
      },
    ];
  });
}

function describeOpenEnds(chains: readonly Chain[]): Decision[] {
  return chains.flatMap(({ parts }) => {
    const last = parts.at(-1);
    if (last?.ending !== 'open' || last.isCrosshead) return [];
    return [
      {
        kind: 'paragraph-left-open' as const,
        lines: last.block.lines,
        detail: last.block.text.slice(-20),
        confidence: 0.8,
      },
    ];
  });
}

function describeMerges(groups: readonly (readonly number[])[], sections: readonly Section[]): Decision[] {
  return groups.flatMap((group) =>
    group.slice(1).flatMap((at) => {
      const heading = sections[at]?.headline;
      return heading
        ? [{ kind: 'two-headings' as const, lines: heading.lines, detail: heading.text, confidence: 0.7 }]
        : [];
    }),
  );
}
