import { describe, expect, it } from 'vitest';
import { favourNewest, readAskedPeriod } from '../../src/answer/asked-period.ts';
import type { RatedSentence } from '../../src/answer/quote.ts';

const askedAt = { now: new Date('2026-11-24T02:00:00Z'), timeZone: 'Asia/Shanghai' };

describe('readAskedPeriod', () => {
  it.each([
    ['¿Qué pasó la semana pasada en Valdorquín?', '2026-11-16', 'la semana pasada'],
    ['上周岚浦港发生了什么？', '2026-11-16', '上周'],
    ['What has the council decided since Monday?', '2026-11-23', 'since Monday'],
  ])('reads %s', (question, from, phrase) => {
    expect(readAskedPeriod(question, {}, askedAt)).toEqual({ from, phrase });
  });

  it.each([
    ['names a year', 'What happened in Skell in 1998?'],
    ['names no time', 'Who runs the ferry to Skell?'],
  ])('is null for a question that %s', (_what, question) => {
    expect(readAskedPeriod(question, {}, askedAt)).toBeNull();
  });

  it.each([
    ['a filter has a period', { since: '2026-01-01' }, askedAt],
    ['it is not known when it is asked', {}, undefined],
  ])('is null where %s', (_what, filter, at) => {
    expect(readAskedPeriod('What happened last week?', filter, at)).toBeNull();
  });
});

describe('favourNewest', () => {
  const rated = (publishedOn: string | null, score: number): RatedSentence =>
    ({
      passage: { article: { publishedOn } },
      ordinal: 0,
      similarity: 0,
      score,
      fit: 'unknown',
    }) as RatedSentence;
  const ranked = [rated('2025-01-01', 0.5), rated('2026-01-01', 0.45), rated(null, 0.44)];
  const datesOf = (sentences: readonly RatedSentence[]) =>
    sentences.map(({ passage }) => passage.article.publishedOn);

  it('brings newer articles forward where the newest is asked for', () => {
    expect(datesOf(favourNewest('最新的消息是什么？', ranked))).toEqual(['2026-01-01', '2025-01-01', null]);
  });

  it('leaves them as they are where it is not, or where there is one date', () => {
    expect(favourNewest('Who runs the ferry?', ranked)).toBe(ranked);
    const one = [rated('2026-01-01', 0.5)];
    expect(favourNewest('What is the latest news?', one)).toBe(one);
  });

  it('does not bring forward what is far from the question', () => {
    const far = [rated('2025-01-01', 0.9), rated('2026-01-01', 0.4)];
    expect(datesOf(favourNewest('What is the latest news?', far))).toEqual(['2025-01-01', '2026-01-01']);
  });
});
