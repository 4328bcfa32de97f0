import { expect, it } from 'vitest';
import { tabulateSet } from './set-table.ts';

const place = { from: 'zh', to: 'zh', questions: 3 };

it('marks what is best in a column of a row, as it is shown', () => {
  const { heads, lines } = tabulateSet({
    rows: [
      { ...place, r1: 0.9501, r5: 1, falseAnswersAt5: 0.2, answered: 1, msP50: 9 },
      { ...place, from: 'en', to: 'en', r1: 0.1, falseAnswersAt5: 0.9 },
    ],
    baselines: {
      bm25: [
        { ...place, r1: 0.95, r5: 1, falseAnswersAt5: 0.4 },
        { ...place, from: 'en', to: 'en', r1: 0.2, falseAnswersAt5: 0.8 },
      ],
      dense: [{ ...place, r1: 0.7, r5: 1 }],
      rrf: [],
    },
  });
  expect(heads).toEqual(['R@1', 'R@5', 'answered', 'false answers', 'ms p50']);
  const shown = lines.map(({ to, system, cells }) => [
    to,
    system,
    ...cells.map(({ text, isBest }) => (isBest ? `*${text}*` : text)),
  ]);
  expect(shown).toEqual([
    ['zh', 'newsquote', '*.950*', '1.000', '1.000', '*.200*', '9.0'],
    ['zh', 'BM25', '*.950*', '1.000', '', '.400', ''],
    ['zh', 'dense', '.700', '1.000', '', '', ''],
    ['en', 'newsquote', '.100', '', '', '.900', ''],
    ['en', 'BM25', '*.200*', '', '', '*.800*', ''],
  ]);
});
