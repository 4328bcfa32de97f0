/** @import { TimeSpan } from '../archive/overview.ts' */
import { el, svg } from './dom.js';

const height = 120;
const gap = 2;
/** As wide as they fit into this, within limits. */
const chartWidth = 720;
const barWidths = { least: 10, most: 48 };
const labelHeight = 18;

/** @param {number} at of the series */
export function drawSwatch(at) {
  const swatch = el('span', { class: 'swatch', 'aria-hidden': 'true' });
  swatch.style.background = `var(--series-${String(at % 8)})`;
  return swatch;
}

/**
 * A bar for every day, month or year, stacked by source; each leads to its articles.
 *
 * @param {readonly TimeSpan[]} spans
 * @param {readonly string[]} sources
 * @param {(span: TimeSpan) => string} addressOf
 */
export function drawSpans(spans, sources, addressOf) {
  if (spans.length === 0) return el('p', {}, 'No article has a date.');
  const sums = spans.map(({ counts }) => counts.reduce((sum, count) => sum + count, 0));
  const most = Math.max(1, ...sums);
  const { least, most: widest } = barWidths;
  const barWidth = Math.round(Math.min(widest, Math.max(least, chartWidth / spans.length - gap)));
  const width = spans.length * (barWidth + gap);
  const bars = spans.map((span, at) => {
    const total = sums[at] ?? 0;
    const left = at * (barWidth + gap);
    let top = height;
    const pieces = span.counts.flatMap((count, series) => {
      if (count === 0) return [];
      const size = (count / most) * (height - 4);
      top -= size;
      const title = svg('title', {}, `${span.name}, ${sources[series] ?? ''}: ${String(count)}`);
      const piece = svg(
        'rect',
        { x: left, y: top, width: barWidth, height: size, class: `series-${String(series % 8)}` },
        title,
      );
      return [piece];
    });
    if (total === 0) return null;
    const label = `${span.name}: ${String(total)} articles`;
    return svg('a', { href: addressOf(span), 'aria-label': label }, ...pieces);
  });
  return el(
    'div',
    {
      class: 'bars',
      role: 'group',
      'aria-label': `Articles from ${spans[0]?.name ?? ''} to ${spans.at(-1)?.name ?? ''}`,
    },
    svg(
      'svg',
      {
        viewBox: `0 0 ${String(width)} ${String(height + labelHeight)}`,
        width,
        height: height + labelHeight,
      },
      svg('line', { x1: 0, x2: width, y1: height, y2: height, class: 'axis' }),
      ...bars,
      svg('text', { x: 0, y: height + 14 }, spans[0]?.name ?? ''),
      spans.length < 8
        ? null
        : svg('text', { x: width, y: height + 14, 'text-anchor': 'end' }, spans.at(-1)?.name ?? ''),
    ),
  );
}
