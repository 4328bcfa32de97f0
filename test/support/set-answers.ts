/** What the official script of SQuAD drops besides punctuation. */
const englishArticles: ReadonlySet<string> = new Set(['a', 'an', 'the']);

/** A character of a script without spaces between words, a number, or a word. */
const piece =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|\p{N}+|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}])[\p{L}\p{M}])+/gu;

/**
 * Whether a text holds one of the answers. Both are normalised after SQuAD's official script (Rajpurkar et al., 2016,
 * `normalize_answer`): lower case, without punctuation, without English articles, spaces as one; before that NFKC,
 * for full-width digits and letters. Three things differ. The answer is looked for inside the text, since quotes are
 * whole sentences. It has to begin and end with whole words or numbers, so that 19 is not found in 1919; where a
 * script has no spaces every character is a word. And punctuation parts words instead of vanishing, so that "16" is
 * found in "23-16". Which passage the text comes from plays no part.
 */
export function holdsAnswer(text: string, answers: readonly string[]): boolean {
  const pieces = cutPieces(text);
  return answers.some((answer) => includesRun(pieces, cutPieces(answer)));
}

function cutPieces(text: string): string[] {
  const pieces = text.normalize('NFKC').toLowerCase().match(piece) ?? [];
  const rest = pieces.filter((word) => !englishArticles.has(word));
  // An answer "A" is not nothing.
  return rest.length > 0 ? rest : [...pieces];
}

function includesRun(pieces: readonly string[], run: readonly string[]): boolean {
  if (run.length === 0) return false;
  return pieces.some((_, start) => run.every((word, at) => pieces[start + at] === word));
}
