import { describe, expect, it } from 'vitest';
import { citeQuote, QuoteMismatchError } from '../../src/answer/citation.ts';
import type { CurrentPage } from '../../src/answer/citation.ts';
import { makeStored } from '../support/articles.ts';

const { article } = makeStored({
  id: 'mixed',
  paragraphs: [['青崖大桥昨天通车。'], ['The ferry sails.', 'Fares rise.'], ['فتح السوق أمس.'], ['👩‍👩‍👧 done.']],
});
const unchanged: CurrentPage = { text: article.body, contentHash: article.page.contentHash };

const placeOf = (text: string) => {
  const start = article.body.indexOf(text);
  return { start, end: start + text.length };
};

const cite = (place: { start: number; end: number }, current: CurrentPage | undefined) =>
  citeQuote(article, place, current);

describe('citeQuote', () => {
  it.each([
    ['青崖大桥昨天通车。', [1, 1]],
    ['The ferry sails. Fares rise.', [3, 3]],
    ['فتح السوق أمس.', [5, 5]],
    ['👩‍👩‍👧 done.', [7, 7]],
    ['Fares rise.\n\nفتح', [3, 5]],
  ])('says where "%s" stands', (text, lines) => {
    expect(cite(placeOf(text), unchanged)).toEqual({ citation: { file: '/corpus/mixed.md', lines } });
  });

  it('withholds a quote whose page is gone', () => {
    expect(cite(placeOf('Fares rise.'), undefined)).toEqual({
      withheld: 'page-missing',
      file: '/corpus/mixed.md',
    });
  });

  it.each([
    ['a word was changed', article.body.replace('rise', 'fall')],
    ['something was put before it', `New. ${article.body}`],
    ['it was cut short', article.body.slice(0, 20)],
    ['it was emptied', ''],
  ])('withholds a quote whose page was edited: %s', (_what, text) => {
    expect(cite(placeOf('Fares rise.'), { text, contentHash: 'new' })).toEqual({
      withheld: 'page-changed',
      file: '/corpus/mixed.md',
    });
  });

  it('gives a quote whose page was edited elsewhere', () => {
    const text = `${article.body}\n\nAdded later.`;
    expect(cite(placeOf('Fares rise.'), { text, contentHash: 'new' })).toHaveProperty('citation');
  });

  it.each([
    ['another word', article.body.replace('rise', 'fall')],
    ['another character of a pair', article.body.replace('👩‍👩‍👧', '👨‍👩‍👧')],
    ['nothing', ''],
  ])('takes it for a bug when an unchanged page says %s there', (_what, text) => {
    const place = { start: 0, end: article.body.length };
    expect(() => cite(place, { ...unchanged, text })).toThrow(QuoteMismatchError);
  });

  it.each([
    ['before the body', { start: -1, end: 5 }],
    ['beyond the body', { start: 0, end: article.body.length + 1 }],
    ['backwards', { start: 5, end: 4 }],
    ['empty', { start: 5, end: 5 }],
    ['white space alone', { start: article.body.indexOf('\n\n'), end: article.body.indexOf('\n\n') + 2 }],
  ])('takes offsets that quote nothing for a bug: %s', (_what, place) => {
    expect(() => cite(place, unchanged)).toThrow(QuoteMismatchError);
  });
});
