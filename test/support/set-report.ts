import type { SetFigures } from './set-evaluation.ts';
import type { RowFigures } from './set-figures.ts';

/** Heads of the columns with what stands in them. A column without a number is left out. */
const columns: readonly (readonly [head: string, show: (figures: RowFigures) => string | undefined])[] = [
  ['R@1', ({ r1 }) => share(r1)],
  ['R@5', ({ r5 }) => share(r5)],
  ['nDCG@10', ({ ndcg10 }) => share(ndcg10)],
  ['MRR@10', ({ mrr10 }) => share(mrr10)],
  ['first quote', ({ firstQuote }) => share(firstQuote)],
  ['first three', ({ firstThreeQuotes }) => share(firstThreeQuotes)],
  ['answered', ({ answered }) => share(answered)],
  ['AUROC', ({ auroc }) => share(auroc)],
  ['balanced accuracy', ({ balancedAccuracy }) => share(balancedAccuracy)],
  ['false answers', ({ falseAnswersAt5 }) => share(falseAnswersAt5)],
  ['ms p50', ({ msP50 }) => msP50?.toFixed(1)],
  ['ms p99', ({ msP99 }) => msP99?.toFixed(1)],
];

const halfNames = {
  all: 'All questions',
  tuning: 'The half of the questions that is used for tuning',
  kept: 'The half of the questions that was kept apart from tuning',
} as const;

/** The name of a set's section in a report: one a set and half. */
export function nameSection({ set, half }: Pick<SetFigures, 'set' | 'half'>): string {
  return `set ${set}${half === 'all' ? '' : `, ${half} half`}`;
}

/** The figures of a set as a section of a page of docs/. */
export function renderSetFigures({ set, half, rows, baselines }: SetFigures, date: string): string {
  const systems: readonly (readonly [string, readonly RowFigures[]])[] = [
    ['newsquote', rows],
    ['BM25', baselines.bm25],
    ['dense', baselines.dense],
    ['rank fusion', baselines.rrf],
    ['lengths only', baselines.lengths ?? []],
  ];
  const lines = rows.flatMap(({ from, to }) =>
    systems.flatMap(([system, figures]) =>
      figures.filter((row) => row.from === from && row.to === to).map((row) => ({ system, row })),
    ),
  );
  const shown = columns.filter(([, show]) => lines.some(({ row }) => show(row) !== undefined));
  return [
    `## Question set ${set}`,
    '',
    `Made by \`npm run evaluate -- --set\` on ${date}. ${halfNames[half]}, asked in one language (from) over the passages of one (to).`,
    'The baselines find passages by terms alone (BM25), by the cosine of chunks alone (dense) and by reciprocal rank fusion of both, k = 60.',
    ...explain(shown.map(([head]) => head)),
    '',
    `| from | to | questions | system | ${shown.map(([head]) => head).join(' | ')} |`,
    `| --- | --- | --- | --- | ${shown.map(() => '---').join(' | ')} |`,
    ...lines.map(({ system, row }) => {
      const cells = [
        row.from,
        row.to,
        String(row.questions),
        system,
        ...shown.map(([, show]) => show(row) ?? ''),
      ];
      return `| ${cells.join(' | ')} |`;
    }),
    '',
  ].join('\n');
}

/** What the columns mean whose heads do not say it. */
function explain(heads: readonly string[]): string[] {
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

function share(value: number | undefined): string | undefined {
  return value?.toFixed(3).replace(/^0/, '');
}
