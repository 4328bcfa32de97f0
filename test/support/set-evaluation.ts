import path from 'node:path';
import type { Embedder } from '../../src/embed/embedder.ts';
import type { OnProgress } from '../../src/pipeline/progress.ts';
import { SetDataError } from './set-data.ts';
import type { QuestionSet } from './set-data.ts';
import { measureAnswerer, measureBaseline } from './set-figures.ts';
import type { RowFigures } from './set-figures.ts';
import { openSetIndex } from './set-index.ts';
import { measureLengthControl } from './set-lengths.ts';
import type { PassageLengths } from './set-lengths.ts';
import { planRows } from './set-rows.ts';
import type { Half, Row, RowOptions } from './set-rows.ts';
import { askSystems } from './set-systems.ts';
import type { AskedQuestion } from './set-systems.ts';
import { recordQuestion } from './set-records.ts';
import type { QuestionRecord } from './set-records.ts';
import { listWorst } from './set-worst.ts';
import type { WorstList } from './set-worst.ts';

/** What the answerer is compared with. */
export const baselineNames = ['bm25', 'dense', 'rrf', 'lengths'] as const;
export type BaselineName = (typeof baselineNames)[number];

/** All figures of a set. */
export interface SetFigures {
  readonly set: string;
  readonly half: Half;
  readonly rows: readonly RowFigures[];
  /** In the order of `rows`; `lengths` only where there are questions with and without an answer. */
  readonly baselines: Readonly<Record<Exclude<BaselineName, 'lengths'>, readonly RowFigures[]>> & {
    readonly lengths?: readonly RowFigures[];
  };
}

/** What the diagrams of a row are drawn from. */
export interface RowDetails {
  readonly from: string;
  readonly to: string;
  /** In the order in which they were asked. */
  readonly records: readonly QuestionRecord[];
  readonly worst: readonly WorstList[];
}

/** What came of measuring a set. */
export interface SetMeasurement {
  readonly figures: SetFigures;
  /** In the order of the figures' rows. */
  readonly details: readonly RowDetails[];
}

/** What a set is measured with. */
export interface EvaluationOptions extends RowOptions {
  /** Holds indexes and embeddings between runs. */
  readonly folder: string;
  readonly embedder: Embedder;
  /** Told to another process that would measure the same set. */
  readonly holder: string;
  readonly now: () => number;
  readonly onProgress: OnProgress;
  /** A row is begun; `undefined` questions: the passages of `to` are indexed. */
  readonly onStep: (step: Pick<Row, 'to'> & Partial<Row>) => void;
}

/**
 * Measures the answerer and the baselines on a set, one index a language of passages.
 *
 * @throws SetDataError if nothing of the set is to be measured
 * @throws UserError as `openSetIndex`
 */
export async function measureSet(set: QuestionSet, options: EvaluationOptions): Promise<SetMeasurement> {
  const { half = 'all' } = options;
  const rows = planRows(set, options);
  if (rows.length === 0) throw new SetDataError(`The question set ${set.name} has no question to ask.`);
  const measured = new Map<Row, MeasuredRow>();
  for (const to of new Set(rows.map((row) => row.to)))
    for (const [row, figures] of await measureLanguage(set, to, { ...options, rows }))
      measured.set(row, figures);
  const inOrder = rows.flatMap((row) => measured.get(row) ?? []);
  const lengths = inOrder.flatMap((row) => row.lengths ?? []);
  const figures = {
    set: set.name,
    half,
    rows: inOrder.map(({ answerer }) => answerer),
    baselines: {
      bm25: inOrder.map(({ bm25 }) => bm25),
      dense: inOrder.map(({ dense }) => dense),
      rrf: inOrder.map(({ rrf }) => rrf),
      ...(lengths.length > 0 && { lengths }),
    },
  };
  return { figures, details: inOrder.map(({ details }) => details) };
}

type MeasuredRow = Readonly<Record<'answerer' | 'bm25' | 'dense' | 'rrf', RowFigures>> & {
  readonly lengths: RowFigures | undefined;
  readonly details: RowDetails;
};

/** All rows that search the passages of one language. */
async function measureLanguage(
  set: QuestionSet,
  to: string,
  options: EvaluationOptions & { readonly rows: readonly Row[] },
): Promise<[Row, MeasuredRow][]> {
  const { folder, embedder, holder, now, onProgress, onStep, rows } = options;
  const passages = set.passages.filter(({ lang }) => lang === to);
  onStep({ to });
  const index = await openSetIndex(passages, {
    folder: path.join(folder, `${set.name}-${to}`),
    cacheFile: path.join(folder, 'cache.db'),
    embedder,
    holder,
    onProgress,
  });
  try {
    const lengths = new Map(passages.map(({ id, text }) => [id, text.length]));
    const measured: [Row, MeasuredRow][] = [];
    for (const row of rows.filter((other) => other.to === to)) {
      onStep(row);
      const [first] = row.questions;
      // What is loaded with the first question is no part of its time.
      if (first) await askSystems(first, index, now);
      const asked: AskedQuestion[] = [];
      for (const question of row.questions) {
        asked.push(await askSystems(question, index, now));
        onProgress({ stage: 'ask', done: asked.length, total: row.questions.length });
      }
      const worst = await listWorst(asked, index);
      measured.push([row, measureRow(row, asked, { lengths, worst })]);
    }
    return measured;
  } finally {
    await index.close();
  }
}

function measureRow(
  { from, to, questions }: Row,
  asked: readonly AskedQuestion[],
  { lengths, worst }: { readonly lengths: PassageLengths; readonly worst: readonly WorstList[] },
): MeasuredRow {
  const control = measureLengthControl(questions, lengths);
  return {
    answerer: { from, to, ...measureAnswerer(asked) },
    bm25: { from, to, ...measureBaseline(asked, 'bm25') },
    dense: { from, to, ...measureBaseline(asked, 'dense') },
    rrf: { from, to, ...measureBaseline(asked, 'rrf') },
    lengths: 'auroc' in control ? { from, to, questions: questions.length, ...control } : undefined,
    details: { from, to, records: asked.map(recordQuestion), worst },
  };
}
