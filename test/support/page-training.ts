import { readPageWords } from '../../src/corpus/evidence/page-words.ts';
import { describePage, prepareItems } from '../../src/corpus/blocks/classify-units.ts';
import { readFrontMatter } from '../../src/corpus/blocks/front-matter.ts';
import { describeLabel } from '../../src/corpus/blocks/label-features.ts';
import { describeLink, describeNoLink, nextInSection } from '../../src/corpus/stories/link-features.ts';
import { listTargets } from '../../src/corpus/join-columns.ts';
import { countNgrams } from '../../src/corpus/evidence/ngrams.ts';
import { parsePage } from '../../src/corpus/page.ts';
import { readPageTerms, listParagraphs } from '../../src/corpus/stories/paragraphs.ts';
import { readSections } from '../../src/corpus/stories/sections.ts';
import { readLines } from '../../src/corpus/blocks/page-lines.ts';
import { readUnits } from '../../src/corpus/blocks/units.ts';
import { fitChoices } from './logistic.ts';
import type { Choice } from './logistic.ts';
import { generatePage } from './page-generator.ts';
import type { GeneratedPage, SourceArticle } from './page-generator.ts';
import { chooseArticles } from './source-articles.ts';

/** For every paragraph without a full stop: which other on the page does it run on into, if any? */
export function listLinkChoices(page: GeneratedPage): Choice[] {
  const { blocks } = parsePage(page);
  const sections = readSections(blocks, null);
  const paragraphs = listParagraphs(sections);
  const ngrams = countNgrams(paragraphs.map(({ block }) => block.text));
  const evidence = {
    paragraphs,
    ngrams,
    terms: readPageTerms(sections, paragraphs),
    words: readPageWords(page.text),
  };
  return paragraphs.flatMap((first) => {
    const targets = listTargets(first, evidence);
    if (targets.length === 0) return [];
    const printed = page.fragments.find(
      ({ start, end }) =>
        start < first.block.end && end >= first.block.textStart + first.block.text.length - 1,
    );
    if (printed === undefined) return [];
    const end = first.block.textStart + first.block.text.length;
    // A fragment that was read as two blocks runs on into its own rest.
    const isWhole = end >= printed.end;
    const next = page.fragments.find(
      ({ article, paragraph, order }) =>
        article === printed.article && paragraph === printed.paragraph && order === printed.order + 1,
    );
    const from = isWhole ? next?.start : page.text.slice(end).search(/\S/) + end;
    const right = targets.findIndex(({ block }) => block.textStart === from);
    const none = describeNoLink(first, nextInSection(first, paragraphs));
    return [
      {
        options: [none, ...targets.map((second) => describeLink(first, second, evidence))],
        right: right + 1,
      },
    ];
  });
}

/** For every short line of a page that could be a heading: is it one, or a piece of a paragraph? */
export function listLabelChoices(page: GeneratedPage): Choice[] {
  const lines = readLines(page.text);
  const items = prepareItems(readUnits(lines), page, readFrontMatter(lines));
  const context = describePage(items, page);
  return items.flatMap(({ unit, isLabel, kind }, at) => {
    if (!isLabel || kind !== 'body') return [];
    const isText = page.fragments.some(({ start, end }) => start < unit.textEnd && end > unit.textStart);
    return [{ options: [{}, describeLabel(items, at, context)], right: isText ? 0 : 1 }];
  });
}

/** Seeds, both ends included. */
type Seeds = readonly [first: number, last: number];

/** The weights of src/corpus/blocks/label-weights.ts and link-weights.ts, fitted to the generated pages of the seeds. */
export function fitPageWeights(
  articles: ReadonlyMap<string, readonly SourceArticle[]>,
  [first, last]: Seeds,
): Record<'labels' | 'links', Record<string, number>> {
  const seeds = Array.from({ length: last - first + 1 }, (_, step) => first + step);
  const pages = seeds.map((seed) => generatePage(chooseArticles(articles, seed), seed));
  return {
    labels: fitChoices(pages.flatMap(listLabelChoices), { steps: 2000, ridge: 0.0003 }),
    links: fitChoices(pages.flatMap(listLinkChoices), { steps: 1500, ridge: 0.0001 }),
  };
}
