import { splitSentences } from '../text/sentences.ts';
import type { SentenceRange } from '../text/sentences.ts';

/** Part of every embedding's cache key and of the manifest: raise it when the same body would be cut differently. */
export const chunkerVersion = 1;

/** A slice of an article's body: the unit that is stored and embedded. */
export interface Chunk extends SentenceRange {
  /** The sentences inside it, in order; offsets into the body. */
  readonly sentences: readonly SentenceRange[];
}

/** How large a chunk may grow. */
export interface ChunkOptions {
  /** Model tokens a chunk may hold; one sentence longer than that is a chunk by itself. */
  readonly maxModelTokens: number;
  countTokens(text: string): number;
}

/**
 * Cuts a body into chunks of whole sentences, in order, with only white space between and around them. A paragraph
 * stays whole where it fits, and short paragraphs share a chunk.
 */
export function chunkBody(body: string, language: string, options: ChunkOptions): Chunk[] {
  const chunks: Chunk[] = [];
  let open: SentenceRange[] = [];
  let openTokens = 0;
  const close = (): void => {
    const first = open[0];
    const last = open.at(-1);
    if (first !== undefined && last !== undefined)
      chunks.push({ start: first.start, end: last.end, sentences: open });
    open = [];
    openTokens = 0;
  };
  for (const paragraph of groupByParagraph(body, splitSentences(body, language))) {
    const sizes = paragraph.map(({ start, end }) => options.countTokens(body.slice(start, end)));
    const total = sizes.reduce((sum, size) => sum + size, 0);
    if (openTokens + total > options.maxModelTokens) close();
    for (const [position, sentence] of paragraph.entries()) {
      const size = sizes[position] ?? 0;
      if (openTokens + size > options.maxModelTokens) close();
      open.push(sentence);
      openTokens += size;
    }
  }
  close();
  return chunks;
}

function groupByParagraph(body: string, sentences: readonly SentenceRange[]): SentenceRange[][] {
  const paragraphs: SentenceRange[][] = [];
  let previousEnd = 0;
  for (const sentence of sentences) {
    const current = paragraphs.at(-1);
    if (current === undefined || body.slice(previousEnd, sentence.start).includes('\n\n'))
      paragraphs.push([sentence]);
    else current.push(sentence);
    previousEnd = sentence.end;
  }
  return paragraphs;
}
