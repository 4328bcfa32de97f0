import type { DateGrain } from '../../text/question-rules/rule.ts';
import { calendarOf } from './calendars.ts';
import type { AnswerSpan } from './span.ts';

const grains: readonly DateGrain[] = ['time', 'day', 'month', 'century', 'year', 'weekday'];
const joints =
  /^\s?(?:[-–—~～〜至到]|(?:to|until|till|and|through|bis|und|a|al|hasta|y|à|au|et|до|по|и|إلى|و|から)\s?)\s?$/u;

/** Every date, year, century, week day and hour of a sentence; what joins two of them ("1870–1939") makes one span. */
export function findDates(sentence: string, language: string): AnswerSpan[] {
  const spans: AnswerSpan[] = [];
  for (const { 0: text, index, groups = {} } of sentence.matchAll(calendarOf(language))) {
    const grain = grains.find((each) => groups[each] !== undefined);
    const lead = text.length - text.trimStart().length;
    const span: AnswerSpan = {
      start: index + lead,
      end: index + text.length,
      kind: 'date',
      unit: null,
      grain: grain ?? null,
      isSure: grain !== undefined && grain !== 'weekday',
    };
    const previous = spans.at(-1);
    if (previous !== undefined && joints.test(sentence.slice(previous.end, span.start).slice(0, 12)))
      spans[spans.length - 1] = { ...previous, end: span.end };
    else spans.push(span);
  }
  return spans;
}
