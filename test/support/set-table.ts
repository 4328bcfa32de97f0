import type { SetFigures } from './set-evaluation.ts';
import type { RowFigures } from './set-figures.ts';

/** A figure as it is shown; empty where a system has none. */
export interface FigureCell {
  readonly text: string;
  /** No other system has a better one in the same row of the set, and another has a worse one. */
  readonly isBest: boolean;
}

/** Figures of one system over one row of a set. */
export interface FigureLine {
  readonly from: string;
  readonly to: string;
  readonly questions: number;
  readonly system: string;
  /** One for each head. */
  readonly cells: readonly FigureCell[];
}

/** The figures of a set as a table. */
export interface FigureTable {
  readonly heads: readonly string[];
  readonly lines: readonly FigureLine[];
}

interface Column {
  readonly head: string;
  readonly read: (figures: RowFigures) => number | undefined;
  readonly show: (value: number) => string;
  /** 1: more is better, -1: less is. */
  readonly sign: 1 | -1;
}

const shareOf = (head: string, read: Column['read'], sign: Column['sign'] = 1): Column => ({
  head,
  read,
  show: showShare,
  sign,
});
const timeOf = (head: string, read: Column['read']): Column => ({
  head,
  read,
  show: (value) => value.toFixed(1),
  sign: -1,
});

const columns: readonly Column[] = [
  shareOf('R@1', ({ r1 }) => r1),
  shareOf('R@5', ({ r5 }) => r5),
  shareOf('nDCG@10', ({ ndcg10 }) => ndcg10),
  shareOf('MRR@10', ({ mrr10 }) => mrr10),
  shareOf('first quote', ({ firstQuote }) => firstQuote),
  shareOf('first three', ({ firstThreeQuotes }) => firstThreeQuotes),
  shareOf('answered', ({ answered }) => answered),
  shareOf('AUROC', ({ auroc }) => auroc),
  shareOf('balanced accuracy', ({ balancedAccuracy }) => balancedAccuracy),
  shareOf('false answers', ({ falseAnswersAt5 }) => falseAnswersAt5, -1),
  timeOf('ms p50', ({ msP50 }) => msP50),
  timeOf('ms p99', ({ msP99 }) => msP99),
];

/** A line a row and system; a column without a figure is left out. */
export function tabulateSet({ rows, baselines }: Pick<SetFigures, 'rows' | 'baselines'>): FigureTable {
  const systems: readonly (readonly [string, readonly RowFigures[]])[] = [
    ['newsquote', rows],
    ['BM25', baselines.bm25],
    ['dense', baselines.dense],
    ['rank fusion', baselines.rrf],
    ['lengths only', baselines.lengths ?? []],
  ];
  const groups = rows.map(({ from, to }) =>
    systems.flatMap(([system, figures]) =>
      figures.filter((row) => row.from === from && row.to === to).map((row) => ({ system, row })),
    ),
  );
  const shown = columns.filter(({ read }) => groups.flat().some(({ row }) => read(row) !== undefined));
  return {
    heads: shown.map(({ head }) => head),
    lines: groups.flatMap((group) => {
      const cellsOf = shown.map((column) =>
        showColumn(
          column,
          group.map(({ row }) => row),
        ),
      );
      return group.map(({ system, row: { from, to, questions } }, at) => ({
        ...{ from, to, questions, system },
        cells: cellsOf.flatMap((cells) => cells[at] ?? []),
      }));
    }),
  };
}

/** What is shown the same counts as the same. */
function showColumn({ read, show, sign }: Column, group: readonly RowFigures[]): FigureCell[] {
  const texts = group.map(read).map((value) => (value === undefined ? '' : show(value)));
  const shown = texts.filter((text) => text !== '').map((text) => sign * Number(text));
  const best = Math.max(...shown);
  const isCompared = new Set(shown).size > 1;
  return texts.map((text) => ({ text, isBest: isCompared && text !== '' && sign * Number(text) === best }));
}

/** What stands beside the answerer. */
export const baselinesMeaning =
  'The baselines find passages by terms alone (BM25), by the cosine of chunks alone (dense) and by reciprocal rank fusion of both, k = 60.';

/** What the columns mean whose heads do not say it. */
export function explainHeads(heads: readonly string[]): string[] {
  return [
    ...(heads.includes('first quote')
      ? [
          '“First quote” and “first three” are the shares of questions whose quotes hold an answer, were any confidence enough to show them.',
        ]
      : []),
    ...(heads.includes('answered')
      ? ['“Answered” is the share of the questions with an answer that the confidence is high enough for.']
      : []),
    ...(heads.includes('AUROC')
      ? [
          'AUROC, balanced accuracy and false answers say how well questions with an answer are told from those without: the last is the',
          'share answered of those without, where 5 % of those with one are refused. “Lengths only” judges by lengths alone.',
        ]
      : []),
  ];
}

/** A share in [0, 1] with three places and no leading zero. */
export function showShare(value: number): string {
  return value.toFixed(3).replace(/^0/, '');
}
