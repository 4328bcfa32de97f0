import type { GeneratedPage, PrintedFragment } from './page-generator.ts';

/** What a reading says of a page, reduced to what is measured. */
export interface EvaluatedReading {
  readonly articles: readonly {
    readonly title: string;
    readonly segments: readonly {
      readonly start: number;
      readonly end: number;
      readonly pageStart: number;
    }[];
  }[];
  readonly joins: readonly { readonly lines: readonly [number, number] }[];
}

/** Counts over pages; add up with `addCounts`, read with `summarize`. */
export interface PageCounts {
  readonly boundary: Hits;
  readonly pairs: Hits;
  readonly joins: Hits;
  /** Articles whose first words stand under the right title. */
  readonly titles: { readonly right: number; readonly all: number };
  readonly lostCharacters: number;
  readonly doubledCharacters: number;
  /** Characters of headlines, captions and the like inside a body. */
  readonly foreignCharacters: number;
  readonly bodyCharacters: number;
}

/** Found and true, found but wrong, true but missed. */
export interface Hits {
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
}

/** Compares a reading with what the generator printed. */
export function evaluatePage(page: GeneratedPage, reading: EvaluatedReading): PageCounts {
  const cover = coverPage(page, reading);
  const labels = page.fragments.map((fragment, at) => labelOf(fragment, cover) ?? -1 - at);
  const truth = page.fragments.map(({ article }) => article);
  return {
    ...compareLabels(truth, labels),
    joins: compareJoins(page, reading),
    titles: compareTitles(page, reading, labels),
    ...countCharacters(page, cover),
  };
}

/** The baseline: a new article at every heading, nothing joined; it is told where the headings are. */
export function evaluateHeadingSplit(page: GeneratedPage): Pick<PageCounts, 'boundary' | 'pairs'> {
  const labels = page.fragments.map(({ start }) => page.headings.filter((heading) => heading < start).length);
  return compareLabels(
    page.fragments.map(({ article }) => article),
    labels,
  );
}

function compareLabels(
  truth: readonly number[],
  labels: readonly number[],
): Pick<PageCounts, 'boundary' | 'pairs'> {
  const boundary = { right: 0, wrong: 0, missed: 0 };
  const pairs = { right: 0, wrong: 0, missed: 0 };
  for (let a = 0; a < truth.length; a++) {
    if (a > 0) tally(boundary, truth[a] !== truth[a - 1], labels[a] !== labels[a - 1]);
    for (let b = a + 1; b < truth.length; b++) tally(pairs, truth[a] === truth[b], labels[a] === labels[b]);
  }
  return { boundary, pairs };
}

function tally(
  hits: { right: number; wrong: number; missed: number },
  isTrue: boolean,
  isFound: boolean,
): void {
  if (isTrue && isFound) hits.right++;
  else if (isFound) hits.wrong++;
  else if (isTrue) hits.missed++;
}

/** For every page offset: how often it stands in a body, and in which article's. */
interface Cover {
  readonly times: Uint8Array;
  readonly article: Int16Array;
}

function coverPage(page: GeneratedPage, reading: EvaluatedReading): Cover {
  const times = new Uint8Array(page.text.length);
  const article = new Int16Array(page.text.length).fill(-1);
  for (const [index, { segments }] of reading.articles.entries()) {
    for (const { start, end, pageStart } of segments) {
      for (let at = pageStart; at < pageStart + end - start; at++) {
        times[at] = (times[at] ?? 0) + 1;
        article[at] = index;
      }
    }
  }
  return { times, article };
}

/** The article that holds most of the fragment. */
function labelOf({ start, end }: PrintedFragment, { article }: Cover): number | null {
  const votes = new Map<number, number>();
  for (let at = start; at < end; at++) {
    const index = article[at] ?? -1;
    if (index >= 0) votes.set(index, (votes.get(index) ?? 0) + 1);
  }
  return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

function compareJoins(page: GeneratedPage, { joins }: EvaluatedReading): Hits {
  const lineStarts = [0, ...[...page.text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const fragmentAt = (line: number): PrintedFragment | undefined => {
    const start = lineStarts[line - 1] ?? 0;
    return page.fragments.find((fragment) => start >= fragment.start && start < fragment.end);
  };
  const isTrueJoin = (one: PrintedFragment | undefined, two: PrintedFragment | undefined): boolean =>
    one !== undefined &&
    two !== undefined &&
    one.article === two.article &&
    one.paragraph === two.paragraph &&
    one.order + 1 === two.order;
  const found = joins.map(({ lines }) => [fragmentAt(lines[0]), fragmentAt(lines[1])] as const);
  const right = found.filter(([one, two]) => isTrueJoin(one, two)).length;
  // Lines of one fragment that were read as two blocks belong together, but nobody cut them.
  const own = found.filter(([one, two]) => one !== undefined && one === two).length;
  const all = page.fragments.filter((one) => page.fragments.some((two) => isTrueJoin(one, two))).length;
  return { right, wrong: joins.length - right - own, missed: Math.max(0, all - right) };
}

function compareTitles(
  page: GeneratedPage,
  { articles }: EvaluatedReading,
  labels: readonly number[],
): PageCounts['titles'] {
  const right = page.titles.filter((title, article) => {
    const first = page.fragments.findIndex(
      (fragment) => fragment.article === article && fragment.order === 0,
    );
    return articles[labels[first] ?? -1]?.title === title;
  });
  return { right: right.length, all: page.titles.length };
}

function countCharacters(
  page: GeneratedPage,
  { times }: Cover,
): Pick<PageCounts, 'lostCharacters' | 'doubledCharacters' | 'foreignCharacters' | 'bodyCharacters'> {
  const isBody = new Uint8Array(page.text.length);
  for (const { start, end } of page.fragments) isBody.fill(1, start, end);
  const counts = { lostCharacters: 0, doubledCharacters: 0, foreignCharacters: 0, bodyCharacters: 0 };
  for (let at = 0; at < page.text.length; at++) {
    if (/\s/.test(page.text.charAt(at))) continue;
    const covered = times[at] ?? 0;
    if (isBody[at] === 1) counts.bodyCharacters++;
    if (isBody[at] === 1 && covered === 0) counts.lostCharacters++;
    if (covered > 1) counts.doubledCharacters++;
    // A hyphen that the page put at a column's end may stay when the word is written with one.
    if (isBody[at] === 0 && covered > 0 && page.text.charAt(at) !== '-') counts.foreignCharacters++;
  }
  return counts;
}

/** The sum of two pages' counts. */
export function addCounts(one: PageCounts, two: PageCounts): PageCounts {
  const add = (a: Hits, b: Hits): Hits => ({
    right: a.right + b.right,
    wrong: a.wrong + b.wrong,
    missed: a.missed + b.missed,
  });
  return {
    boundary: add(one.boundary, two.boundary),
    pairs: add(one.pairs, two.pairs),
    joins: add(one.joins, two.joins),
    titles: { right: one.titles.right + two.titles.right, all: one.titles.all + two.titles.all },
    lostCharacters: one.lostCharacters + two.lostCharacters,
    doubledCharacters: one.doubledCharacters + two.doubledCharacters,
    foreignCharacters: one.foreignCharacters + two.foreignCharacters,
    bodyCharacters: one.bodyCharacters + two.bodyCharacters,
  };
}

/** Harmonic mean of precision and recall; 1 where there was nothing to find and nothing was found. */
export function f1({ right, wrong, missed }: Hits): number {
  const all = 2 * right + wrong + missed;
  return all === 0 ? 1 : (2 * right) / all;
}
