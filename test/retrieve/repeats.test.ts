import { describe, expect, it } from 'vitest';
import type { Passage } from '../../src/retrieve/passage.ts';
import { markRepeats, takeDistinct } from '../../src/retrieve/repeats.ts';
import { makeStored } from '../support/articles.ts';

/** One passage an article, whose chunk is its first paragraph. */
function passage(id: string, storyId: string, sentences: readonly string[]): Passage[] {
  const { article, chunks } = makeStored({ id, storyId, paragraphs: [sentences] });
  return chunks.map((chunk) => ({
    chunk,
    article,
    similarity: 0,
    sentenceSimilarities: [],
    termScore: 0,
    score: 0,
  }));
}

const mark = (...passages: readonly Passage[][]): boolean[] =>
  markRepeats(passages.flat()).map(({ isRepeat = false }) => isRepeat);

describe('markRepeats', () => {
  it.each([
    ['Chinese', ['青崖大桥昨天正式通车。', '天气很好。'], ['青崖大橋昨天正式通車。']],
    ['English', ['The ferry sails.', 'It rained.'], ['“The ferry sails.”', 'IT RAINED.']],
    ['Arabic', ['فتح السوق أبوابه أمس.', 'الطقس جميل.'], ['فُتح السوق أبوابه أمس.']],
  ])('marks the later copy of a story: %s', (_what, one, other) => {
    expect(mark(passage('a', 's', one), passage('b', 's', other))).toEqual([false, true]);
  });

  it('marks none of different stories, and none of one article', () => {
    expect(mark(passage('a', 's', ['The ferry sails.']), passage('b', 't', ['The ferry sails.']))).toEqual([
      false,
      false,
    ]);
    expect(mark(passage('a', 's', ['The ferry sails.']), passage('a', 's', ['The ferry sails.']))).toEqual([
      false,
      false,
    ]);
  });

  it('marks what is said again by half or more, and nothing less', () => {
    const first = passage('a', 's', ['The ferry sails.', 'Fares rise.']);
    expect(mark(first, passage('b', 's', ['The ferry sails.', 'Nobody knows.']))).toEqual([false, true]);
    expect(mark(first, passage('b', 's', ['Fares rise.', 'Nobody knows why they do.']))).toEqual([
      false,
      false,
    ]);
  });
});

describe('takeDistinct', () => {
  const [one, two, three, four] = markRepeats([
    ...passage('a', 's', ['The ferry sails.']),
    ...passage('b', 's', ['The ferry sails.']),
    ...passage('c', 't', ['It rained.']),
    ...passage('d', 's', ['The ferry sails.']),
  ]);
  const all = [one, two, three, four].flatMap((each) => each ?? []);

  it.each([
    [0, []],
    [1, ['a', 'b']],
    [2, ['a', 'b', 'c', 'd']],
    [9, ['a', 'b', 'c', 'd']],
  ])('takes %i with their repeats', (count, ids) => {
    expect(takeDistinct(all, count).map(({ article }) => article.id)).toEqual(ids);
  });
});
