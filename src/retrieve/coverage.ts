import type { Question } from './passage.ts';
import { chunkTerms } from '../text/terms.ts';

/** Share of the question's content terms, weighed by their rarity, that stand in a text; 0 without content terms. */
export function coverTerms(question: Question, text: string): number {
  const present = new Set(chunkTerms(text));
  let covered = 0;
  let total = 0;
  for (const [term, weight] of question.contentTerms) {
    total += weight;
    if (present.has(term)) covered += weight;
  }
  return total === 0 ? 0 : covered / total;
}
