import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { createFakeEmbedder } from './fake-embedder.ts';
import { SetDataError } from './set-data.ts';
import type { QuestionSet, SetQuestion } from './set-data.ts';
import { measureSet } from './set-evaluation.ts';
import type { EvaluationOptions } from './set-evaluation.ts';
import { openSetIndex } from './set-index.ts';
import { renderSetFigures } from './set-report.ts';
import { fuseRanks } from './set-systems.ts';
import { temporaryFolder } from './temporary-folder.ts';

const texts = {
  'en:bridge': ['bridge', 'The bridge over the Osk opened in March. It cost nine million crowns.'],
  'en:ferry': ['ferry', 'The old ferry sails again on Monday. Fares rise to five crowns.'],
  'en:school': ['school', 'The village school closes in June. Pupils will go to Brackenport by bus.'],
  'zh:bridge': ['bridge', '奥斯克河大桥三月通车。大桥造价九百万克朗。'],
  'zh:ferry': ['ferry', '旧渡轮周一复航。票价涨到五克朗。'],
} as const;

const question = (id: string, words: string, facts: Partial<SetQuestion> = {}): SetQuestion => ({
  id,
  lang: id.slice(0, 2),
  question: words,
  positiveIds: [],
  positiveIdsOfAll: [],
  positiveGroup: null,
  candidateIds: null,
  answers: [],
  answerable: true,
  group: null,
  ...facts,
});

const set: QuestionSet = {
  name: 'tiny',
  passages: Object.entries(texts).map(([id, [group, text]]) => ({
    id,
    lang: id.slice(0, 2),
    title: '',
    text,
    group,
  })),
  questions: [
    question('en:q0', 'When was the bridge over the Osk opened?', {
      positiveIds: ['en:bridge'],
      positiveGroup: 'bridge',
      answers: ['March'],
      group: 'q0',
    }),
    question('en:q1', 'When does the old ferry sail again?', {
      positiveIds: ['en:ferry'],
      answers: ['Monday'],
    }),
    question('en:q2', 'Who won the chess tournament in Vienna?', { answerable: false }),
    question('zh:q0', '奥斯克河大桥什么时候通车？', {
      positiveIds: ['zh:bridge'],
      positiveGroup: 'bridge',
      answers: ['三月'],
      group: 'q0',
    }),
  ],
};

async function measure(options: Partial<EvaluationOptions> = {}, measured: QuestionSet = set) {
  const steps: [from: string | undefined, to: string, questions: number | undefined][] = [];
  let clock = 0;
  const measurement = await measureSet(measured, {
    folder: temporaryFolder(),
    embedder: createFakeEmbedder(),
    holder: 'a test',
    now: () => (clock += 2),
    onProgress: () => undefined,
    onStep: ({ from, to, questions }) => steps.push([from, to, questions?.length]),
    ...options,
  });
  return { ...measurement, steps };
}

const perfect = { r1: 1, r5: 1, ndcg10: 1, mrr10: 1 };

describe('measuring a set', () => {
  it('asks a language over its own passages, and leaves out what does not apply', async () => {
    const { figures, steps } = await measure({ langs: ['zh'] });
    expect(figures).toEqual({
      set: 'tiny',
      half: 'all',
      rows: [
        {
          ...{ from: 'zh', to: 'zh', questions: 1, ...perfect, firstQuote: 1, firstThreeQuotes: 1 },
          ...{ answered: expect.any(Number), msP50: 2, msP99: 2 },
        },
      ],
      baselines: {
        bm25: [{ from: 'zh', to: 'zh', questions: 1, ...perfect }],
        dense: [{ from: 'zh', to: 'zh', questions: 1, ...perfect }],
        rrf: [{ from: 'zh', to: 'zh', questions: 1, ...perfect }],
      },
    });
    expect(steps).toEqual([
      [undefined, 'zh', undefined],
      ['zh', 'zh', 1],
    ]);
  });

  it('counts questions without an answer for abstention alone', async () => {
    const { figures } = await measure({ langs: ['en'] });
    expect(figures.rows).toEqual([
      expect.objectContaining({
        questions: 3,
        ...perfect,
        firstThreeQuotes: 1,
        auroc: expect.any(Number),
        balancedAccuracy: expect.any(Number),
        falseAnswersAt5: expect.any(Number),
      }),
    ]);
    expect(figures.baselines.bm25).toEqual([expect.objectContaining({ questions: 3, ...perfect, auroc: 1 })]);
    expect(figures.baselines.bm25[0]).not.toHaveProperty('balancedAccuracy');
  });

  it('asks each language over the passages of each other, building one index a language', async () => {
    const { figures, steps } = await measure({ langs: ['en', 'zh'], cross: true });
    expect(figures.rows.map(({ from, to, questions }) => [from, to, questions])).toEqual([
      ['en', 'en', 3],
      ['zh', 'zh', 1],
      ['en', 'zh', 2],
      ['zh', 'en', 1],
    ]);
    expect(steps.filter(([from]) => from === undefined)).toHaveLength(2);
  });

  it('searches only among candidates', async () => {
    const among = (candidateIds: string[]) =>
      measure(
        {},
        {
          ...set,
          questions: [question('en:q', 'Did the ferry sail?', { positiveIds: ['en:school'], candidateIds })],
        },
      );
    // The ferry's passage is nearer, but it is no candidate.
    const { figures } = await among(['en:school']);
    expect([figures.rows, ...Object.values(figures.baselines)]).toEqual(
      Array(4).fill([expect.objectContaining(perfect)]),
    );
    const { figures: open } = await among(['en:school', 'en:ferry']);
    expect(open.rows[0]).toMatchObject({ r1: 0, r5: 1, mrr10: 0.5 });
  });

  it('embeds nothing a second time', async () => {
    const [folder, embedder] = [temporaryFolder(), createFakeEmbedder()];
    const first = await measure({ folder, embedder });
    const count = embedder.embedded.length;
    expect(count).toBeGreaterThan(0);
    expect(existsSync(path.join(folder, 'tiny-zh', 'index'))).toBe(true);
    const second = await measure({ folder, embedder });
    expect(second.figures).toEqual(first.figures);
    expect(embedder.embedded.length).toBe(count);
  });

  it('keeps a few numbers a question, and explains the worst', async () => {
    const { details } = await measure({ langs: ['en'] });
    expect(details).toHaveLength(1);
    expect(details[0]).toMatchObject({ from: 'en', to: 'en' });
    expect(details[0]?.records).toEqual([
      {
        ...{ id: 'en:q0', isAnswerable: true, confidence: expect.any(Number), isRight: expect.any(Boolean) },
        ...{ rank: 1, tookMs: 2 },
      },
      expect.objectContaining({ id: 'en:q1', rank: 1 }),
      expect.objectContaining({ id: 'en:q2', isAnswerable: false, isRight: false, rank: 'unknown' }),
    ]);
    const worst = details[0]?.worst ?? [];
    expect(worst.map(({ fault }) => fault)).toContain('unfounded');
    for (const { total, questions } of worst) {
      expect(questions).toHaveLength(total);
      for (const { question: words, passages, confidence, intercept, evidence } of questions) {
        expect(set.questions.map((each) => each.question)).toContain(words);
        expect(passages.map(({ rank }) => rank)).toEqual([1, 2, 3]);
        // The explanation is of the very confidence that is shown.
        const logOdds = evidence.reduce((sum, { adds }) => sum + adds, intercept);
        expect(1 / (1 + Math.exp(-logOdds))).toBeCloseTo(confidence, 10);
      }
    }
  });

  it('says so when nothing is to be measured', async () => {
    await expect(measure({ langs: ['fr'] })).rejects.toThrow(SetDataError);
  });

  it('is refused while another process measures the same passages', async () => {
    const folder = temporaryFolder();
    const index = await openSetIndex(set.passages.slice(0, 1), {
      folder: path.join(folder, 'tiny-zh'),
      cacheFile: path.join(folder, 'cache.db'),
      embedder: createFakeEmbedder(),
      holder: 'the first',
      onProgress: () => undefined,
    });
    await expect(measure({ folder, langs: ['zh'] })).rejects.toThrow(UserError);
    await index.close();
    await expect(measure({ folder, langs: ['zh'] })).resolves.toBeDefined();
  });
});

describe('reciprocal rank fusion', () => {
  it('adds 1 / (60 + rank)', () => {
    // a: 1/61 + 1/63, b: 1/62 + 1/61, c: 1/63, d: 1/62.
    const { ids, sureness } = fuseRanks([
      { ids: ['a', 'b', 'c'], sureness: 9 },
      { ids: ['b', 'd', 'a'], sureness: 0.9 },
    ]);
    expect(ids).toEqual(['b', 'a', 'd', 'c']);
    expect(sureness).toBeCloseTo(1 / 62 + 1 / 61, 10);
  });

  it('of nothing is as unsure as can be', () => {
    expect(fuseRanks([{ ids: [], sureness: 1 }])).toEqual({ ids: [], sureness: -Infinity });
  });
});

describe('the report', () => {
  it('has a line a row and system, and only columns that have a number', async () => {
    const { figures } = await measure({ langs: ['zh'], half: 'all' });
    const report = renderSetFigures(figures, '2025-03-04');
    expect(report).toContain('## Question set tiny');
    expect(report).toContain('on 2025-03-04. All questions');
    expect(report).toContain('| zh | zh | 1 | newsquote | 1.000 | 1.000 | 1.000 | 1.000 | 1.000 | 1.000 |');
    expect(report).toContain('| zh | zh | 1 | BM25 | 1.000 | 1.000 | 1.000 | 1.000 |  |  |');
    expect(report).not.toMatch(/AUROC|lengths/);
    const { figures: kept } = await measure({ langs: ['en'], half: 'kept' });
    expect(renderSetFigures(kept, '2025-03-04')).toContain('kept apart from tuning');
  });
});
