import { findCapitals, type CapitalRun } from './capitals.ts';
import type { AnswerSpan } from './span.ts';
import { nonPersonWords, titles } from './titles.ts';

/** "the Northern Line" is no person, while "the painter Ana Ruiz" is: there the title stands between. */
const articles: ReadonlySet<string> = new Set(
  'the a an its their el la los las un una le les une'.split(' '),
);
const mostWords = 5;

/** The names of people in a sentence of a language with capitals, sure where a title or a family name stands beside. */
export function findPeople(sentence: string, language: string): AnswerSpan[] {
  return findCapitals(sentence).flatMap((run) => {
    const rating = ratePerson(run, language);
    if (rating === 'no') return [];
    return [
      { start: run.start, end: run.end, kind: 'person', unit: null, grain: null, isSure: rating === 'sure' },
    ];
  });
}

function ratePerson({ text, words, before, isFirst }: CapitalRun, language: string): 'sure' | 'maybe' | 'no' {
  const names = words.filter((word) => !titles.has(word));
  if (names.length === 0 || words.length > mostWords || /\d/u.test(text)) return 'no';
  if (words.some((word) => nonPersonWords.has(word))) return 'no';
  // "NATO" and "J. R." are written in capitals alike, but only initials have dots.
  const isAbbreviation = !/\p{Ll}/u.test(text) && !/^\p{Lu}\.\s?\p{Lu}\./u.test(text);
  const hasTitle = titles.has(before) || (names.length < words.length && titles.has(words[0] ?? ''));
  if (hasTitle) return isAbbreviation ? 'maybe' : 'sure';
  if (isAbbreviation || articles.has(before)) return 'no';
  if (names.length > 1) return words.includes('of') ? 'maybe' : 'sure';
  // German writes every noun with a capital, and any sentence its first word.
  return language === 'de' || isFirst ? 'no' : 'maybe';
}
