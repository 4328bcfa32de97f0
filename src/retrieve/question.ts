import type { Embedder } from '../embed/embedder.ts';
import { detectLanguage } from '../text/language.ts';
import { contentTerms, questionTerms } from '../text/terms.ts';
import type { Searchable } from './candidates.ts';
import type { Question } from './passage.ts';

/** What a question is read with. */
export interface QuestionSources extends Searchable {
  readonly embedder: Embedder;
}

/** Embeds a question and weighs its terms by how rare they are in the index. */
export async function readQuestion(
  text: string,
  { embedder, store, vectorIndex }: QuestionSources,
): Promise<Question> {
  const language = detectLanguage(text);
  const wanted = contentTerms(text, language);
  const [embedding, frequencies] = await Promise.all([
    embedQuestion(text, language, embedder),
    store.chunkFrequencies(wanted),
  ]);
  const weighed = wanted.map((term): [string, number] => [
    term,
    inverseDocumentFrequency(frequencies.get(term) ?? 0, vectorIndex.size),
  ]);
  return {
    text,
    language,
    embedding,
    terms: questionTerms(text),
    contentTerms: new Map(weighed),
  };
}

async function embedQuestion(text: string, language: string, embedder: Embedder): Promise<Float32Array> {
  const embedding = await embedder.embedQuestion(text);
  return embedder.centering === null ? embedding : embedder.centering.question(embedding, language);
}

/** ln(1 + (N − n + ½) / (n + ½)), never negative: the form of Robertson and Zaragoza (2009) that Lucene uses. */
export function inverseDocumentFrequency(chunksWithTerm: number, chunkCount: number): number {
  return Math.log(1 + (chunkCount - chunksWithTerm + 0.5) / (chunksWithTerm + 0.5));
}
