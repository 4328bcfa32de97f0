import { cutColumns, cutFragment, keepParagraphs, wrapLines } from './page-layout.ts';
import type { Fragment } from './page-layout.ts';
import { phrases } from './page-phrases.ts';
import type { Phrases } from './page-phrases.ts';
import { makeRandom } from './random.ts';
import type { Random } from './random.ts';

/** An article to be printed: what a page must give back. */
export interface SourceArticle {
  readonly title: string;
  readonly authors: readonly string[];
  readonly language: string;
  readonly paragraphs: readonly string[];
}

/** Where a fragment was printed; `end` leaves out a hyphen that the page added. */
export interface PrintedFragment extends Fragment {
  readonly start: number;
  readonly end: number;
}

/** A page and what is true of it. */
export interface GeneratedPage {
  readonly file: string;
  readonly text: string;
  readonly titles: readonly string[];
  /** In page order. */
  readonly fragments: readonly PrintedFragment[];
  /** Page offsets of all headings, for the baseline. */
  readonly headings: readonly number[];
}

type Markup = 'markdown' | 'plain' | 'mixed';

interface Style {
  readonly markup: Markup;
  /** Columns in characters, or null for a line a paragraph. */
  readonly wrapWidth: number | null;
  readonly language: string;
  readonly words: Stock;
  readonly random: Random;
}

/** Phrases of which each is used once. */
type Stock = Omit<Phrases, 'kickers' | 'subtitles' | 'captions'> &
  Record<'kickers' | 'subtitles' | 'captions', string[]>;

/** What stands under one heading. */
interface Story {
  readonly title: string;
  readonly article: number;
  readonly authors: readonly string[];
  isTitlePrinted: boolean;
  /** Printed above the headline. */
  kicker: string | null;
  subtitle: string | null;
  pieces: Fragment[];
  /** The first half stands under a heading of its own, the kicker. */
  secondHeading: Fragment[] | null;
  jump: string | null;
}

/** Prints articles of one language as a page: the same seed, articles and order give the same page. */
export function generatePage(articles: readonly SourceArticle[], seed: number): GeneratedPage {
  const random = makeRandom(seed);
  const language = articles[0]?.language ?? 'en';
  const words = phrases[language];
  if (words === undefined) throw new RangeError(`no phrases for ${language}`);
  const markup = random.pick(['markdown', 'markdown', 'plain', 'mixed'] as const);
  const wrapWidth = markup !== 'markdown' && random.chance(0.5) ? random.between(34, 64) : null;
  const style: Style = { markup, wrapWidth, language, words: shufflePhrases(words, random), random };
  const stories = articles.map((article, at) => layOut(article, at, style));
  moveHalves(stories, style);
  return print(stories, { seed, style, titles: articles.map(({ title }) => title) });
}

/** A paper prints no kicker, subtitle or caption twice on a page: each is taken from the end of its shuffled list. */
function shufflePhrases(words: Phrases, random: Random): Stock {
  const { kickers, subtitles, captions, ...rest } = words;
  return {
    ...rest,
    kickers: random.shuffle(kickers),
    subtitles: random.shuffle(subtitles),
    captions: random.shuffle(captions),
  };
}

function layOut(source: SourceArticle, article: number, { language, words, random }: Style): Story {
  const count = random.between(Math.min(3, source.paragraphs.length), source.paragraphs.length);
  const paragraphs = source.paragraphs.slice(0, count);
  const isCut = random.chance(0.8);
  return {
    title: source.title,
    article,
    authors: source.authors.length > 0 && random.chance(0.6) ? source.authors : [],
    isTitlePrinted: true,
    kicker: random.chance(0.3) ? (words.kickers.pop() ?? null) : null,
    subtitle: random.chance(0.2) ? (words.subtitles.pop() ?? null) : null,
    pieces: isCut
      ? cutColumns(paragraphs, { article, language, random })
      : keepParagraphs(paragraphs, article),
    secondHeading: null,
    jump: null,
  };
}

/** Up to two stories lose a half to another place on the page. */
function moveHalves(stories: Story[], style: Style): void {
  const { random } = style;
  const moved = new Set<Story>();
  for (let move = random.pick([0, 0, 1, 1, 2]); move > 0; move--) {
    const free = stories.filter((story) => !moved.has(story) && story.pieces.length >= 2);
    if (free.length === 0) return;
    const story = random.pick(free);
    moved.add(story);
    const cut = chooseCut(story, style);
    const first = story.pieces.slice(0, cut);
    const second = story.pieces.slice(cut);
    const others = stories.filter((other) => other !== story && !moved.has(other));
    const way = random.pick(['twoHeadings', 'under', 'under', 'pageEnd', 'beginningAtEnd'] as const);
    const host = others.length > 0 ? random.pick(others) : null;
    const last = stories.at(-1);
    const upperHeading = way === 'twoHeadings' ? (story.kicker ?? style.words.kickers.pop() ?? null) : null;
    if (upperHeading !== null) {
      story.kicker = upperHeading;
      story.secondHeading = first;
      story.pieces = second;
    } else if (way === 'under' && host !== null) {
      if (random.chance(0.4)) story.jump = random.pick(style.words.jumps);
      story.pieces = first;
      host.pieces = insertPieces(host.pieces, second, random);
      moved.add(host);
    } else if (last === story && way === 'beginningAtEnd') {
      // As on the seed page: the last story's own beginning stands after its end.
      story.pieces = [...second, ...first];
    } else if (last !== undefined && last !== story) {
      const [kept, sent] = way === 'beginningAtEnd' ? [second, first] : [first, second];
      story.pieces = kept;
      last.pieces = [...last.pieces, ...sent];
      moved.add(last);
    }
  }
}

/**
 * Where a story is cut in two: nearly always where a column happens to end, so anywhere in a paragraph; one time in ten
 * between two paragraphs. Cuts the piece there and says how many pieces come before.
 */
function chooseCut(story: Story, { language, random }: Style): number {
  const between = story.pieces
    .map((_, at) => at)
    .filter((at) => at > 0 && story.pieces[at]?.paragraph !== story.pieces[at - 1]?.paragraph);
  if (between.length > 0 && random.chance(0.1)) return random.pick(between);
  const long = story.pieces.map((_, at) => at).filter((at) => (story.pieces[at]?.text.length ?? 0) > 40);
  const at = long.length > 0 ? random.pick(long) : 0;
  const whole = story.pieces[at];
  if (whole === undefined || whole.text.length <= 40) return Math.max(1, at);
  story.pieces = [
    ...story.pieces.slice(0, at),
    ...cutFragment(whole, { language, random }),
    ...story.pieces.slice(at + 1),
  ];
  story.pieces = story.pieces.map((piece, order) => ({ ...piece, order }));
  return at + 1;
}

/** Before the host's own text, after it, or where one of its columns ends. */
function insertPieces(host: readonly Fragment[], guest: readonly Fragment[], random: Random): Fragment[] {
  const at = random.pick([0, host.length, host.length, random.between(1, host.length)]);
  return [...host.slice(0, at), ...guest, ...host.slice(at)];
}

/** Writes the page and notes where everything stands. */
function print(
  stories: readonly Story[],
  {
    seed,
    style,
    titles,
  }: { readonly seed: number; readonly style: Style; readonly titles: readonly string[] },
): GeneratedPage {
  const { random, words } = style;
  const fragments: PrintedFragment[] = [];
  const headings: number[] = [];
  let text = '';
  const blank = (): string => '\n'.repeat(random.chance(0.15) ? 4 : 2);
  const line = (content: string): void => {
    text += content + blank();
  };
  const heading = (title: string, level: number): void => {
    headings.push(text.length);
    const isMarked = style.markup === 'markdown' || (style.markup === 'mixed' && random.chance(0.5));
    line(isMarked ? `${'#'.repeat(level)} ${title}` : title);
  };
  const body = (pieces: readonly Fragment[], caption: string | null): void => {
    const captionAt = caption === null ? -1 : random.between(0, Math.max(0, pieces.length - 1));
    for (const [at, piece] of pieces.entries()) {
      if (at === captionAt && caption !== null) line(caption);
      const start = text.length;
      const lines =
        style.wrapWidth === null ? [piece.text] : wrapLines(piece.text, style.wrapWidth, style.language);
      text += lines.join('\n');
      fragments.push({ ...piece, start, end: text.length - (piece.addsHyphen ? 1 : 0) });
      text += blank();
    }
  };
  if (random.chance(0.4)) line(random.pick(words.furniture));
  const referenceAt = random.chance(0.3) ? random.between(0, stories.length - 1) : -1;
  for (const [at, story] of stories.entries()) {
    if (at === referenceAt) {
      const [title, jump] = random.pick(words.references);
      heading(title, 1);
      line(jump);
    }
    const caption = random.chance(0.35) ? (words.captions.pop() ?? null) : null;
    if (story.secondHeading !== null) {
      heading(story.kicker ?? '', 2);
      body(story.secondHeading, null);
    } else if (story.kicker !== null) line(story.kicker);
    heading(story.title, 2);
    if (story.subtitle !== null) line(story.subtitle);
    if (story.authors.length > 0) line(words.byline(story.authors));
    body(story.pieces, caption);
    if (story.jump !== null) line(story.jump);
    if (random.chance(0.1)) line(random.pick(words.furniture));
  }
  const extension = style.markup === 'plain' ? 'txt' : 'md';
  return {
    file: `test-daily-2025-04-0${String((seed % 9) + 1)}.${extension}`,
    text: text.trimEnd() + '\n',
    titles,
    fragments,
    headings,
  };
}
