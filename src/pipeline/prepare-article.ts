import { createHash } from 'node:crypto';
import type { Article } from '../corpus/article.ts';
import { chunkBody, chunkerVersion } from '../corpus/chunk.ts';
import { embeddingKey } from '../embed/cache.ts';
import type { EmbeddingOf } from '../embed/cache.ts';
import type { Embedder } from '../embed/embedder.ts';
import type { NewArticle, VersionFacts } from '../store/news-store.ts';
import { chunkTerms } from '../text/terms.ts';

/**
 * Model tokens of a chunk. Paragraphs of news have 60 to 250; the model reads 512 but was trained on shorter texts,
 * and a chunk should be about one thing. `docs/decisions/0006-chunks.md` has the sizes that were compared.
 */
const maxChunkTokens = 240;

/** A slice of an article's body with the key of its embedding. */
interface Keyed {
  readonly start: number;
  readonly end: number;
  readonly key: string;
}

/** An article cut into chunks and sentences, not embedded yet. */
export interface PreparedArticle {
  readonly article: Article;
  readonly contentHash: string;
  readonly chunks: readonly (Keyed & { readonly sentences: readonly Keyed[] })[];
}

/** A hash over everything that was read of the article: equal hashes, nothing to do. */
export function hashArticle(article: Article): string {
  return createHash('sha256').update(JSON.stringify(article)).digest('base64url');
}

/** Cuts an article and adds the texts to embed to `texts` (key → text). */
export function prepareArticle(
  article: Article,
  contentHash: string,
  embedder: Embedder,
  texts: Map<string, string>,
): PreparedArticle {
  const keep = (text: string): string => {
    const key = embeddingKey(text, embedder.identity, chunkerVersion);
    texts.set(key, text);
    return key;
  };
  const { body, language, title } = article;
  const chunks = chunkBody(body, language, {
    maxModelTokens: maxChunkTokens,
    countTokens: (text) => embedder.countTokens(text),
  });
  return {
    article,
    contentHash,
    chunks: chunks.map(({ start, end, sentences }) => ({
      start,
      end,
      key: keep(embeddedText(title, body.slice(start, end))),
      sentences: sentences.map((sentence) => ({
        start: sentence.start,
        end: sentence.end,
        key: keep(body.slice(sentence.start, sentence.end)),
      })),
    })),
  };
}

/** A chunk is embedded under its article's title, which says what "he" and "the company" in it are. */
function embeddedText(title: string, text: string): string {
  return title === '' ? text : `${title}\n${text}`;
}

/**
 * Adds the embeddings and terms to a prepared article. `embeddingOf` must know every key.
 *
 * @param versions what is known of its other versions; nothing if not given
 */
export function completeArticle(
  { article, contentHash, chunks }: PreparedArticle,
  embeddingOf: EmbeddingOf,
  versions: VersionFacts = { readId: article.id, versionKeys: [], olderCount: 0 },
): NewArticle {
  return {
    ...versions,
    article,
    contentHash,
    chunks: chunks.map(({ start, end, key, sentences }) => ({
      start,
      end,
      embedding: embeddingOf(key, article.language),
      terms: chunkTerms(embeddedText(article.title, article.body.slice(start, end))),
      sentences: sentences.map((sentence) => ({
        start: sentence.start,
        end: sentence.end,
        embedding: embeddingOf(sentence.key, article.language),
      })),
    })),
  };
}
