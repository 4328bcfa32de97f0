import type { Article, Segment } from '../../src/corpus/article.ts';
import type { NewArticle, NewChunk, StoredArticle, StoredChunk } from '../../src/store/news-store.ts';
import { quantize } from '../../src/store/sqlite/encoding.ts';
import { chunkTerms } from '../../src/text/terms.ts';
import { embedFakePassage } from './fake-embedder.ts';

/** What a test says of an article; everything else is filled in. */
export interface ArticleSketch extends Partial<Omit<Article, 'body' | 'segments'>> {
  /** Each paragraph's sentences, as printed; between two of them the body has a space. */
  readonly paragraphs?: readonly (readonly string[])[];
  readonly contentHash?: string;
}

const usualParagraphs = [['The old ferry sails again.', 'Fares rise in May.'], ['Islanders are pleased.']];

/** An article whose page is its body, a line a paragraph. */
export function makeArticle({ paragraphs = usualParagraphs, ...facts }: ArticleSketch = {}): Article {
  const texts = paragraphs.map((sentences) => sentences.join(' '));
  const body = texts.join('\n\n');
  const segments: Segment[] = [];
  for (const [position, text] of texts.entries()) {
    const start = body.indexOf(text, segments.at(-1)?.end ?? 0);
    const line = 1 + position * 2;
    segments.push({ start, end: start + text.length, pageStart: start, lines: [line, line] });
  }
  return {
    id: 'ferry',
    title: 'Ferry returns',
    kicker: null,
    subtitle: null,
    authors: [],
    agency: null,
    place: null,
    source: 'Harbour Courier',
    publishedOn: '2025-03-04',
    updatedAt: null,
    inferred: [],
    section: null,
    language: 'en',
    url: null,
    ...facts,
    body,
    segments,
  };
}

/** An article ready to store: one chunk a paragraph, embedded by the fake. */
export function makeNewArticle({ contentHash, ...sketch }: ArticleSketch = {}): NewArticle {
  const { paragraphs = usualParagraphs } = sketch;
  const article = makeArticle(sketch);
  const chunks = article.segments.map(({ start, end }, position): NewChunk => {
    const text = article.body.slice(start, end);
    const sentences = placeSentences(article.body, paragraphs[position] ?? [], start);
    return { start, end, embedding: embedFakePassage(text), terms: chunkTerms(text), sentences };
  });
  return {
    article,
    contentHash: contentHash ?? `hash of ${article.id}`,
    chunks,
    readId: article.id,
    versionKeys: [],
    olderCount: 0,
  };
}

function placeSentences(body: string, sentences: readonly string[], from: number) {
  let next = from;
  return sentences.map((sentence) => {
    const start = body.indexOf(sentence, next);
    next = start + sentence.length;
    return { start, end: next, embedding: embedFakePassage(sentence) };
  });
}

/** An article and its chunks as the store would give them back. */
export function makeStored(
  sketch: ArticleSketch & { readonly firstChunkId?: number; readonly storyId?: string } = {},
): {
  readonly article: StoredArticle;
  readonly chunks: readonly StoredChunk[];
} {
  const { firstChunkId = 1, storyId, ...rest } = sketch;
  const { article, chunks } = makeNewArticle(rest);
  return {
    article: {
      ...article,
      version: 1,
      storyId: storyId ?? article.id,
      page: { id: 1, folder: '/corpus', file: `${article.id}.md`, contentHash: 'page' },
    },
    chunks: chunks.map(({ start, end, embedding, sentences }, position) => ({
      id: firstChunkId + position,
      articleId: article.id,
      start,
      end,
      embedding,
      sentences: sentences.map((sentence) => {
        const { values, scale } = quantize(sentence.embedding);
        return { start: sentence.start, end: sentence.end, embedding: values, scale };
      }),
    })),
  };
}
