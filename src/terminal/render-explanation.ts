import type { Explanation } from '../answer/explain.ts';
import { plainText } from './plain-text.ts';

/** How many passages and sentences are listed. */
const listed = 8;

/** Why a question is answered as it is, for maintainers. */
export function renderExplanation(explanation: Explanation): string {
  const { question, type, passages, ranked, evidence, confidence, answerFrom, sureFrom } = explanation;
  const terms = [...question.contentTerms].sort(([, a], [, b]) => b - a);
  const verdict =
    confidence < answerFrom ? 'not found' : confidence < sureFrom ? 'answered, unsure' : 'answered';
  return `${[
    `Question   ${plainText(question.text)}`,
    `           language ${question.language}; asks for ${describeType(type)}`,
    `Terms      ${terms.length === 0 ? 'none' : terms.map(([term, weight]) => `${plainText(term)} ${weight.toFixed(1)}`).join(', ')}`,
    '',
    'Passages   score = ½ chunk + ½ best sentence + 0.2 terms',
    '           score  chunk   best  terms',
    ...passages.slice(0, listed).map((passage) => {
      const best =
        passage.sentenceSimilarities.length === 0
          ? passage.similarity
          : Math.max(...passage.sentenceSimilarities);
      return `           ${numbers([passage.score, passage.similarity, best, passage.termScore])}  ${plainText(passage.article.title)} (${plainText(passage.article.source)})${passage.isRepeat === true ? ' repeat' : ''}`;
    }),
    '',
    'Sentences  score  cosine  fits',
    ...ranked.slice(0, listed).map(({ passage, ordinal, score, similarity, fit }) => {
      const { start, end } = passage.chunk.sentences[ordinal] ?? { start: 0, end: 0 };
      return `           ${numbers([score, similarity])}   ${fit.padEnd(7)}  ${plainText(passage.article.body.slice(start, end))}`;
    }),
    '',
    `Confidence ${confidence.toFixed(3)}: ${verdict} (answered from ${answerFrom.toFixed(2)}, sure from ${sureFrom.toFixed(2)})`,
    ...(evidence ?? []).map(
      ({ name, value, adds }) =>
        `           ${name.padEnd(14)} ${value.toFixed(3).padStart(7)}  adds ${adds.toFixed(2).padStart(6)}`,
    ),
  ].join('\n')}\n`;
}

function describeType({ kind, unit, grain, place }: Explanation['type']): string {
  const detail = unit ?? grain ?? place;
  return detail === null ? kind : `${kind} (${detail})`;
}

function numbers(values: readonly number[]): string {
  return values.map((value) => value.toFixed(3).padStart(6)).join(' ');
}
