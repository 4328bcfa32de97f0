import type { ArticleFilter, NewsReader, StoredChunk } from '../store/news-store.ts';
import { findCandidates } from './candidates.ts';
import type { Searchable } from './candidates.ts';
import type { Passage, Question } from './passage.ts';
import { markRepeats, takeDistinct } from './repeats.ts';
import { cosine } from '../vector-index/cosine.ts';
import { compareSentences, scorePassage } from './score.ts';
import { ignoreStages } from './stages.ts';
import type { OnStage } from './stages.ts';

/**
 * The passages nearest to a question, best first; equal scores by chunk id. Repeats, which another outlet's copy of a
 * story gives, are marked and do not count towards the limit.
 */
export async function retrievePassages(
  question: Question,
  searchable: Searchable,
  {
    filter = {},
    limit,
    onStage = ignoreStages,
  }: { readonly filter?: ArticleFilter; readonly limit: number; readonly onStage?: OnStage },
): Promise<Passage[]> {
  onStage('search');
  const candidates = await findCandidates(question, searchable, filter);
  onStage('score');
  const chunks = await searchable.store.chunks([...candidates.keys()]);
  const scored = chunks.map((chunk) => scoreChunk(question, chunk, candidates.get(chunk.id) ?? 0));
  scored.sort((a, b) => b.score - a.score || a.chunk.id - b.chunk.id);
  return takeDistinct(markRepeats(await attachArticles(scored, searchable.store)), limit);
}

type Scored = Omit<Passage, 'article'>;

function scoreChunk(question: Question, chunk: StoredChunk, termScore: number): Scored {
  const similarity = cosine(question.embedding, chunk.embedding);
  const sentenceSimilarities = compareSentences(question.embedding, chunk);
  const score = scorePassage(similarity, sentenceSimilarities, termScore);
  return { chunk, similarity, sentenceSimilarities, termScore, score };
}

async function attachArticles(scored: readonly Scored[], store: NewsReader): Promise<Passage[]> {
  const ids = new Set(scored.map(({ chunk }) => chunk.articleId));
  const articles = await store.articles([...ids]);
  return scored.flatMap((passage) => {
    // An article removed between the two reads is simply no longer there to quote.
    const article = articles.get(passage.chunk.articleId);
    return article === undefined ? [] : [{ ...passage, article }];
  });
}
