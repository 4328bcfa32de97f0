import { el, idOf } from './markup.ts';
import type { Child, Markup } from './markup.ts';

/** Where a chart's values are drawn, in the units of its view box. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A value of an axis, and its place from 0 (left, bottom) to 1 (right, top). */
export interface Tick {
  readonly place: number;
  readonly label: string;
}

/** All charts are as wide, so that they stand well side by side and fit a phone. */
export const chartWidth = 340;

/** The frame of a chart: room on the left and below for what is written at the axes. */
export function frameOf(height: number): Frame {
  return { left: 46, top: 14, width: chartWidth - 46 - 14, height };
}

/** From places between 0 and 1 to the view box. */
export function placesIn({ left, top, width, height }: Frame) {
  return {
    x: (place: number): number => left + place * width,
    y: (place: number): number => top + (1 - place) * height,
  };
}

/** What a chart is for those who do not see it. */
export interface ChartText {
  /** Unique in the page. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

/** A chart: an image with a name and a description. */
export function drawChart(
  { id, title, description }: ChartText,
  height: number,
  ...children: readonly Child[]
): Markup {
  const [titleId, descriptionId] = [idOf(id, 'title'), idOf(id, 'desc')];
  return el(
    'svg',
    {
      viewBox: `0 0 ${String(chartWidth)} ${String(height)}`,
      role: 'img',
      'aria-labelledby': titleId,
      'aria-describedby': descriptionId,
    },
    el('title', { id: titleId }, title),
    el('desc', { id: descriptionId }, description),
    ...children,
  );
}

/** Grid lines, their labels and the names of both axes. */
export function drawAxes(
  frame: Frame,
  { x, y }: Readonly<Record<'x' | 'y', { readonly name: string; readonly ticks: readonly Tick[] }>>,
): Markup {
  const at = placesIn(frame);
  const { left, top, width, height } = frame;
  const bottom = top + height;
  const middle = top + height / 2;
  return el(
    'g',
    { class: 'axes' },
    x.ticks.map(({ place, label }) => [
      el('line', { x1: at.x(place), x2: at.x(place), y1: top, y2: bottom }),
      el('text', { x: at.x(place), y: bottom + 14, 'text-anchor': 'middle' }, label),
    ]),
    y.ticks.map(({ place, label }) => [
      el('line', { x1: left, x2: left + width, y1: at.y(place), y2: at.y(place) }),
      el('text', { x: left - 6, y: at.y(place) + 4, 'text-anchor': 'end' }, label),
    ]),
    el('text', { x: left + width / 2, y: bottom + 30, 'text-anchor': 'middle' }, x.name),
    el(
      'text',
      {
        x: 11,
        y: middle,
        'text-anchor': 'middle',
        transform: `rotate(-90 11 ${String(middle)})`,
      },
      y.name,
    ),
  );
}

/** Shares from 0 to `most`, without a leading zero. */
export function shareTicks(most = 1): Tick[] {
  return roundTicks(most).map(({ place, value }) => ({
    place,
    label: value === 0 || value === 1 ? String(value) : String(value).replace(/^0/, ''),
  }));
}

/** Whole numbers from 0 to `most`. */
export function countTicks(most: number): Tick[] {
  return roundTicks(most, 1).map(({ place, value }) => ({ place, label: String(value) }));
}

/** Three to six values from 0 on, in steps of 1, 2 or 5 times a power of ten. */
function roundTicks(most: number, leastStep = 0): { readonly place: number; readonly value: number }[] {
  const power = 10 ** Math.floor(Math.log10(most / 5));
  const step = Math.max(
    leastStep,
    [1, 2, 5, 10].map((digit) => digit * power).find((size) => most / size <= 5 + 1e-9) ?? most,
  );
  return Array.from({ length: Math.floor(most / step + 1e-9) + 1 }, (_, at) => ({
    place: (at * step) / most,
    // Without the rounding errors of a sum such as .1 + .2.
    value: Number((at * step).toPrecision(6)),
  }));
}

/** A share as a percentage without decimals. */
export function showPercent(share: number): string {
  return `${(100 * share).toFixed(0)} %`;
}
