import { foldWords } from '../corpus/near-copies.ts';
import type { Passage } from './passage.ts';

/** Part of a passage's text that must have been said before for the passage to be a repeat. */
const repeatedShare = 0.5;

/**
 * Marks the passages that mostly repeat, word for word, what a better one of the same story says in another article.
 *
 * @param passages best first
 */
export function markRepeats(passages: readonly Passage[]): Passage[] {
  const articlesOf = new Map<string, Set<string>>();
  for (const { article } of passages) {
    const articles = articlesOf.get(article.storyId) ?? new Set();
    articlesOf.set(article.storyId, articles.add(article.id));
  }
  /** Sentences said so far, by story: folded words → the articles that say them. */
  const said = new Map<string, Map<string, Set<string>>>();
  return passages.map((passage) => {
    const { storyId } = passage.article;
    // Most stories have one article among those found; then nothing needs to be compared.
    if ((articlesOf.get(storyId)?.size ?? 0) < 2) return passage;
    const ofStory = said.get(storyId) ?? new Map<string, Set<string>>();
    said.set(storyId, ofStory);
    return { ...passage, isRepeat: isRepeat(passage, ofStory) };
  });
}

function isRepeat({ article, chunk }: Passage, said: Map<string, Set<string>>): boolean {
  let length = 0;
  let repeated = 0;
  for (const { start, end } of chunk.sentences) {
    const words = foldWords(article.body.slice(start, end), start === 0);
    const articles = said.get(words) ?? new Set();
    length += words.length;
    if ([...articles].some((id) => id !== article.id)) repeated += words.length;
    said.set(words, articles.add(article.id));
  }
  return length > 0 && repeated >= repeatedShare * length;
}

/** The first passages up to the one after which there are `count` that repeat nothing, repeats among them. */
export function takeDistinct(passages: readonly Passage[], count: number): Passage[] {
  let distinct = 0;
  return passages.filter(({ isRepeat: repeats = false }) => {
    if (!repeats) distinct += 1;
    return distinct <= count && count > 0;
  });
}
