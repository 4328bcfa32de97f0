import type { SetFigures } from './set-evaluation.ts';
import { baselinesMeaning, explainHeads, tabulateSet } from './set-table.ts';

/** Which questions were asked, as a sentence begins. */
export const halfNames = {
  all: 'All questions',
  tuning: 'The half of the questions that is used for tuning',
  kept: 'The half of the questions that was kept apart from tuning',
} as const;

/** The name of a set's section in a report: one a set and half. */
export function nameSection({ set, half }: Pick<SetFigures, 'set' | 'half'>): string {
  return `set ${set}${half === 'all' ? '' : `, ${half} half`}`;
}

/** The figures of a set as a section of a page of docs/. */
export function renderSetFigures(figures: SetFigures, date: string): string {
  const { set, half } = figures;
  const { heads, lines } = tabulateSet(figures);
  return [
    `## Question set ${set}`,
    '',
    `Made by \`npm run evaluate -- --set\` on ${date}. ${halfNames[half]}, asked in one language (from) over the passages of one (to).`,
    baselinesMeaning,
    ...explainHeads(heads),
    '',
    `| from | to | questions | system | ${heads.join(' | ')} |`,
    `| --- | --- | --- | --- | ${heads.map(() => '---').join(' | ')} |`,
    ...lines.map(
      ({ from, to, questions, system, cells }) =>
        `| ${[from, to, String(questions), system, ...cells.map(({ text }) => text)].join(' | ')} |`,
    ),
    '',
  ].join('\n');
}
