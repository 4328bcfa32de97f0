import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NewsStore } from '../../../src/store/news-store.ts';
import { openWritableNewsStore } from '../../../src/store/sqlite/sqlite-news-store.ts';
import { chunkTerms, questionTerms } from '../../../src/text/terms.ts';
import { makeNewArticle } from '../../support/articles.ts';
import { embedFakePassage, fakeDimension } from '../../support/fake-embedder.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const texts = {
  ferry: 'The old ferry sails again on Monday, and near nobody minds.',
  fares: 'Ferry fares rise; ferry passengers and ferry owners differ.',
  bridge: '青崖大桥昨天正式通车，全长三百二十米。',
  bridgeTraditional: '臺北大橋明年開通。',
  market: 'فتح سوق نوران القديم أبوابه أمس.',
  thai: 'ตลาดเก่าเปิดอีกครั้ง',
  rate: 'Inflation fell to 3.5% in the U.S. yesterday.',
} as const;

let store: NewsStore;

beforeAll(async () => {
  const folder = temporaryFolder();
  store = openWritableNewsStore(folder, {
    modelId: 'fake',
    modelFileHash: 'abc',
    dimension: fakeDimension,
    prefix: '|',
    textVersion: '1.1.1',
  });
  const changed = Object.entries(texts).map(([id, text]) => makeNewArticle({ id, paragraphs: [[text]] }));
  const page = { folder: path.join(folder, 'corpus'), file: 'a.md', contentHash: 'h' };
  await store.apply([{ kind: 'replace', page, changed, keptIds: [] }]);
});

afterAll(() => store.close());

async function find(terms: readonly string[], limit = 10): Promise<string[]> {
  const matches = await store.searchTerms(terms, limit);
  const chunks = await store.chunks(matches.map(({ chunkId }) => chunkId));
  return chunks.map(({ articleId }) => articleId);
}

describe('searchTerms', () => {
  it.each([
    ['Chinese', '大桥什么时候通车', 'bridge'],
    ['Simplified for Traditional', '台北大桥', 'bridgeTraditional'],
    ['Traditional for Simplified', '青崖大橋', 'bridge'],
    ['English, in any case', 'FERRY FARES', 'fares'],
    ['Arabic without its marks', 'ابوابه السوق', 'market'],
    ['Thai', 'ตลาดเก่า', 'thai'],
    ['a percentage', '3.5%', 'rate'],
    ['an abbreviation', 'U.S.', 'rate'],
  ])('finds %s', async (_what, question, article) => {
    expect((await find(questionTerms(question)))[0]).toBe(article);
  });

  it('gives scores above zero, best first', async () => {
    const scores = (await store.searchTerms(questionTerms('ferry fares'), 10)).map(({ score }) => score);
    expect(scores.length).toBeGreaterThan(1);
    expect(scores.every((score) => score > 0)).toBe(true);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  it('puts equal scores in the order of chunk ids', async () => {
    const page = { folder: '/elsewhere', file: 'twins.md', contentHash: 'h' };
    const changed = ['1', '2', '3'].map((id) => makeNewArticle({ id, paragraphs: [['Identical quokkas.']] }));
    await store.apply([{ kind: 'replace', page, changed, keptIds: [] }]);
    const ids = (await store.searchTerms(['quokkas'], 10)).map(({ chunkId }) => chunkId);
    expect(ids).toHaveLength(3);
    expect(ids).toEqual([...ids].sort((a, b) => a - b));
  });

  it('gives at most as many as asked for', async () => {
    expect(await find(['ferry'], 1)).toEqual(['fares']);
    expect(await find(['ferry'], 0)).toEqual([]);
  });

  it('finds nothing without terms', async () => {
    expect(await find([])).toEqual([]);
  });

  it.each([
    'AND',
    'OR',
    'NOT',
    'NEAR',
    'NEAR(',
    '"',
    '""',
    "'",
    '*',
    'ferr*',
    '(',
    ')',
    '^',
    ':',
    'words:',
    '{words}:',
    '-',
    '+',
    '\\',
    ';',
    '--',
    ' ',
    '',
    '\n',
    'a b',
    '😀',
    '\ud83d',
    'ferry" OR "fares',
    "'; DROP TABLE terms; --",
  ])('takes %j for a term, never for a query', async (hostile) => {
    expect(await find([hostile, 'quokka', '青崖'])).toContain('bridge');
    expect(await find([hostile])).not.toContain('rate');
  });

  it('finds the words that FTS5 has for operators', async () => {
    expect((await find(['near'])).sort()).toEqual(['ferry']);
    expect((await find(['and'])).sort()).toEqual(['fares', 'ferry']);
  });

  it('takes a question of 2,000 characters', async () => {
    const question = `${'青崖大桥昨天正式通车全长三百二十米'.repeat(117)}？`;
    expect((await find(questionTerms(question)))[0]).toBe('bridge');
    const words = Array.from({ length: 400 }, (_, at) => `w${at}`).join(' ');
    expect((await find(questionTerms(`${words} ferry`))).sort()).toEqual(['fares', 'ferry']);
  });
});

describe('chunkFrequencies', () => {
  it('counts the chunks that hold a term, not its occurrences', async () => {
    expect(await store.chunkFrequencies(['ferry', '大桥', 'سوق', 'absent', ''])).toEqual(
      new Map([
        ['ferry', 2],
        ['大桥', 2],
        ['سوق', 1],
        ['absent', 0],
        ['', 0],
      ]),
    );
  });

  it.each(Object.entries(texts))('knows every term of %s', async (_id, text) => {
    const frequencies = await store.chunkFrequencies(chunkTerms(text));
    expect([...frequencies].filter(([, count]) => count === 0)).toEqual([]);
  });
});

describe('searchTerms over a large index', () => {
  it('leaves out what stands nearly everywhere, unless there is nothing else', async () => {
    const folder = temporaryFolder();
    const large = openWritableNewsStore(folder, {
      modelId: 'fake',
      modelFileHash: 'abc',
      dimension: fakeDimension,
      prefix: '|',
      textVersion: '1.1.1',
    });
    const added = makeNewArticle({ paragraphs: [['x']] });
    const embedding = embedFakePassage('x');
    const chunks = Array.from({ length: 5000 }, (_, at) => ({
      start: 0,
      end: 1,
      embedding,
      terms: ['common', at === 4321 ? 'rare' : 'usual', `n${at}`],
      sentences: [],
    }));
    const page = { folder, file: 'a.md', contentHash: 'h' };
    await large.apply([{ kind: 'replace', page, changed: [{ ...added, chunks }], keptIds: [] }]);
    const [, ...others] = await large.searchTerms(['common', 'rare'], 10);
    expect(others).toEqual([]);
    expect(await large.searchTerms(['common', 'usual'], 10)).toHaveLength(10);
    await large.close();
  });
});
