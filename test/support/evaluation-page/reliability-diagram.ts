import { answerThreshold, sureThreshold } from '../../../src/answer/confidence.ts';
import { binByConfidence, measureBrier, measureCalibrationError, wilsonInterval } from '../calibration.ts';
import type { ConfidenceBin, Outcome } from '../calibration.ts';
import { showShare } from '../set-table.ts';
import { chartWidth, drawAxes, drawChart, frameOf, placesIn, shareTicks, showPercent } from './chart.ts';
import type { Frame } from './chart.ts';
import { drawTable } from './data-table.ts';
import { el } from './markup.ts';
import type { Markup } from './markup.ts';

/** What the outcomes of a diagram are of. */
export interface OutcomeText {
  /** Unique in the page. */
  readonly id: string;
  /** Which questions: "zh → en". */
  readonly of: string;
  /** What comes true or not, after "share of questions": "whose first quote holds an answer". */
  readonly whose: string;
}

const frame = frameOf(280);
const countsTop = frame.top + frame.height + 42;
const countsHeight = 54;

/**
 * A reliability diagram: for the questions of each tenth of the confidence, how sure the answers were on average (across) and
 * how many came true (up), below it how many there are. Points on the diagonal keep what they promise; the bars through them are
 * 95 % intervals.
 */
export function drawReliability(outcomes: readonly Outcome[], { id, of, whose }: OutcomeText): Markup {
  const bins = binByConfidence(outcomes);
  const error = showShare(measureCalibrationError(bins));
  const brier = showShare(measureBrier(outcomes));
  const title = `Reliability, ${of}: confidence against the share of questions ${whose}`;
  const description = bins.map(
    ({ count, meanConfidence, rightShare }) =>
      `of ${String(count)} at ${showPercent(meanConfidence)} confidence ${showPercent(rightShare)}`,
  );
  return el(
    'figure',
    {},
    el('h4', {}, 'Reliability'),
    drawChart(
      { id, title, description: `${description.join('; ')}.` },
      countsTop + countsHeight,
      drawAxes(frame, {
        x: { name: 'confidence', ticks: shareTicks() },
        y: { name: 'share that came true', ticks: shareTicks() },
      }),
      drawDiagonal(frame),
      drawThresholds(frame),
      bins.map(drawPoint),
      drawCounts(bins),
    ),
    el(
      'figcaption',
      {},
      `The share of ${String(outcomes.length)} questions ${whose}, by confidence. `,
      `Expected calibration error ${error}, Brier score ${brier}.`,
      el('details', {}, el('summary', {}, 'As a table'), drawBins(bins, title)),
    ),
  );
}

function drawDiagonal({ left, top, width, height }: Frame): Markup {
  return el('line', { class: 'ideal', x1: left, y1: top + height, x2: left + width, y2: top });
}

/** From where on a quote is shown, and from where on without a caveat. */
function drawThresholds({ top, height }: Frame): Markup {
  const at = placesIn(frame);
  return el(
    'g',
    { class: 'threshold' },
    [
      { name: 'shown', value: answerThreshold },
      { name: 'sure', value: sureThreshold },
    ].map(({ name, value }) => [
      el('line', { x1: at.x(value), x2: at.x(value), y1: top, y2: top + height }),
      el('text', { x: at.x(value), y: top - 4, 'text-anchor': 'middle' }, name),
    ]),
  );
}

function drawPoint({ count, meanConfidence, rightShare }: ConfidenceBin): Markup {
  const at = placesIn(frame);
  const { low, high } = wilsonInterval(rightShare, count);
  const x = at.x(meanConfidence);
  return el(
    'g',
    { class: 'point' },
    el('line', { x1: x, x2: x, y1: at.y(low), y2: at.y(high) }),
    el('circle', { cx: x, cy: at.y(rightShare), r: 4.5 }),
  );
}

function drawCounts(bins: readonly ConfidenceBin[]): Markup {
  const at = placesIn(frame);
  const most = Math.max(...bins.map(({ count }) => count));
  const barHeight = countsHeight - 14;
  return el(
    'g',
    { class: 'counts' },
    bins.map(({ from, to, count }) => {
      const height = (count / most) * barHeight;
      const top = countsTop + countsHeight - height;
      return [
        el('rect', { x: at.x(from) + 1, width: at.x(to) - at.x(from) - 2, y: top, height }),
        el('text', { x: (at.x(from) + at.x(to)) / 2, y: top - 3, 'text-anchor': 'middle' }, count),
      ];
    }),
    el('text', { x: frame.left - 6, y: countsTop + countsHeight - 2, 'text-anchor': 'end' }, 'count'),
    el('line', {
      ...{ x1: frame.left, x2: chartWidth - 14 },
      ...{ y1: countsTop + countsHeight - 0.5, y2: countsTop + countsHeight - 0.5 },
    }),
  );
}

function drawBins(bins: readonly ConfidenceBin[], caption: string): Markup {
  return drawTable({
    caption,
    heads: ['confidence', 'questions', 'mean confidence', 'came true', '95 % interval'],
    rows: bins.map(({ from, to, count, meanConfidence, rightShare }) => {
      const { low, high } = wilsonInterval(rightShare, count);
      return {
        heads: [`${from.toFixed(1)} to ${to.toFixed(1)}`],
        cells: [
          String(count),
          showShare(meanConfidence),
          showShare(rightShare),
          `${showShare(low)} to ${showShare(high)}`,
        ],
      };
    }),
  });
}
