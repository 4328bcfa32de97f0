import { normalizeForTerms } from '../../text/normalize.ts';
import type { QuestionType } from '../../text/question-type.ts';
import type { AnswerSpan } from './span.ts';

/** How far behind a number the things counted may be named, in UTF-16 units of the sentence. */
const reach = { words: 40, signs: 8 } as const;
const numeral = /^[$€£¥\d.,%~–〜\-零〇一二两三四五六七八九十百千万亿多余几约\s]+/u;

/** How well a span fits what is asked for: 2 its form or what stands beside it says so, 1 nothing speaks against it, 0 not. */
export function rateFit(
  type: QuestionType,
  span: AnswerSpan,
  sentence: string,
  isSpaceless: boolean,
): 0 | 1 | 2 {
  if (type.kind !== 'count') return span.isSure ? 2 : 1;
  if (type.unit !== null && span.unit === type.unit) return 2;
  if (isBesideCounted(type.counted, span, sentence, isSpaceless)) return 2;
  return type.unit === null && type.counted.length === 0 ? 1 : 0;
}

/** The spans that fit best, none where none fits. */
export function keepFitting(spans: readonly AnswerSpan[], rate: (span: AnswerSpan) => number): AnswerSpan[] {
  const ratings = spans.map(rate);
  const best = Math.max(0, ...ratings);
  return best === 0 ? [] : spans.filter((_, at) => ratings[at] === best);
}

function isBesideCounted(
  counted: readonly string[],
  { start, end }: AnswerSpan,
  sentence: string,
  isSpaceless: boolean,
): boolean {
  const [first] = counted;
  if (first === undefined) return false;
  if (!isSpaceless) {
    const after = normalizeForTerms(sentence.slice(end, end + reach.words));
    return counted.some((noun) => after.includes(noun.slice(0, Math.max(4, noun.length - 2))));
  }
  // A measure word stands right behind the number, the noun somewhere after it (多少个国家 → 四个欧洲国家).
  const after = normalizeForTerms(sentence.slice(start, end + reach.signs)).replace(numeral, '');
  return after.startsWith(first.charAt(0)) || (first.length > 2 && after.includes(first.slice(1, 3)));
}
