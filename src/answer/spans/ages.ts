import type { AnswerSpan } from './span.ts';

const number = '\\d{1,3}';
const pattern = new RegExp(
  [
    `(?<=(?:aged?|age of|Alter von|edad de|âge de|в возрасте|عن عمر(?: يناهز)?)\\s(?:about\\s|etwa\\s)?)${number}(?!\\d)`,
    `${number}(?:[- ]years?[- ](?:old|of age)|-?jährig\\p{L}*|\\sJahren? alt|\\saños|\\sans|-летн\\p{L}+|\\sлет|\\sгода?|\\sعام\\p{L}*|\\sسن\\p{L}+)`,
    '(?<=\\p{L},\\s)[1-9]\\d(?=,)',
    `(?:${number}|[一二三四五六七八九十百]{1,4})\\s?[周週多]?[岁歲歳才]`,
  ].join('|'),
  'gu',
);

/** Every age of a sentence, also one between commas behind a name. */
export function findAges(sentence: string): AnswerSpan[] {
  return Array.from(sentence.matchAll(pattern), ({ 0: text, index }) => ({
    start: index,
    end: index + text.length,
    kind: 'age',
    unit: 'time',
    grain: null,
    isSure: true,
  }));
}
