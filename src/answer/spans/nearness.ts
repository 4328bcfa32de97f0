import { stripQuestionWords } from '../../text/question-words.ts';
import { normalizeForTerms } from '../../text/normalize.ts';
import type { AnswerSpan } from './span.ts';

/** Letters that have to agree, so that inflected words still meet. */
const stemLetters = 5;
const spaceless = /[\p{Script=Han}\p{Script=Katakana}ー]/u;

/** At this distance a word counts half, in UTF-16 units: some four words, or as many of Chinese. */
const halving = { words: 25, signs: 8 } as const;
/** Farther words count nothing, which also bounds the work. */
const mostHalvings = 12;

interface Hit {
  readonly at: number;
  readonly term: string;
}

/**
 * How near each span stands to the words of the question, in [0, 1): the mean over those words of a value that halves
 * with distance and with each clause mark between.
 */
export function rateNearness(
  question: string,
  sentence: string,
  spans: readonly AnswerSpan[],
  language: string,
): number[] {
  const terms = termsOf(stripQuestionWords(normalizeForTerms(question), language));
  const hits = findHits(sentence, terms);
  if (terms.size === 0) return spans.map(() => 0);
  const halvingUnits = spaceless.test(sentence) ? halving.signs : halving.words;
  return spans.map((span) => {
    const best = new Map<string, number>();
    for (const { at, term } of hits) {
      if (at >= span.start && at < span.end) continue;
      best.set(term, Math.max(best.get(term) ?? 0, rateHit(sentence, at, span, halvingUnits)));
    }
    return [...best.values()].reduce((sum, value) => sum + value, 0) / terms.size;
  });
}

function rateHit(sentence: string, at: number, span: AnswerSpan, halvingUnits: number): number {
  const [from, to] = at < span.start ? [at, span.start] : [span.end, at];
  if (to - from > halvingUnits * mostHalvings) return 0;
  const marks = sentence.slice(from, to).match(/[,，、;；:：()（）]/gu)?.length ?? 0;
  return 0.5 ** ((to - from) / halvingUnits + marks / 2);
}

function termsOf(folded: string): ReadonlySet<string> {
  const terms = new Set<string>();
  for (const [word] of folded.matchAll(
    /[\p{Script=Han}\p{Script=Katakana}ー]+|(?:(?![\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}ー])[\p{L}\p{N}])+/gu,
  )) {
    if (spaceless.test(word)) for (let i = 0; i + 2 <= word.length; i++) terms.add(word.slice(i, i + 2));
    else if (word.length > 2 || /\d/u.test(word)) terms.add(word.slice(0, stemLetters));
  }
  return terms;
}

function findHits(sentence: string, terms: ReadonlySet<string>): Hit[] {
  const hits: Hit[] = [];
  for (const { 0: word, index } of sentence.matchAll(
    /[\p{Script=Han}\p{Script=Katakana}ー]+|(?:(?![\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}ー])[\p{L}\p{M}\p{N}])+/gu,
  )) {
    const folded = normalizeForTerms(word);
    if (!spaceless.test(word)) {
      const term = folded.slice(0, stemLetters);
      if (terms.has(term)) hits.push({ at: index, term });
      continue;
    }
    for (let i = 0; i + 2 <= folded.length; i++) {
      const term = folded.slice(i, i + 2);
      if (terms.has(term)) hits.push({ at: index + i, term });
    }
  }
  return hits;
}
