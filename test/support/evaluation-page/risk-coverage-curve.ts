import { answerThreshold, sureThreshold } from '../../../src/answer/confidence.ts';
import { measureRiskCoverage } from '../calibration.ts';
import type { Outcome, RiskAtCoverage } from '../calibration.ts';
import { spread } from '../spread.ts';
import { drawAxes, drawChart, frameOf, placesIn, shareTicks, showPercent } from './chart.ts';
import { capitalise, el } from './markup.ts';
import type { Markup } from './markup.ts';
import type { OutcomeText } from './reliability-diagram.ts';

const frame = frameOf(180);

/** Before this many are answered, one more that is wrong or right moves the curve by percents. */
const leastCoverage = 0.05;

/** More points than this can not be told apart. */
const mostPoints = 120;

/** A risk-coverage curve: how many of the answers are wrong (up), the more of the questions are answered, the surest first (across). */
export function drawRiskCoverage(outcomes: readonly Outcome[], { id, of, whose }: OutcomeText): Markup {
  const points = measureRiskCoverage(outcomes);
  const drawn = spread(
    points.filter(({ coverage }) => coverage >= leastCoverage),
    mostPoints,
  );
  const last = points.at(-1);
  if (last !== undefined && drawn.at(-1) !== last) drawn.push(last);
  const mostRisk = Math.max(0.1, Math.ceil(Math.max(...drawn.map(({ risk }) => risk)) * 10) / 10);
  const at = placesIn(frame);
  const place = ({ coverage, risk }: RiskAtCoverage) => [at.x(coverage), at.y(risk / mostRisk)] as const;
  const marks = [
    { name: 'sure', from: sureThreshold },
    { name: 'shown', from: answerThreshold },
  ].flatMap(({ name, from }) => {
    const point = points.findLast(({ confidence }) => confidence >= from);
    return point === undefined ? [] : [{ name, from, point }];
  });
  const said = marks.map(
    ({ name, from, point }) =>
      `${name} (from ${from.toFixed(2)}): ${showPercent(point.coverage)} answered, ${showPercent(point.risk)} of these wrong`,
  );
  return el(
    'figure',
    {},
    el('h4', {}, 'Risk and coverage'),
    drawChart(
      {
        id,
        title: `Risk by coverage, ${of}: the share of answers that is wrong, the more are given`,
        description: `${said.join('; ')}.`,
      },
      frame.top + frame.height + 36,
      drawAxes(frame, {
        x: { name: 'share answered, the surest first', ticks: shareTicks() },
        y: { name: 'share wrong', ticks: shareTicks(mostRisk) },
      }),
      el('polyline', { class: 'curve', points: drawn.map((point) => pair(place(point))).join(' ') }),
      marks
        .filter(({ point }) => point.coverage >= leastCoverage)
        .map(({ name, point }) => {
          const [x, y] = place(point);
          const isHigh = y < frame.top + 24;
          return el(
            'g',
            { class: 'mark' },
            el('circle', { cx: x, cy: y, r: 4.5 }),
            el(
              'text',
              {
                x: Math.min(x, frame.left + frame.width - 18),
                y: isHigh ? y + 18 : y - 10,
                'text-anchor': 'middle',
              },
              name,
            ),
          );
        }),
    ),
    el('figcaption', {}, `Right are the questions ${whose}. ${capitalise(said.join('; '))}.`),
  );
}

function pair([x, y]: readonly [number, number]): string {
  return `${x.toFixed(1)},${y.toFixed(1)}`;
}
