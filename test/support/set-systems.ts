import { maxQuestionLength } from '../../src/answer/answer.ts';
import type { Question } from '../../src/retrieve/passage.ts';
import type { SetIndex } from './set-index.ts';
import type { RowQuestion } from './set-rows.ts';

/** What is compared: the answerer, and searching by terms alone, by embeddings alone, and by their ranks. */
export type SystemName = 'answerer' | 'bm25' | 'dense' | 'rrf';

/** Passages in the order a system finds them, and how sure it is that there is an answer; larger is surer. */
export interface Ranking {
  readonly ids: readonly string[];
  readonly sureness: number;
}

/** What came of one question. */
export interface AskedQuestion {
  readonly asked: RowQuestion;
  readonly rankings: Readonly<Record<SystemName, Ranking>>;
  /** Texts of the quotes, best first, as they would be shown were any confidence enough. */
  readonly quotes: readonly string[];
  readonly tookMs: number;
}

/** Chunks that a baseline finds. */
const chunksFound = 100;

/** Cormack, Clarke and Büttcher (2009). */
const rrfConstant = 60;

/** Asks the answerer, then the baselines. Only the answerer's own work is timed. */
export async function askSystems(
  asked: RowQuestion,
  { answerer, store, exact, passageOf }: SetIndex,
  now: () => number,
): Promise<AskedQuestion> {
  const { candidateIds } = asked.question;
  const text = asked.question.question.slice(0, maxQuestionLength);
  const filter = candidateIds === null ? {} : { articleIds: candidateIds };
  const startedMs = now();
  const answer = await answerer.answer(text, { filter, minConfidence: 0 });
  const tookMs = now() - startedMs;
  if (answer.withheld.length > 0)
    throw new Error(`a quote was withheld: ${answer.withheld[0]?.reason ?? ''}`);
  const { question, passages } = await answerer.retrieve(text, { filter });
  const rank = (found: readonly Scored[]): Ranking => rankPassages(found, passageOf);
  const bm25 = rank(await store.searchTerms(question.terms, chunksFound, filter));
  const dense = rank(await searchExactly(question, { store, exact }, filter));
  return {
    asked,
    rankings: {
      answerer: { ids: unique(passages.map(({ article }) => article.id)), sureness: answer.confidence },
      bm25,
      dense,
      rrf: fuseRanks([bm25, dense]),
    },
    quotes: answer.quotes.map((quote) => quote.text),
    tookMs,
  };
}

type Scored = { readonly chunkId: number; readonly score: number };

async function searchExactly(
  { embedding }: Question,
  { store, exact }: Pick<SetIndex, 'store' | 'exact'>,
  filter: { readonly articleIds?: readonly string[] },
): Promise<Scored[]> {
  const allowed = filter.articleIds === undefined ? undefined : new Set(await store.filterChunkIds(filter));
  return exact
    .search(embedding, chunksFound, allowed)
    .map(({ chunkId, similarity }) => ({ chunkId, score: similarity }));
}

/** A passage stands where its best chunk does. Nothing found is as unsure as can be. */
function rankPassages(found: readonly Scored[], passageOf: ReadonlyMap<number, string>): Ranking {
  const ids = unique(found.flatMap(({ chunkId }) => passageOf.get(chunkId) ?? []));
  return { ids, sureness: found[0]?.score ?? -Infinity };
}

/**
 * Reciprocal rank fusion with k = 60: each ranking gives a passage 1 / (k + rank). Equal sums in the order in which the
 * rankings name them.
 */
export function fuseRanks(rankings: readonly Ranking[]): Ranking {
  const sums = new Map<string, number>();
  for (const { ids } of rankings)
    for (const [at, id] of ids.entries()) sums.set(id, (sums.get(id) ?? 0) + 1 / (rrfConstant + at + 1));
  const sorted = [...sums].sort(([, a], [, b]) => b - a);
  return { ids: sorted.map(([id]) => id), sureness: sorted[0]?.[1] ?? -Infinity };
}

function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}
