import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { runScript } from '../support/run-script.ts';
import type { ScriptResult } from '../support/run-script.ts';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts';

const root = temporaryFolder();
const environment = { EMBEDDING_CACHE: path.join(root, 'embeddings', 'cache.db') };
const evaluate = (...words: string[]): Promise<ScriptResult> =>
  runScript('scripts/evaluate.ts', words, { environment });

const lines = (values: readonly unknown[]): string =>
  values.map((value) => `${JSON.stringify(value)}\n`).join('');

const passages = [
  ['zh:0', 'bridge', '青崖大桥于三月通车，造价九百万元。'],
  ['zh:1', 'ferry', '渡轮周一复航，票价涨到五元。'],
  ['zh:2', 'school', '村里的小学六月关闭，学生将乘公交上学。'],
  ['en:0', 'bridge', 'The bridge at Qingya opened to traffic in March and cost nine million yuan.'],
  ['en:1', 'ferry', 'The ferry sails again on Monday, and fares rise to five yuan.'],
  ['en:2', 'school', 'The village school closes in June, and pupils will take the bus.'],
].map(([id = '', group, text]) => ({ id, lang: id.slice(0, 2), title: '', text, group }));

const questions = [
  ['zh:q0', 'bridge', '大桥什么时候通车？', '三月'],
  ['zh:q1', 'school', '小学哪个月关闭？', '六月'],
  ['en:q0', 'bridge', 'When did the bridge open to traffic?', 'March'],
  ['en:q1', 'school', 'In which month does the school close?', 'June'],
].map(([id = '', group, question, answer]) => ({
  ...{ id, lang: id.slice(0, 2), question, answers: [answer], answerable: true, group: id.slice(3) },
  positive_ids: [
    passages.find((passage) => passage.id.startsWith(id.slice(0, 2)) && passage.group === group)?.id,
  ],
  positive_group: group,
}));

const set = writeFiles(path.join(root, 'tiny'), {
  'passages.jsonl': lines(passages),
  'questions.jsonl': lines(questions),
});
const candidates = writeFiles(path.join(root, 'few'), {
  'passages.jsonl': lines(passages),
  'questions.jsonl': lines([
    {
      ...{ id: 'zh:c', lang: 'zh', question: '渡轮哪天复航？', positive_ids: ['zh:1'], answers: ['周一'] },
      ...{ answerable: true, candidate_ids: ['zh:1', 'zh:2'] },
    },
  ]),
});

describe('npm run evaluate -- --set', () => {
  const report = path.join(root, 'report.md');
  const page = path.join(root, 'report.html');
  let measured: ScriptResult;

  beforeAll(async () => {
    writeFiles(root, {
      'report.md': '# Evaluation\n\n<!-- begin: pages -->\n\nPages.\n\n<!-- end: pages -->\n',
    });
    const reports = ['--report', report, '--report', page];
    measured = await evaluate('--set', set, '--set', candidates, '--cross', '--json', ...reports);
  });

  it('prints one JSON object a set, with a row a language and a row a pair', () => {
    expect(measured.exitCode).toBe(0);
    const [tiny, few] = measured.out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(tiny).toMatchObject({ set: 'tiny', half: 'all' });
    expect(tiny.rows.map(({ from, to }: Record<string, string>) => `${from}-${to}`)).toEqual([
      'en-en',
      'zh-zh',
      'en-zh',
      'zh-en',
    ]);
    for (const row of tiny.rows)
      expect(row).toMatchObject({ questions: 2, r1: 1, r5: 1, ndcg10: 1, mrr10: 1, firstThreeQuotes: 1 });
    expect(Object.keys(tiny.baselines)).toEqual(['bm25', 'dense', 'rrf']);
    expect(few.rows).toEqual([expect.objectContaining({ from: 'zh', to: 'zh', questions: 1, r1: 1 })]);
  });

  it('tells on standard error what is being done', () => {
    expect(measured.err).toMatch(
      /^tiny: passages in en\nEmbedding texts: \d+ in .+ s\nStoring pages: 1 in .+ s\nBuilding the vector index: 3 in .+ s\ntiny: questions in en, passages in en\nAsking questions: 2 in .+ s\n/,
    );
  });

  it('writes a section a set into the report, beside those that were there', () => {
    const text = readFileSync(report, 'utf8');
    expect(text).toContain('<!-- begin: pages -->\n\nPages.\n');
    expect(text).toContain('<!-- begin: set tiny -->\n\n## Question set tiny\n');
    expect(text).toContain('<!-- begin: set few -->\n');
    expect(text).not.toContain(root);
  });

  it('draws a section a set into a page, and leaves out the words of the set where it is told to', async () => {
    const before = readFileSync(page, 'utf8');
    expect(before.match(/data-texts="[^"]+"/g)).toEqual(['data-texts="shown"', 'data-texts="shown"']);
    expect(before).not.toContain(root);
    expect(before).toContain('<!-- begin: set few -->\n');
    const rest = ['--report', page, '--without-texts', '--json'];
    expect((await evaluate('--set', set, '--langs', 'en', ...rest)).exitCode).toBe(0);
    const after = readFileSync(page, 'utf8');
    expect(after.match(/<!-- begin: .+ -->/g)).toEqual(before.match(/<!-- begin: .+ -->/g));
    expect(after.match(/data-texts="[^"]+"/g)).toEqual(['data-texts="left out"', 'data-texts="shown"']);
  });

  it('names file and line of what is wrong with a set, and measures none', async () => {
    const wrong = writeFiles(path.join(root, 'wrong'), {
      'passages.jsonl': lines(passages),
      'questions.jsonl': `${lines(questions.slice(0, 1))}{"id"\n`,
    });
    const { exitCode, out, err } = await evaluate('--set', set, '--set', wrong);
    expect({ exitCode, out }).toEqual({ exitCode: 1, out: '' });
    expect(err).toContain(
      `The question set ${wrong} can not be measured:\n  questions.jsonl, line 2: not JSON\n`,
    );
  });

  it.each([
    [[], 'Say one thing to measure: --set DIR, --pages or --fit-pages.'],
    [['--set', set, '--pages'], 'Say one thing to measure'],
    [['--set', ''], '--set is empty'],
    [['--set', set, '--half', 'best'], '--half best is not one of all, tuning, kept.'],
    [['--set', set, '--langs', 'zh,'], '--langs is a list such as zh,en.'],
    [['--set', set, '--langs', 'fr'], '--langs: tiny has no questions in fr, only in en, zh.'],
    [['--pages', '--report', 'x.html'], '--report FILE.html shows sets of questions'],
    [['--set', set, '--without-texts'], '--without-texts is for --report FILE.html'],
    [['--set', set, '--report', path.join(root, 'none', 'x.html')], 'its folder is missing'],
    [['--set', set, 'more'], "Unexpected argument 'more'."],
  ])('refuses %j with exit code 2', async (words, wanted) => {
    const { exitCode, err } = await evaluate(...words);
    expect(exitCode).toBe(2);
    expect(err).toContain(wanted);
    expect(err).toContain('See npm run evaluate -- --help');
  });
});
