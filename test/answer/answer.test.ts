import { describe, expect, it } from 'vitest';
import { answerQuestion, maxQuestionLength } from '../../src/answer/answer.ts';
import type { AnswerOptions, AnswerSources } from '../../src/answer/answer.ts';
import { QuoteMismatchError } from '../../src/answer/citation.ts';
import type { CurrentPage } from '../../src/answer/citation.ts';
import { ExactIndex } from '../../src/vector-index/exact.ts';
import { makeStored } from '../support/articles.ts';
import { createFakeEmbedder, embedFakePassage, fakeDimension } from '../support/fake-embedder.ts';
import { createStubStore } from '../support/stub-store.ts';
import { unit } from '../support/vectors.ts';

const stored = [
  makeStored({
    id: 'bridge',
    title: '青崖大桥通车',
    source: '青崖日报',
    publishedOn: '2025-04-01',
    language: 'zh',
    authors: ['林若水'],
    url: 'https://qingya.example/1',
    paragraphs: [['青崖大桥昨天正式通车。'], ['大桥全长三百二十米。']],
    firstChunkId: 10,
  }),
  makeStored({
    id: 'ferry',
    paragraphs: [['The old ferry sails again.'], ['The fares will rise in May.'], ['It rained.']],
    firstChunkId: 20,
  }),
  makeStored({
    id: 'market',
    title: 'سوق نوران',
    source: 'صدى نوران',
    publishedOn: null,
    language: 'ar',
    paragraphs: [['فتح سوق نوران القديم أبوابه أمس.']],
    firstChunkId: 30,
  }),
];
const chunks = stored.flatMap((item) => item.chunks);
const articles = stored.map(({ article }) => article);
const bodies = new Map(articles.map(({ page, body }) => [page.file, body]));

function sourcesOf(change: Partial<AnswerSources> = {}): AnswerSources {
  const vectorIndex = new ExactIndex(fakeDimension);
  for (const { id, embedding } of chunks) vectorIndex.add(id, embedding);
  return {
    store: createStubStore({ chunks, articles, filtered: [10, 11] }),
    vectorIndex,
    embedder: nearEmbedder,
    readPage: ({ file, contentHash }) => ({ text: bodies.get(file) ?? '', contentHash }),
    ...change,
  };
}

const fake = createFakeEmbedder();
/** A question is as near as can be to the sentence that it repeats. */
const nearEmbedder = { ...fake, embedQuestion: async (text: string) => embedFakePassage(text) };
/** A question is far from everything. */
const farEmbedder = {
  ...fake,
  embedQuestion: async () => unit([-1, ...Array.from({ length: fakeDimension - 1 }, () => -0.01)]),
};

const answer = (text: string, change: Partial<AnswerSources> = {}, options: AnswerOptions = {}) =>
  answerQuestion(text, sourcesOf(change), options);

describe('an answer', () => {
  it.each([
    ['青崖大桥昨天正式通车。', 'bridge', 'zh', [1, 1]],
    ['The fares will rise in May.', 'ferry', 'en', [3, 3]],
    ['فتح سوق نوران القديم أبوابه أمس.', 'market', 'ar', [1, 1]],
  ])('quotes "%s" with all that is known of it', async (text, id, language, lines) => {
    const found = await answer(text);
    const { article } = stored.find((item) => item.article.id === id) ?? {};
    expect(found).toMatchObject({ question: text, language, status: 'answered', nearest: [], withheld: [] });
    const start = article?.body.indexOf(text) ?? NaN;
    expect(found.quotes[0]).toEqual({
      text,
      articleId: id,
      title: article?.title,
      source: article?.source,
      publishedOn: article?.publishedOn,
      authors: article?.authors,
      url: article?.url,
      file: `/corpus/${id}.md`,
      lines,
      start,
      end: start + text.length,
      language,
      highlight: { start: 0, end: text.length },
      alsoIn: [],
      corrections: [],
    });
  });

  it.each(['The fares will rise in May.', '大桥全长三百二十米。', 'سوق نوران', 'anything else'])(
    'holds only slices of the articles’ bodies: %s',
    async (text) => {
      for (const quote of (await answer(text, {}, { limit: 20 })).quotes) {
        const article = articles.find(({ id }) => id === quote.articleId);
        expect(quote.text).toBe(article?.body.slice(quote.start, quote.end));
        expect(quote.highlight.end).toBeLessThanOrEqual(quote.text.length);
      }
    },
  );

  it('has a confidence in [0, 1], higher for the words themselves than for something far away', async () => {
    const near = await answer('The fares will rise in May.');
    const far = await answer('The fares will rise in May.', { embedder: farEmbedder });
    expect(near.confidence).toBeLessThanOrEqual(1);
    expect(near.confidence).toBeGreaterThan(far.confidence);
    expect(far.confidence).toBeGreaterThanOrEqual(0);
  });

  it.each([1, 2])('has at most %i quotes when no more are asked for', async (limit) => {
    expect((await answer('The fares will rise in May.', {}, { limit })).quotes).toHaveLength(limit);
  });

  it('is the same twice', async () => {
    expect(await answer('大桥全长三百二十米。')).toEqual(await answer('大桥全长三百二十米。'));
  });

  it('is to the question without the white space around it', async () => {
    expect(await answer('  The fares will rise in May.\n')).toEqual(
      await answer('The fares will rise in May.'),
    );
  });
});

describe('an answer that is not found', () => {
  it.each(['谁赢了？', 'Who won?', 'من فاز؟', '1234'])(
    'names the nearest articles, each once: %s',
    async (text) => {
      const found = await answer(text, { embedder: farEmbedder });
      expect(found).toMatchObject({ status: 'not-found', quotes: [], withheld: [] });
      const ids = found.nearest.map(({ articleId }) => articleId);
      expect(ids.length).toBeGreaterThan(0);
      expect(new Set(ids).size).toBe(ids.length);
      const [nearest] = found.nearest;
      const article = articles.find(({ id }) => id === nearest?.articleId);
      const { id: articleId, title, source, publishedOn } = article ?? {};
      expect(nearest).toEqual({ articleId, title, source, publishedOn });
    },
  );

  it('names nothing where nothing is indexed', async () => {
    const empty = { store: createStubStore(), vectorIndex: new ExactIndex(fakeDimension) };
    expect(await answer('The fares will rise in May.', empty)).toMatchObject({
      status: 'not-found',
      confidence: 0,
      quotes: [],
      nearest: [],
    });
  });
});

describe('a question that can not be asked', () => {
  it.each(['', '   ', '\n\t', '?!', '？！。', '🎉👩‍👩‍👧', '---', '\u200b', '‏؟'])(
    'is empty: %j',
    async (text) => {
      await expect(answer(text)).rejects.toMatchObject({ code: 'question-empty' });
    },
  );

  it.each([
    ['Chinese', '桥'.repeat(maxQuestionLength + 1)],
    ['English', 'ferry '.repeat(334)],
    ['emoji with a letter', `a${'🎉'.repeat(maxQuestionLength / 2)}`],
  ])('is too long, and says by how much: %s', async (_what, text) => {
    await expect(answer(text)).rejects.toMatchObject({
      code: 'question-too-long',
      context: { length: text.trim().length, maximum: maxQuestionLength },
    });
  });

  it('is not one of exactly the greatest length', async () => {
    await expect(answer(`  ${'桥'.repeat(maxQuestionLength)}  `)).resolves.toHaveProperty('status');
  });
});

describe('a source', () => {
  it.each([
    '青崖日报',
    ' Harbour Courier'.trim(),
    'HARBOUR courier',
    'Ｈａｒｂｏｕｒ Ｃｏｕｒｉｅｒ',
    'صدى نوران',
  ])('is known in any case and width: %s', async (source) => {
    await expect(answer('通车', {}, { filter: { source } })).resolves.toHaveProperty('status');
  });

  it('is looked up as it is stored', async () => {
    const asked: unknown[] = [];
    const store = createStubStore({ chunks, articles });
    const searchTerms: typeof store.searchTerms = async (_terms, _limit, filter) => {
      asked.push(filter);
      return [];
    };
    const filter = { source: 'HARBOUR COURIER', since: '2025-01-01' };
    await answer('ferry', { store: { ...store, searchTerms } }, { filter });
    expect(asked).toEqual([{ source: 'Harbour Courier', since: '2025-01-01' }]);
  });

  it.each(['Harbour', '', '别家'])('that is not known is named with those that are: "%s"', async (source) => {
    await expect(answer('ferry', {}, { filter: { source } })).rejects.toMatchObject({
      code: 'source-unknown',
      context: { source, known: ['Harbour Courier', 'صدى نوران', '青崖日报'] },
    });
  });
});

describe('a page that is not as it was indexed', () => {
  const withPage = (page: CurrentPage | undefined) => ({ readPage: () => page });

  it.each([
    ['was edited', { text: 'Something else stands here now.', contentHash: 'new' }, 'page-changed'],
    ['was deleted', undefined, 'page-missing'],
  ])('gives no quote when it %s, and that is said', async (_what, page, reason) => {
    const found = await answer('The fares will rise in May.', withPage(page), { limit: 1 });
    expect(found).toMatchObject({ status: 'not-found', quotes: [] });
    expect(found.withheld[0]).toEqual({ reason, title: 'Ferry returns', file: '/corpus/ferry.md' });
    expect(found.nearest.map(({ articleId }) => articleId)).toContain('ferry');
  });

  it('does not keep back the quotes of other pages', async () => {
    const readPage: AnswerSources['readPage'] = ({ file, contentHash }) =>
      file === 'ferry.md' ? { text: bodies.get(file) ?? '', contentHash } : undefined;
    const found = await answer('The fares will rise in May.', { readPage }, { limit: 6 });
    expect(found.status).toBe('answered');
    expect(new Set(found.quotes.map(({ articleId }) => articleId))).toEqual(new Set(['ferry']));
    expect(found.withheld.length).toBeGreaterThan(0);
  });

  it('is a bug when the page says it has not changed', async () => {
    const { contentHash } = articles[0]?.page ?? { contentHash: '' };
    const page = { text: 'Something else stands here.', contentHash };
    await expect(answer('The fares will rise in May.', withPage(page))).rejects.toThrow(QuoteMismatchError);
  });
});

describe('a story that several outlets print', () => {
  const said = 'The old ferry sails again on Monday.';
  const copy = (id: string, firstChunkId: number, change: Parameters<typeof makeStored>[0] = {}) =>
    makeStored({
      id,
      source: `Paper ${id}`,
      storyId: 'story',
      firstChunkId,
      paragraphs: [[said]],
      ...change,
    });
  const ask = (copies: readonly ReturnType<typeof makeStored>[], change: Partial<AnswerSources> = {}) => {
    const content = {
      chunks: copies.flatMap((item) => item.chunks),
      articles: copies.map(({ article }) => article),
    };
    const vectorIndex = new ExactIndex(fakeDimension);
    for (const { id, embedding } of content.chunks) vectorIndex.add(id, embedding);
    const texts = new Map(content.articles.map(({ page, body }) => [page.file, body]));
    const readPage: AnswerSources['readPage'] = ({ file, contentHash }) => ({
      text: texts.get(file) ?? '',
      contentHash,
    });
    return answer(
      said,
      { store: createStubStore(content), vectorIndex, readPage, ...change },
      { minConfidence: 0 },
    );
  };

  it('is quoted once, and the others are named with date and address', async () => {
    const { quotes } = await ask([
      copy('a', 10),
      copy('b', 20, {
        publishedOn: null,
        paragraphs: [['OSK (Wire) — The old ferry sails again on Monday.']],
      }),
      copy('c', 30, { url: 'https://c.example/1', paragraphs: [[said.toUpperCase()], ['It rained.']] }),
    ]);
    const about = quotes.filter(({ text }) => /ferry/i.test(text));
    expect(about).toHaveLength(1);
    const { articleId, alsoIn } = about[0] ?? { articleId: '', alsoIn: [] };
    expect([articleId, ...alsoIn.map((other) => other.articleId)].sort()).toEqual(['a', 'b', 'c']);
    expect(alsoIn.find((other) => other.articleId === 'c')).toEqual({
      articleId: 'c',
      title: 'Ferry returns',
      source: 'Paper c',
      publishedOn: '2025-03-04',
      url: 'https://c.example/1',
    });
  });

  it.each([
    ['another number', 'The old ferry sails again on 3 May.'],
    ['another word', 'The new ferry sails again on Monday.'],
  ])('is quoted from a copy too that has %s', async (_what, wording) => {
    const { quotes } = await ask([copy('a', 10), copy('b', 20, { paragraphs: [[wording]] })]);
    expect(quotes.map(({ text, alsoIn }) => [text, alsoIn])).toEqual([
      [said, []],
      [wording, []],
    ]);
  });

  it('is not looked for in other stories', async () => {
    const { quotes } = await ask([copy('a', 10), copy('b', 20, { storyId: 'another' })]);
    expect(quotes[0]?.alsoIn).toEqual([]);
  });

  it('is quoted from the copy whose page still says it, and only such are named', async () => {
    const readPage: AnswerSources['readPage'] = ({ file, contentHash }) =>
      file === 'a.md' ? undefined : { text: said, contentHash };
    const { quotes } = await ask([copy('a', 10), copy('b', 20), copy('c', 30)], { readPage });
    expect(
      quotes.map(({ articleId, alsoIn }) => [articleId, alsoIn.map((other) => other.articleId)]),
    ).toEqual([['b', ['c']]]);
  });

  it('is as sure as if one outlet printed it', async () => {
    const others = makeStored({
      id: 'other',
      firstChunkId: 90,
      paragraphs: [['It rained on the harbour all day.'], ['Choir wins.']],
    });
    const one = await ask([copy('a', 10), others]);
    const many = await ask([...[1, 2, 3, 4, 5, 6].map((at) => copy(`a${at}`, at * 10)), others]);
    expect(many.confidence).toBeCloseTo(one.confidence, 10);
  });

  it('stands once among the nearest', async () => {
    const { nearest } = await ask([copy('a', 10), copy('b', 20)], { readPage: () => undefined });
    expect(nearest).toHaveLength(1);
  });
});

describe('a correction', () => {
  it('is shown with every quote of the article that it corrects', async () => {
    const { article: notice } = makeStored({ id: 'notice', title: '更正', publishedOn: '2025-03-07' });
    const store = createStubStore({ chunks, articles, corrections: { ferry: [notice] } });
    const { quotes } = await answer('The fares will rise in May.', { store }, { limit: 6 });
    for (const { articleId, corrections } of quotes) {
      const shown = {
        articleId: 'notice',
        title: '更正',
        source: 'Harbour Courier',
        publishedOn: '2025-03-07',
        url: null,
      };
      expect(corrections).toEqual(articleId === 'ferry' ? [shown] : []);
    }
    expect(quotes.some(({ articleId }) => articleId === 'ferry')).toBe(true);
  });
});

describe('the stages of an answer', () => {
  const stagesOf = async (
    text: string,
    options: AnswerOptions,
    change: Partial<AnswerSources> = {},
  ): Promise<string[]> => {
    const stages: string[] = [];
    await answer(text, change, { ...options, onStage: (stage) => stages.push(stage) });
    return stages;
  };

  it('are told as they begin, those that take turns each time', async () => {
    expect(await stagesOf('青崖大桥昨天正式通车。', { limit: 1 })).toEqual([
      'embed',
      'search',
      'score',
      'quotes',
      'verify',
      'quotes',
      'verify',
    ]);
  });

  it('are told twice where a period is named in which nothing answers', async () => {
    const askedAt = { now: new Date('2026-04-02T12:00:00Z'), timeZone: 'UTC' };
    const stages = await stagesOf('What sails since yesterday?', { askedAt }, { embedder: farEmbedder });
    expect(stages.filter((stage) => stage === 'embed')).toHaveLength(2);
  });

  it('do not begin where there is no question', async () => {
    const stages: string[] = [];
    const asked = answer('？！', {}, { onStage: (stage) => stages.push(stage) });
    await expect(asked).rejects.toMatchObject({ code: 'question-empty' });
    expect(stages).toEqual([]);
  });
});
