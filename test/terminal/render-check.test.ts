import { describe, expect, it } from 'vitest';
import type { IndexVerification } from '../../src/pipeline/verify-index.ts';
import type { IndexProblem, IndexProblemKind } from '../../src/pipeline/verify/index-problem.ts';
import { describeNextStep, renderRepair, renderVerification } from '../../src/terminal/render-check.ts';

const whole: IndexVerification = {
  indexFolder: '/索引',
  counts: { pages: 3, articles: 4, chunks: 5, sentences: 60 },
  pagesCompared: 3,
  quotesCompared: 70,
  recall: { chunks: 5, at10: 0.995 },
  problems: [],
};

const problem = (kind: IndexProblemKind, where = 'chunk 7', detail = ''): IndexProblem => ({
  kind,
  where,
  detail,
});

describe('renderVerification', () => {
  it('says what was looked at, and that nothing is wrong', () => {
    expect(renderVerification(whole)).toBe(
      'Checked /索引: 3 pages, 4 articles, 5 chunks, 60 sentences.\n' +
        'Compared 70 segments and sentences of 3 pages with their files.' +
        ' The snapshot finds 99.5 % of the ten nearest chunks (5 tried).\n' +
        'Nothing is wrong with it.\n',
    );
  });

  it('puts problems of one kind together, and counts those that are too many to list', () => {
    const problems = [
      problem('page-changed', '/语料/桥.md'),
      ...Array.from({ length: 14 }, (_, at) =>
        problem('embedding-invalid', `chunk ${at}`, 'length NaN, not 1'),
      ),
      problem('page-changed', '/corpus/سوق.txt', 'too-large'),
    ];
    const lines = renderVerification({ ...whole, counts: null, recall: null, problems })
      .trimEnd()
      .split('\n');
    expect(lines.slice(0, 5)).toEqual([
      'Checked /索引.',
      'Pages changed after they were indexed; their quotes are withheld where they no longer stand:',
      '  /语料/桥.md',
      '  /corpus/سوق.txt (too-large)',
      'Embeddings are not what they should be:',
    ]);
    expect(lines.at(-1)).toBe('  and 4 more');
    expect(lines).toHaveLength(16);
  });

  it('lets no file name act on the terminal', () => {
    const text = renderVerification({
      ...whole,
      problems: [problem('page-missing', 'a\u001b[31m\n\u202eb', 'x')],
    });
    expect(text).not.toMatch(/\u001b|\u202e/);
  });
});

describe('describeNextStep', () => {
  it.each([
    [[], ''],
    [['snapshot-behind'], '--repair'],
    [['page-changed'], 'npm run index -- --index /索引\n'],
    [['page-changed', 'chunks-wrong'], 'read all pages again'],
    [['snapshot-unusable', 'database-damaged', 'page-missing'], 'move the database aside'],
  ] satisfies [IndexProblemKind[], string][])('for %j names the one remedy for all', (kinds, wanted) => {
    expect(
      describeNextStep(
        kinds.map((kind) => problem(kind)),
        '/索引',
      ),
    ).toContain(wanted);
  });
});

describe('renderRepair', () => {
  it('says where the damaged database is', () => {
    const text = renderRepair({ remedy: 'rebuild', movedTo: '/索引/index.db.damaged-1', reindex: null });
    expect(text).toContain('/索引/index.db.damaged-1');
  });

  it('says that the snapshot was written again', () => {
    expect(renderRepair({ remedy: 'snapshot', movedTo: null, reindex: null })).toContain('snapshot');
  });
});
