import { describe, expect, it } from 'vitest';
import { pickQuotes, rankSentences } from '../../src/answer/quote.ts';
import type { PickedQuote } from '../../src/answer/quote.ts';
import type { Passage, Question } from '../../src/retrieve/passage.ts';
import { compareSentences } from '../../src/retrieve/score.ts';
import { cosine } from '../../src/vector-index/cosine.ts';
import { makeStored } from '../support/articles.ts';
import type { ArticleSketch } from '../support/articles.ts';
import { embedFakeQuestion } from '../support/fake-embedder.ts';
import { makeRandom } from '../support/random.ts';

const ask = (text: string): Question => ({
  text,
  language: 'und',
  embedding: embedFakeQuestion(text),
  terms: [],
  contentTerms: new Map(),
});

/** All chunks of the articles as passages, nearest first. */
function passagesOf(question: Question, ...sketches: readonly ArticleSketch[]): Passage[] {
  const passages = sketches.flatMap((sketch, at): Passage[] => {
    const { article, chunks } = makeStored({ id: `article ${at}`, ...sketch, firstChunkId: at * 100 });
    return chunks.map((chunk): Passage => {
      const similarity = cosine(question.embedding, chunk.embedding);
      const sentenceSimilarities = compareSentences(question.embedding, chunk);
      return { chunk, article, similarity, sentenceSimilarities, termScore: 0, score: similarity };
    });
  });
  return passages.sort((a, b) => b.score - a.score);
}

const textOf = ({ passage, start, end }: { passage: Passage; start: number; end: number }) =>
  passage.article.body.slice(start, end);

const report: ArticleSketch = {
  paragraphs: [
    ['青崖大桥昨天正式通车。', '大桥全长三百二十米。', '两岸居民都来了。'],
    ['The old ferry sails again.', 'Fares rise in May.', 'Islanders are pleased.', 'It rained.'],
    ['فتح سوق نوران القديم أبوابه أمس.', 'يضم السوق أربعين متجرا.'],
    ['👩‍👩‍👧 came.', '🎉 was had.'],
  ],
};

const questions = ['大桥全长多少米', 'when do fares rise', 'كم متجرا يضم السوق', '🎉', 'nothing of this'];

/** Picks with nothing to refuse. */
const pick = async (
  question: Question,
  passages: readonly Passage[],
  limit: number,
): Promise<PickedQuote[]> => pickQuotes(rankSentences(question, passages), limit, async () => true);

describe('pickQuotes', () => {
  it.each([
    ['大桥全长三百二十米', '大桥全长三百二十米。'],
    ['fares rise in may', 'Fares rise in May.'],
    ['يضم السوق أربعين متجرا', 'يضم السوق أربعين متجرا.'],
  ])('marks the sentence that says what "%s" asks', async (text, sentence) => {
    const question = ask(text);
    const [best] = await pick(question, passagesOf(question, report), 3);
    expect(best && textOf({ ...best, ...best.highlight })).toBe(sentence);
  });

  it.each(questions)(
    'quotes slices of whole sentences, two at most and of one paragraph: %s',
    async (text) => {
      const question = ask(text);
      const picked = await pick(question, passagesOf(question, report), 10);
      expect(picked.length).toBeGreaterThan(0);
      for (const { passage, start, end, highlight } of picked) {
        const inside = passage.chunk.sentences.filter(
          (sentence) => sentence.start >= start && sentence.end <= end,
        );
        expect([1, 2]).toContain(inside.length);
        expect([inside[0]?.start, inside.at(-1)?.end]).toEqual([start, end]);
        expect(
          inside.some((sentence) => sentence.start === highlight.start && sentence.end === highlight.end),
        ).toBe(true);
        expect(passage.article.body.slice(start, end)).not.toContain('\n\n');
      }
    },
  );

  it('never quotes across a paragraph, also where a chunk holds several', async () => {
    const question = ask('fares rise');
    const [passage] = passagesOf(question, { paragraphs: [['Fares rise.', 'Fares fall.']] });
    if (passage === undefined) throw new Error('no passage');
    const body = passage.article.body.replace(' Fares', '\n\nFares');
    const sentences = passage.chunk.sentences.map((sentence, at) => ({
      ...sentence,
      start: sentence.start + at,
      end: sentence.end + at,
    }));
    const split = {
      ...passage,
      article: { ...passage.article, body },
      chunk: { ...passage.chunk, end: body.length, sentences },
    };
    expect((await pick(question, [split], 3)).map(textOf).sort()).toEqual(['Fares fall.', 'Fares rise.']);
  });

  it.each(questions)('lets no two quotes overlap: %s', async (text) => {
    const question = ask(text);
    const picked = await pick(question, passagesOf(question, report, { ...report, title: 'Again' }), 20);
    for (const [at, quote] of picked.entries()) {
      for (const other of picked.slice(at + 1)) {
        const isOneArticle = quote.passage.article.id === other.passage.article.id;
        expect(isOneArticle && quote.start < other.end && other.start < quote.end).toBe(false);
      }
    }
  });

  it.each([
    ['Chinese', '青崖大桥昨天正式通车。'],
    ['English', 'The old ferry sails again.'],
    ['Arabic', 'فتح سوق نوران القديم أبوابه أمس.'],
  ])('says the same words once, whichever articles they stand in: %s', async (_what, sentence) => {
    const question = ask(sentence);
    const copies = ['one', 'two', 'three'].map((id) => ({ id, paragraphs: [[sentence]] }));
    expect((await pick(question, passagesOf(question, ...copies), 3)).map(textOf)).toEqual([sentence]);
  });

  it.each([0, 1, 2, 3])('picks at most %i', async (limit) => {
    const question = ask('ferry');
    expect(await pick(question, passagesOf(question, report), limit)).toHaveLength(limit);
  });

  it.each([
    ['no passages', []],
    ['a passage without sentences', [{ paragraphs: [[]] }]],
  ])('picks nothing from %s', async (_what, sketches) => {
    const question = ask('ferry');
    expect(await pick(question, passagesOf(question, ...sketches), 3)).toEqual([]);
  });

  it('gives the place of a quote that may not be shown to another that says the same', async () => {
    const question = ask('大桥全长三百二十米');
    const copies = ['gone', 'kept'].map((id) => ({ id, paragraphs: [['大桥全长三百二十米。']] }));
    const ranked = rankSentences(question, passagesOf(question, ...copies));
    const picked = await pickQuotes(ranked, 1, async ({ passage }) => passage.article.id === 'kept');
    expect(picked.map(({ passage }) => passage.article.id)).toEqual(['kept']);
  });

  it('picks the best first', async () => {
    const question = ask('fares rise in may');
    const scores = (await pick(question, passagesOf(question, report), 10)).map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  it('keeps a quote of two sentences short enough to read at a glance', async () => {
    const question = ask('fares');
    const long = `Fares ${'rise and '.repeat(30)}fall.`;
    const picked = await pick(question, passagesOf(question, { paragraphs: [[long, long, 'Fares.']] }), 5);
    for (const { start, end } of picked) expect(end - start).toBeLessThanOrEqual(400);
  });

  it('holds all this for random articles', async () => {
    const random = makeRandom(11);
    const words = ['ferry', 'fares', '大桥', '通车', 'سوق', '🎉', 'May', '三百二十米'];
    const sentence = () =>
      `${Array.from({ length: random.between(1, 6) }, () => random.pick(words)).join(' ')}.`;
    for (let round = 0; round < 100; round++) {
      const paragraphs = Array.from({ length: random.between(1, 4) }, () =>
        Array.from({ length: random.between(1, 5) }, sentence),
      );
      const question = ask(sentence());
      const picked = await pick(question, passagesOf(question, { paragraphs }), random.between(1, 5));
      const said = picked.map((quote) => textOf(quote).replace(/\s+/g, ' '));
      expect(new Set(said).size).toBe(said.length);
      const ordered = [...picked].sort((a, b) => a.start - b.start);
      for (const [at, { start, end, highlight }] of ordered.entries()) {
        expect(start).toBeGreaterThanOrEqual(ordered[at - 1]?.end ?? 0);
        expect(highlight.start >= start && highlight.end <= end).toBe(true);
      }
    }
  });
});
