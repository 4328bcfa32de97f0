import { describe, expect, it } from 'vitest';
import { chunkBody } from '../../src/corpus/chunk.ts';
import { makeRandom } from '../support/random.ts';

/** A token a letter or digit: easy to count in a table. */
const countTokens = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

const cut = (body: string, maxModelTokens: number, language = 'en'): string[] =>
  chunkBody(body, language, { maxModelTokens, countTokens }).map(({ start, end }) => body.slice(start, end));

describe('chunkBody', () => {
  it.each([
    ['nothing', '', 10, []],
    ['white space', ' \n\n \n', 10, []],
    ['a short body whole', 'One. Two.\n\nThree.', 100, ['One. Two.\n\nThree.']],
    ['Chinese at a paragraph', '大桥通车。天气好。\n\n市长说话。', 8, ['大桥通车。天气好。', '市长说话。']],
    ['English at a paragraph', 'Aaaa bbb.\n\nCccc ddd.', 8, ['Aaaa bbb.', 'Cccc ddd.']],
    ['Arabic at a paragraph', 'فتح السوق.\n\nالطقس جميل.', 9, ['فتح السوق.', 'الطقس جميل.']],
    ['emoji, which count nothing here', '🎉🎉. 👩‍👩‍👧.\n\n🇨🇳.', 1, ['🎉🎉. 👩‍👩‍👧.\n\n🇨🇳.']],
    [
      'between sentences where a paragraph is too long',
      '大桥通车。天气很好。人都来了。',
      8,
      ['大桥通车。天气很好。', '人都来了。'],
    ],
    [
      'a sentence that is too long by itself',
      'Aa. Bbbbbbbbbb bbbb. Cc.',
      5,
      ['Aa.', 'Bbbbbbbbbb bbbb.', 'Cc.'],
    ],
    ['exactly at the limit', 'Aaaa. Bbbb.', 8, ['Aaaa. Bbbb.']],
    ['one above the limit', 'Aaaa. Bbbbb.', 8, ['Aaaa.', 'Bbbbb.']],
  ])('cuts %s', (_what, body, limit, chunks) => {
    expect(cut(body, limit)).toEqual(chunks);
  });

  it('does not part a paragraph that fits a chunk of its own', () => {
    expect(cut('Aa.\n\nBbb. Ccc. Ddd.', 10)).toEqual(['Aa.', 'Bbb. Ccc. Ddd.']);
  });

  it('covers a random body in order, without gaps, with whole sentences', () => {
    const random = makeRandom(5);
    const words = ['ferry', 'Dr.', '大桥', '通车。', 'سوق', '؟', '🎉', 'U.S.', '“说”', '!', '3.5%', '\r\n'];
    for (let round = 0; round < 300; round++) {
      const paragraphs = Array.from({ length: random.between(0, 5) }, () =>
        Array.from({ length: random.between(1, 20) }, () => random.pick(words)).join(' '),
      );
      const body = paragraphs.join('\n\n');
      const maxModelTokens = random.between(1, 40);
      let at = 0;
      for (const chunk of chunkBody(body, 'und', { maxModelTokens, countTokens })) {
        expect(body.slice(at, chunk.start).trim()).toBe('');
        expect([chunk.sentences[0]?.start, chunk.sentences.at(-1)?.end]).toEqual([chunk.start, chunk.end]);
        at = chunk.start;
        for (const { start, end } of chunk.sentences) {
          expect(body.slice(at, start).trim()).toBe('');
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        const tokens = chunk.sentences.map(({ start, end }) => countTokens(body.slice(start, end)));
        const sum = tokens.reduce((total, count) => total + count, 0);
        expect(sum <= maxModelTokens || tokens.filter((count) => count > 0).length === 1).toBe(true);
      }
      expect(body.slice(at).trim()).toBe('');
    }
  });

  it('gives the same chunks twice', () => {
    const body = '大桥通车。天气很好。\n\nThe ferry sails. It rained.';
    const options = { maxModelTokens: 7, countTokens };
    expect(chunkBody(body, 'zh', options)).toEqual(chunkBody(body, 'zh', options));
  });

  it('takes a book in time that grows with its length', () => {
    const body = Array.from({ length: 20_000 }, (_, at) => `Sentence ${at} 说了。`).join('\n\n');
    expect(cut(body, 100).length).toBeGreaterThan(1000);
  });
});
