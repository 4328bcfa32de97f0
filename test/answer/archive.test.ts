import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Answerer } from '../../src/answer/answerer.ts';
import { createFakeEmbedder, embedFakePassage } from '../support/fake-embedder.ts';
import { formPage } from '../support/pages.ts';
import { openRealAnswerer } from '../support/real-answerer.ts';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts';

const ferry = 'The old ferry sails again on Monday. Fares rise in May.';
const bridge = '青崖大桥昨天正式通车。大桥全长三百二十米。';
const market = 'В Нуране открылся старый рынок. Торговцы довольны.';

let corpus: string;
let answerer: Answerer;

beforeEach(async () => {
  corpus = path.join(temporaryFolder(), 'corpus');
  writeFiles(corpus, {
    'ferry.md': formPage(
      { title: 'Ferry 100% returns', source: 'Harbour Courier', date: '2026-03-04' },
      ferry,
    ),
    'bridge.md': formPage({ title: '青崖大桥通车', source: '青崖日报', date: '2026-04-01' }, bridge),
    'market.md': formPage({ title: 'Открылся рынок', source: 'Эхо Нурана' }, market),
  });
  const embedder = { ...createFakeEmbedder(), embedQuestion: async (text: string) => embedFakePassage(text) };
  answerer = await openRealAnswerer(corpus, embedder);
});

afterEach(() => answerer.close());

const latestTitles = async (filter = {}, page = { limit: 10 }): Promise<string[]> =>
  (await answerer.archive.latest(filter, page)).map(({ title }) => title);
const find = async (text: string): Promise<string[]> =>
  (await answerer.archive.findTitles(text, {}, { limit: 10 })).map(({ title }) => title);
const idOf = async (title: string): Promise<string> => {
  const all = await answerer.archive.latest({}, { limit: 10 });
  return all.find((each) => each.title === title)?.articleId ?? '';
};

describe('the list of articles', () => {
  it('has the newest first and those without a date last', async () => {
    expect(await latestTitles()).toEqual(['青崖大桥通车', 'Ferry 100% returns', 'Открылся рынок']);
  });

  it('goes on where its last part ended', async () => {
    expect(await latestTitles({}, { limit: 1 })).toEqual(['青崖大桥通车']);
    expect((await answerer.archive.latest({}, { limit: 5, offset: 2 })).map(({ source }) => source)).toEqual([
      'Эхо Нурана',
    ]);
  });

  it('keeps to sources, days and what is not withdrawn', async () => {
    expect(await latestTitles({ sources: ['Harbour Courier', '青崖日报'], until: '2026-03-31' })).toEqual([
      'Ferry 100% returns',
    ]);
    expect(await latestTitles({ exceptIds: [await idOf('青崖大桥通车')] })).not.toContain('青崖大桥通车');
  });

  it.each([
    ['ferry', ['Ferry 100% returns']],
    ['courier FERRY', ['Ferry 100% returns']],
    ['大桥', ['青崖大桥通车']],
    ['РЫНОК', ['Открылся рынок']],
    ['2026-04', ['青崖大桥通车']],
    ['100%', ['Ferry 100% returns']],
    ['1%r', []],
    ['_', []],
    ['ferry bridge', []],
    ["'; DROP TABLE articles; --", []],
  ])('finds titles that hold every word of %j', async (text, titles) => {
    expect(await find(text)).toEqual(titles);
  });

  it('says what there is of each source', async () => {
    expect(await answerer.archive.sources()).toEqual([
      { name: 'Harbour Courier', articleCount: 1, newestOn: '2026-03-04', languages: ['en'] },
      { name: 'Эхо Нурана', articleCount: 1, newestOn: null, languages: ['ru'] },
      { name: '青崖日报', articleCount: 1, newestOn: '2026-04-01', languages: ['zh'] },
    ]);
  });
});

describe('an article', () => {
  it('is read whole, with its place', async () => {
    const article = await answerer.archive.article(await idOf('青崖大桥通车'));
    expect(article).toMatchObject({ title: '青崖大桥通车', body: bridge, page: 'bridge.md', version: 1 });
    expect(await answerer.archive.article('no such id')).toBeUndefined();
  });
});

describe('quotes given before', () => {
  const places = async () => {
    const { quotes } = await answerer.answer('The old ferry sails again on Monday.', { minConfidence: 0 });
    expect(quotes.length).toBeGreaterThan(0);
    return quotes.map(({ articleId, start, end, highlight }) => ({
      articleId,
      start,
      end,
      highlightStart: highlight.start,
      highlightEnd: highlight.end,
    }));
  };

  it('are quoted again as they were', async () => {
    const { quotes } = await answerer.answer('The old ferry sails again on Monday.', { minConfidence: 0 });
    expect(await answerer.archive.quoteAgain(await places())).toEqual(quotes);
  });

  it('are left out once withdrawn, gone, out of bounds or changed on their page', async () => {
    const [place] = await places();
    if (place === undefined) return;
    const again = async (...given: Parameters<Answerer['archive']['quoteAgain']>) =>
      (await answerer.archive.quoteAgain(...given)).length;
    expect(await again([place])).toBe(1);
    expect(await again([place], [place.articleId])).toBe(0);
    expect(await again([{ ...place, articleId: 'gone' }])).toBe(0);
    expect(await again([{ ...place, end: 10_000 }])).toBe(0);
    const file = path.join(corpus, 'ferry.md');
    writeFileSync(file, readFileSync(file, 'utf8').replace('Monday', 'Friday'));
    expect(await again([place])).toBe(0);
  });
});

describe('withdrawn articles', () => {
  it('are neither quoted nor named as nearest', async () => {
    const exceptIds = [await idOf('Ferry 100% returns')];
    const answer = await answerer.answer('The old ferry sails again on Monday.', {
      filter: { exceptIds },
      minConfidence: 0,
      limit: 9,
    });
    expect([...answer.quotes, ...answer.nearest].map(({ articleId }) => articleId)).not.toContain(
      exceptIds[0],
    );
    expect(answer.quotes.length).toBeGreaterThan(0);
  });
});
