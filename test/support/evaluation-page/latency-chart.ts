import { binByLogarithm } from '../log-histogram.ts';
import { percentile } from '../set-measures.ts';
import { countTicks, drawAxes, drawChart, frameOf, placesIn } from './chart.ts';
import type { Tick } from './chart.ts';
import { drawTable } from './data-table.ts';
import { el } from './markup.ts';
import type { Markup } from './markup.ts';

const frame = frameOf(180);

/** How long the answers took, in milliseconds on a logarithmic scale, with the 50th, 90th and 99th percentile. */
export function drawLatency(
  times: readonly number[],
  { id, of }: { readonly id: string; readonly of: string },
): Markup {
  const bins = binByLogarithm(times);
  const low = Math.log10(bins[0]?.from ?? 1);
  const high = Math.log10(bins.at(-1)?.to ?? 10);
  const placeOf = (ms: number): number => (Math.log10(ms) - low) / (high - low);
  const most = Math.max(1, ...bins.map(({ count }) => count));
  const at = placesIn(frame);
  const marks = [0.5, 0.9, 0.99].map((share) => ({
    name: `p${String(share * 100)}`,
    ms: percentile(times, share),
  }));
  const said = marks.map(({ name, ms }) => `${name} ${ms.toFixed(1)} ms`).join(', ');
  const title = `Time of an answer, ${of}`;
  return el(
    'figure',
    {},
    el('h4', {}, 'Time of an answer'),
    drawChart(
      { id, title, description: `${said}.` },
      frame.top + frame.height + 36,
      drawAxes(frame, {
        x: { name: 'milliseconds, logarithmic', ticks: timeTicks(placeOf) },
        y: { name: 'questions', ticks: countTicks(most) },
      }),
      el(
        'g',
        { class: 'bars' },
        bins.map(({ from, to, count }) => {
          const [left, right, top] = [at.x(placeOf(from)), at.x(placeOf(to)), at.y(count / most)];
          const height = frame.top + frame.height - top;
          return count === 0 ? null : el('rect', { x: left + 0.5, width: right - left - 1, y: top, height });
        }),
      ),
      marks.map(({ name, ms }, step) => {
        const x = at.x(placeOf(ms));
        return el(
          'g',
          { class: 'mark' },
          el('line', { x1: x, x2: x, y1: frame.top, y2: frame.top + frame.height }),
          // One below the other, as the lines may stand close.
          el('text', { x: x + 4, y: frame.top + 10 + step * 13 }, name),
        );
      }),
    ),
    el(
      'figcaption',
      {},
      `Retrieval, quotes and confidence of ${String(times.length)} questions, one after another: ${said}.`,
      el(
        'details',
        {},
        el('summary', {}, 'As a table'),
        drawTable({
          caption: title,
          heads: ['milliseconds', 'questions'],
          rows: bins.map(({ from, to, count }) => ({
            heads: [`${from.toFixed(1)} to ${to.toFixed(1)}`],
            cells: [String(count)],
          })),
        }),
      ),
    ),
  );
}

/** 1, 2, 5, 10, 20, … as far as they lie within the chart. */
function timeTicks(placeOf: (ms: number) => number): Tick[] {
  return [-1, 0, 1, 2, 3, 4, 5].flatMap((power) =>
    [1, 2, 5].flatMap((digit) => {
      const ms = digit * 10 ** power;
      const place = placeOf(ms);
      return place < -1e-9 || place > 1 + 1e-9 ? [] : [{ place, label: String(Number(ms.toPrecision(1))) }];
    }),
  );
}
