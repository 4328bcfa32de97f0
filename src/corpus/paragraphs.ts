import type { Block } from './block.ts';
import { endingOf, openingOf } from './characters.ts';
import type { Ending, Opening } from './characters.ts';
import { addTerms, readTerms } from './cohesion.ts';
import type { TermCounts } from './cohesion.ts';
import { readDateline } from './datelines.ts';
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
        isJumpedFrom: section.jumps.some(({ start }) => start >= block.end && (next === undefined || start < next.start)),
      });
    }
  }
  return paragraphs;
}

/** The words of a page's paragraphs and heads, counted when first asked for. */
export interface PageTerms {
  readonly page: TermCounts;
  paragraph(index: number): TermCounts;
  /** Headline, kicker, subtitle and captions of a section. */
  head(section: number): TermCounts;
}

/** Counts terms lazily: most pages never need them. */
export function countPageTerms(sections: readonly Section[], paragraphs: readonly Paragraph[]): PageTerms {
  const ofParagraph = new Map<number, TermCounts>();
  const ofHead = new Map<number, TermCounts>();
  let page: TermCounts | undefined;
  const paragraph = (index: number): TermCounts =>
    remember(ofParagraph, index, () => readTerms(paragraphs[index]?.block.text ?? ''));
  const head = (section: number): TermCounts => remember(ofHead, section, () => readTerms(headText(sections[section])));
  return {
    paragraph,
    head,
    get page() {
      page ??= addTerms([...paragraphs.map(({ index }) => paragraph(index)), ...sections.map((_, at) => head(at))]);
      return page;
    },
  };
}

function headText(section: Section | undefined): string {
  if (section === undefined) return '';
  const { headline, kickers, subtitles, captions } = section;
  return [...(headline ? [headline] : []), ...kickers, ...subtitles, ...captions].map(({ text }) => text).join('\n');
}

function remember<Value>(cache: Map<number, Value>, key: number, make: () => Value): Value {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const made = make();
  cache.set(key, made);
  return made;
}
