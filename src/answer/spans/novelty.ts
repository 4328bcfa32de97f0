import { normalizeForTerms } from '../../text/normalize.ts';
import type { AnswerSpan } from './span.ts';

const signs = /[\p{Script=Han}\p{Script=Katakana}]/u;

/** Tells whether a span of a sentence is news to who asked. */
export type IsNew = (span: AnswerSpan, sentence: string) => boolean;

/**
 * A test for spans that say something the question does not say already: of a name no word may be the question's, of a
 * number or a date not every part.
 */
export function newTo(question: string): IsNew {
  const folded = fold(question);
  const said: Said = {
    text: folded.replace(/\s/gu, ''),
    words: ` ${folded}`,
    parts: new Set(partsOf(folded)),
  };
  return ({ start, end, kind }, sentence) => {
    const text = fold(sentence.slice(start, end));
    return kind === 'person' || kind === 'place' ? isNewName(text, said) : isNewNumber(text, said);
  };
}

/** Most names are ASCII, and in lower case those need no folding. */
function fold(text: string): string {
  return normalizeForTerms(text.toLowerCase());
}

interface Said {
  /** Without white space, for languages without spaces. */
  readonly text: string;
  /** Each word behind a space. */
  readonly words: string;
  readonly parts: ReadonlySet<string>;
}

function isNewName(name: string, { text, words }: Said): boolean {
  if (signs.test(name)) return !text.includes(name.replace(/\s/gu, ''));
  const parts = name.match(/[\p{L}\p{M}]{3,}/gu) ?? [name];
  // Two letters less, because the same name is declined otherwise in the question.
  return !parts.some((part) => words.includes(` ${part.slice(0, Math.max(4, part.length - 2))}`));
}

function isNewNumber(number: string, { text, parts }: Said): boolean {
  const own = partsOf(number);
  return own.length === 0 ? !text.includes(number.replace(/\s/gu, '')) : own.some((part) => !parts.has(part));
}

/** Numbers, and words of languages with spaces, such as months; what stands between them in Chinese is no part. */
function partsOf(folded: string): readonly string[] {
  return (
    folded.match(
      /\d+(?:[.,]\d+)*|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{M}])+/gu,
    ) ?? []
  );
}
