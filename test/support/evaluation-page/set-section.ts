import type { RowDetails, SetMeasurement } from '../set-evaluation.ts';
import { listAnswerableOutcomes, listQuoteOutcomes } from '../set-records.ts';
import { halfNames, nameSection } from '../set-report.ts';
import type { RowOptions } from '../set-rows.ts';
import { baselinesMeaning, explainHeads, tabulateSet } from '../set-table.ts';
import type { FigureTable } from '../set-table.ts';
import { drawTable } from './data-table.ts';
import { drawLatency } from './latency-chart.ts';
import { capitalise, el, idOf } from './markup.ts';
import type { Markup } from './markup.ts';
import { drawReliability } from './reliability-diagram.ts';
import type { OutcomeText } from './reliability-diagram.ts';
import { drawRiskCoverage } from './risk-coverage-curve.ts';
import { drawWorst } from './worst-questions.ts';

/** How a section is made and what it shows. */
export interface SectionOptions {
  /** ISO date. */
  readonly madeOn: string;
  /** What was asked for, to say how the section was made. */
  readonly rows: RowOptions;
  /** Whether words of the set are shown: most sets may not be handed on. */
  readonly hasTexts: boolean;
}

/** The section of a set and half: its table, and for each row its diagrams and its worst questions. */
export function renderSetSection(
  { figures, details }: SetMeasurement,
  { madeOn, rows, hasTexts }: SectionOptions,
): Markup {
  const name = nameSection(figures);
  const table = tabulateSet(figures);
  const headingId = idOf(name, 'heading');
  return el(
    'section',
    { id: idOf(name), 'aria-labelledby': headingId, 'data-texts': hasTexts ? 'shown' : 'left out' },
    el('h2', { id: headingId }, `Question set ${figures.set}`),
    el(
      'p',
      {},
      'Made by ',
      el('code', {}, describeCommand(figures.set, { rows, hasTexts })),
      ` on ${madeOn}. ${halfNames[figures.half]}, asked in one language (from) over the passages of one (to). `,
      hasTexts
        ? 'The words of the set are shown: do not hand this page on where its licence forbids it.'
        : 'Questions and passages are named by their ids in the set; their words are left out.',
    ),
    el(
      'p',
      {},
      [baselinesMeaning, ...explainHeads(table.heads)].join(' '),
      ' The best figure of a column is bold.',
    ),
    drawFigures(table, `Figures of ${name} against the baselines`),
    details.map((row) => drawRow(row, { name, hasTexts })),
  );
}

/** The command line as anybody would type it, wherever the set's folder is. */
function describeCommand(set: string, { rows, hasTexts }: Pick<SectionOptions, 'rows' | 'hasTexts'>): string {
  const { langs, cross = false, half = 'all' } = rows;
  return [
    `npm run evaluate -- --set …/${set}`,
    ...(langs === undefined ? [] : [`--langs ${langs.join(',')}`]),
    ...(cross ? ['--cross'] : []),
    ...(half === 'all' ? [] : [`--half ${half}`]),
    '--report docs/evaluation.html',
    ...(hasTexts ? [] : ['--without-texts']),
  ].join(' ');
}

function drawFigures({ heads, lines }: FigureTable, caption: string): Markup {
  return drawTable({
    caption,
    heads: ['from', 'to', 'system', 'questions', ...heads],
    rows: lines.map(({ from, to, questions, system, cells }) => ({
      heads: [from, to, system],
      cells: [
        String(questions),
        ...cells.map(({ text, isBest }) => (isBest ? el('strong', {}, text) : text)),
      ],
      isOwn: system === 'newsquote',
    })),
  });
}

function drawRow(
  row: RowDetails,
  { name, hasTexts }: { readonly name: string; readonly hasTexts: boolean },
): Markup {
  const { from, to, records } = row;
  const of = from === to ? `questions and passages in ${from}` : `questions in ${from}, passages in ${to}`;
  const textOf = (kind: string, whose: string): OutcomeText => ({
    id: idOf(name, from, to, kind),
    of,
    whose,
  });
  const kinds = [
    { outcomes: listQuoteOutcomes(records), kind: 'quote', whose: 'whose first quote holds an answer' },
    { outcomes: listAnswerableOutcomes(records), kind: 'answerable', whose: 'that have an answer' },
  ].filter(({ outcomes }) => outcomes.length > 0);
  return el(
    'section',
    { class: 'row', 'aria-labelledby': idOf(name, from, to) },
    el('h3', { id: idOf(name, from, to) }, capitalise(of)),
    el(
      'div',
      { class: 'charts' },
      kinds.map(({ outcomes, kind, whose }) => [
        drawReliability(outcomes, textOf(`${kind}-reliability`, whose)),
        drawRiskCoverage(outcomes, textOf(`${kind}-risk`, whose)),
      ]),
      drawLatency(
        records.map(({ tookMs }) => tookMs),
        { id: idOf(name, from, to, 'latency'), of },
      ),
    ),
    drawWorst(row, { of, hasTexts }),
  );
}
