import type { Block } from '../block.ts';
import { endingOf, openingOf } from '../evidence/characters.ts';
import type { Ending, Opening } from '../evidence/characters.ts';
import { joinTerms, readTerms, similarity } from '../evidence/cohesion.ts';
import type { Terms } from '../evidence/cohesion.ts';
import { readDateline } from '../evidence/datelines.ts';
import type { Section } from './sections.ts';

/** A body block in its place on the page. */
export interface Paragraph {
  /** Place among all paragraphs of the page. */
  readonly index: number;
  readonly block: Block;
  /** Index of its section. */
  readonly section: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** Whether it is a heading inside an article, which nothing is joined to. */
  readonly isCrosshead: boolean;
  readonly ending: Ending;
  readonly opening: Opening;
  readonly hasDateline: boolean;
  /** Whether a jump line stands right after it. */
  readonly isJumpedFrom: boolean;
}

/** All paragraphs of a page in page order. */
export function listParagraphs(sections: readonly Section[]): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (const [number, section] of sections.entries()) {
    for (const [at, block] of section.body.entries()) {
      const next = section.body[at + 1];
      paragraphs.push({
        index: paragraphs.length,
        block,
        section: number,
        isFirst: at === 0,
        isLast: next === undefined,
        isCrosshead: block.kind === 'headline',
        ending: endingOf(block.text),
        opening: openingOf(block.text),
        hasDateline: readDateline(block.text) !== null,
        isJumpedFrom: section.jumps.some(
          ({ start }) => start >= block.end && (next === undefined || start < next.start),
        ),
      });
    }
  }
  return paragraphs;
}

/** The terms of a page's paragraphs and heads, read when first asked for. */
export interface PageTerms {
  /** The similarity at which two texts are as likely of one story as of two. */
  readonly neutral: number;
  paragraph(index: number): Terms;
  /** The same, where it is too short to tell a story with the paragraph after it in the section. */
  fromHere(index: number): Terms;
  /** Headline, kicker, subtitle and captions of a section. */
  head(section: number): Terms;
}

/** Fewest terms that tell a story. */
const leastTerms = 30;

/** Paragraphs that the page's usual similarity is taken from; all pairs of them are compared. */
const sampleSize = 60;

/** Reads terms lazily: most pages never need them. */
export function readPageTerms(sections: readonly Section[], paragraphs: readonly Paragraph[]): PageTerms {
  const ofParagraph = new Map<number, Terms>();
  const ofStretch = new Map<number, Terms>();
  const ofHead = new Map<number, Terms>();
  let neutral: number | undefined;
  const paragraph = (index: number): Terms =>
    remember(ofParagraph, index, () => readTerms(paragraphs[index]?.block.text ?? ''));
  const fromHere = (index: number): Terms => {
    const own = paragraph(index);
    const next = paragraphs[index + 1];
    if (own.size >= leastTerms || next?.section !== paragraphs[index]?.section) return own;
    return joinTerms([own, paragraph(index + 1)]);
  };
  return {
    paragraph,
    fromHere: (index) => remember(ofStretch, index, () => fromHere(index)),
    head: (section) => remember(ofHead, section, () => readTerms(headText(sections[section]))),
    get neutral() {
      neutral ??= neutralSimilarity(paragraphs.slice(0, sampleSize), paragraph);
      return neutral;
    },
  };
}

/** Half way between what paragraphs under one heading have in common and what paragraphs under two have. */
function neutralSimilarity(sample: readonly Paragraph[], terms: (index: number) => Terms): number {
  const within = { sum: 0, count: 0 };
  const between = { sum: 0, count: 0 };
  for (const [at, one] of sample.entries()) {
    for (const two of sample.slice(at + 1)) {
      const pairs = one.section === two.section ? within : between;
      pairs.sum += similarity(terms(one.index), terms(two.index));
      pairs.count++;
    }
  }
  const mean = ({ sum, count }: typeof within): number => (count === 0 ? 0 : sum / count);
  if (between.count === 0) return mean(within) / 2;
  return (Math.max(mean(within), mean(between)) + mean(between)) / 2;
}

function headText(section: Section | undefined): string {
  if (section === undefined) return '';
  const { headline, kickers, subtitles, captions } = section;
  return [...(headline ? [headline] : []), ...kickers, ...subtitles, ...captions]
    .map(({ text }) => text)
    .join('\n');
}

function remember<Value>(cache: Map<number, Value>, key: number, make: () => Value): Value {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const made = make();
  cache.set(key, made);
  return made;
}
