import type { Lines } from '../../corpus/article.ts';
import type { Decision, Join } from '../../corpus/page-reading.ts';
import { readCorpusFile } from '../../corpus/read-corpus.ts';
import type { OpenedPage } from '../../corpus/readers/reader.ts';
import { openPage } from '../../corpus/readers/readers.ts';
import type { BlockKind } from '../../corpus/block.ts';
import type { StoredArticle } from '../../store/news-store.ts';

/** A line of a page as received. */
export interface RawLine {
  readonly number: number;
  readonly text: string;
  /** What the line was taken for; null where the format has no blocks. */
  readonly kind: BlockKind | null;
  /** Whether words of the article that is shown stand here. */
  readonly isOwn: boolean;
}

/** A page as received, with what was made of it; or why it can not be shown. */
export type RawPage =
  | {
      readonly file: string;
      /** Whether it is another one than when it was indexed. */
      readonly isChanged: boolean;
      readonly lines: readonly RawLine[];
      readonly lineCount: number;
      readonly joins: readonly Join[];
      readonly decisions: readonly Decision[];
    }
  | { readonly file: string; readonly problem: string };

/** Lines shown before and after an article where the page is long. */
const linesAround = 150;
const maxLines = 2000;
/** A line of machine-made JSON may be as long as the file. */
const maxLineUnits = 2000;

/** The page that an article was read from, read again. */
export async function readRawPage(article: StoredArticle): Promise<RawPage> {
  const { page, segments } = article;
  const read = readCorpusFile({ folder: page.folder, file: page.file });
  if ('setAside' in read) return { file: page.file, problem: read.setAside.reason };
  const opened = await openPage(page.file, read.bytes);
  if ('reason' in opened) return { file: page.file, problem: opened.reason };
  const own = segments.map(({ lines }) => lines);
  return {
    file: page.file,
    isChanged: read.contentHash !== page.contentHash,
    ...describeLines(opened, own),
  };
}

function describeLines(opened: OpenedPage, own: readonly Lines[]) {
  const { blocks, joins, decisions } = opened.read();
  const texts = opened.text.split(/\r\n|\r|\n/);
  const kinds = new Map<number, BlockKind>();
  for (const { kind, lines } of blocks) for (let at = lines[0]; at <= lines[1]; at++) kinds.set(at, kind);
  const ownLines = new Set<number>();
  for (const [from, to] of own) for (let at = from; at <= to; at++) ownLines.add(at);
  const [first, last] = chooseLines(texts.length, own);
  const isShown = ({ lines }: { readonly lines: Lines }): boolean => lines[0] <= last && lines[1] >= first;
  return {
    lineCount: texts.length,
    lines: texts.slice(first - 1, last).map((text, at): RawLine => {
      const number = first + at;
      const shown = text.length > maxLineUnits ? `${text.slice(0, maxLineUnits).toWellFormed()}…` : text;
      return { number, text: shown, kind: kinds.get(number) ?? null, isOwn: ownLines.has(number) };
    }),
    joins: joins.filter(isShown),
    decisions: decisions.filter(isShown),
  };
}

/** The whole page, or the part of a long one that the article stands in. */
function chooseLines(lineCount: number, own: readonly Lines[]): Lines {
  if (lineCount <= maxLines) return [1, lineCount];
  const first = Math.max(1, Math.min(...own.map(([from]) => from)) - linesAround);
  const last = Math.max(...own.map(([, to]) => to)) + linesAround;
  return [first, Math.min(lineCount, last, first + maxLines)];
}
