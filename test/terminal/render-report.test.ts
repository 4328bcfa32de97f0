import { describe, expect, it } from 'vitest';
import type { IndexReport } from '../../src/pipeline/index-corpus.ts';
import { describeNotice, renderReport } from '../../src/terminal/render-report.ts';
import type { SnapshotProblem } from '../../src/vector-index/snapshot.ts';

const report: IndexReport = {
  folders: ['/语料'],
  counts: { pages: 3, articles: 5, chunks: 20, sentences: 80 },
  filesFound: 4,
  filesUnchanged: 2,
  filesRemoved: 1,
  otherFiles: 0,
  articlesChanged: 2,
  textsEmbedded: 30,
  textsFromCache: 10,
  setAside: [],
  duplicates: [],
  olderVersions: [],
  repaired: null,
};

const render = (change: Partial<IndexReport> = {}) =>
  renderReport({ ...report, ...change }, 12_345, 'npm run ask -- "your question"');

describe('renderReport', () => {
  it('says what was done, what there is, and what to run next', () => {
    expect(render()).toBe(
      [
        'Read 4 pages in /语料: 2 unchanged, 1 removed; 2 new or changed articles, 30 texts embedded, 10 from the cache.',
        'The index holds 5 articles in 20 chunks and 80 sentences, from 3 pages. Took 12.3 s.',
        'Next: npm run ask -- "your question"',
        '',
      ].join('\n'),
    );
  });

  it('names every page set aside, with the reason', () => {
    const text = render({
      setAside: [
        { path: '/语料/甲.md', reason: 'binary', detail: '7' },
        { path: '/corpus/b.md', reason: 'charset-unknown', detail: '' },
      ],
    });
    expect(text).toMatch(
      /Set aside 2 pages:\n {2}\/语料\/甲\.md holds binary.*\n {2}\/corpus\/b\.md is in an encoding/,
    );
  });

  it('counts records apart from pages', () => {
    const record = { path: '/语料/丙.json', reason: 'record-invalid' as const, detail: 'record 2, line 9' };
    const text = render({ setAside: [record, { path: '/a.md', reason: 'empty', detail: '' }] });
    expect(text).toMatch(
      /Set aside 1 page:\n {2}\/a\.md is empty.*\nSet aside 1 record:\n {2}\/语料\/丙\.json holds.*line 9/,
    );
  });

  it('tells one from many', () => {
    expect(render({ filesFound: 1 })).toContain('Read 1 page in /语料:');
    expect(render({ setAside: [{ path: '/a.md', reason: 'empty', detail: '' }] })).toContain(
      'Set aside 1 page:',
    );
  });

  it('names duplicates and counts other files', () => {
    const text = render({ duplicates: [{ title: '青崖大桥通车', path: '/语料/乙.md' }], otherFiles: 7 });
    expect(text).toContain('“青崖大桥通车” in /语料/乙.md');
    expect(text).toContain('7 files of formats that are not read');
  });

  it('ends with what to run next, whatever else there is to say', () => {
    const text = render({ otherFiles: 1, repaired: { problem: 'wrong-size', file: '/index/v.hnsw' } });
    expect(text.trimEnd().split('\n').at(-1)).toBe('Next: npm run ask -- "your question"');
  });
});

const problems: Record<SnapshotProblem, true> = {
  missing: true,
  'manifest-unreadable': true,
  'file-missing': true,
  'wrong-size': true,
  'wrong-hash': true,
  'other-build': true,
  'other-count': true,
};

describe.each(Object.keys(problems) as SnapshotProblem[])('a snapshot with the problem %s', (problem) => {
  const notice = { problem, file: '/索引/vectors-1.hnsw' };

  it('is named in the report, with what was done about it', () => {
    const text = render({ repaired: notice });
    expect(text).toMatch(/\/索引\/vectors-1\.hnsw (is|has|can|belongs|holds) .*made again.*Nothing was lost/);
  });

  it('is named when questions are answered without it, with how to repair it', () => {
    const text = describeNotice(notice, '/索引');
    expect(text).toMatch(/^Note: \/索引\/vectors-1\.hnsw /);
    expect(text.split('\n').at(-2)).toBe('To write it again: npm run index -- --index /索引');
  });
});

describe('a change of the index that is not followed', () => {
  it.each([
    ['other-model', /was made anew with another model.*stop and start again\.$/],
    ['not-followed', /can not be read now.*tried again and again\.$/],
  ] as const)('is told in one line, with what becomes of it: %s', (problem, wanted) => {
    const text = describeNotice({ problem, file: '/索引/index.db' }, '/索引');
    expect(text.startsWith('Note: /索引/index.db ')).toBe(true);
    expect(text.trimEnd()).toMatch(wanted);
  });
});
