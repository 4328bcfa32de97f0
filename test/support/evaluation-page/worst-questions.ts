import type { RowDetails } from '../set-evaluation.ts';
import { showShare } from '../set-table.ts';
import type { FaultName, WorstList, WorstQuestion } from '../set-worst.ts';
import { drawTable } from './data-table.ts';
import { el } from './markup.ts';
import type { Child, Markup } from './markup.ts';

/** How the questions of a row are shown. */
export interface WorstLook {
  /** Which questions: "zh → en". */
  readonly of: string;
  /** Whether words of the set are shown beside ids and figures. */
  readonly hasTexts: boolean;
}

const headings: Readonly<Record<FaultName, string>> = {
  wrong: 'Sure and wrong: the first quote holds no answer',
  refused: 'Answerable and refused',
  unfounded: 'Unanswerable and answered',
};

/** The worst questions of a row by fault, each with why it was answered so. */
export function drawWorst({ from, to, worst }: RowDetails, look: WorstLook): Markup {
  return el(
    'div',
    { class: 'worst' },
    el('h4', {}, 'Worst questions'),
    worst.length === 0 ? el('p', {}, 'None was wrong, refused or answered without an answer.') : null,
    worst.map(({ fault, total, questions }: WorstList) => [
      el(
        'h5',
        {},
        `${headings[fault]} (${String(total)}${questions.length < total ? `, ${String(questions.length)} shown` : ''})`,
      ),
      questions.map((question) => drawQuestion(question, { ...look, from, to })),
    ]),
  );
}

type QuestionLook = WorstLook & { readonly from: string; readonly to: string };

function drawQuestion(question: WorstQuestion, look: QuestionLook): Markup {
  const { id, confidence, rank, passages, intercept, evidence } = question;
  const logOdds = evidence.reduce((sum, { adds }) => sum + adds, intercept);
  return el(
    'details',
    { class: 'question' },
    el('summary', {}, el('bdi', {}, id), `: confidence ${showShare(confidence)}, ${describeRank(question)}`),
    look.hasTexts ? drawWords(question, look) : null,
    el(
      'div',
      { class: 'tables' },
      drawTable({
        caption: `Passages found for ${id}`,
        heads: ['rank', 'passage', 'answers', 'score', 'chunk', 'best sentence', 'terms'],
        rows: passages.map((passage) => ({
          heads: [
            String(passage.rank),
            [
              el('bdi', {}, passage.id),
              look.hasTexts && passage.title !== ''
                ? [' ', el('bdi', { lang: look.to }, passage.title)]
                : null,
            ],
          ],
          cells: [
            rank === 'unknown' ? '' : passage.isRight ? 'yes' : 'no',
            ...[passage.score, passage.chunk, passage.best, passage.terms].map((value) => value.toFixed(3)),
          ],
          isOwn: passage.isRight,
        })),
      }),
      drawTable({
        caption: `Confidence in ${id}`,
        heads: ['evidence', 'value', 'adds to the log odds'],
        rows: [
          { heads: ['start'], cells: ['', showSigned(intercept)] },
          ...[...evidence]
            .sort((a, b) => Math.abs(b.adds) - Math.abs(a.adds))
            .map(({ name, value, adds }) => ({ heads: [name], cells: [value.toFixed(3), showSigned(adds)] })),
          { heads: ['together'], cells: ['', showSigned(logOdds)], isOwn: true },
        ],
      }),
    ),
  );
}

function drawWords(
  { question, answers, firstQuote, passages }: WorstQuestion,
  { from, to }: QuestionLook,
): Markup {
  const right = passages.find(({ isRight }) => isRight);
  const parts: readonly (readonly [name: string, lang: string, texts: readonly string[]])[] = [
    ['Question', from, [question]],
    ['Answers', to, answers],
    ['First quote', to, firstQuote === null ? [] : [firstQuote]],
    ['Passage that answers', to, right === undefined ? [] : [right.text]],
  ];
  return el(
    'dl',
    {},
    parts.map(([name, lang, texts]) => [
      el('dt', {}, name),
      texts.length === 0 ? el('dd', {}, 'none') : texts.map((text) => drawText(text, lang)),
    ]),
  );
}

function drawText(text: string, lang: string): Child {
  return el('dd', { lang, dir: 'auto' }, text);
}

function describeRank({ isAnswerable, rank }: WorstQuestion): string {
  if (!isAnswerable) return 'no passage answers';
  if (rank === 'unknown') return 'the set does not say which passage answers';
  if (rank === 'not found') return 'no passage that answers was found';
  return `the passage that answers at rank ${String(rank)}`;
}

/** With a minus as long as the plus, so that signs stand below one another. */
function showSigned(value: number): string {
  const rounded = value.toFixed(2);
  if (/^-?0\.00$/.test(rounded)) return '0.00';
  return rounded.startsWith('-') ? `−${rounded.slice(1)}` : `+${rounded}`;
}
