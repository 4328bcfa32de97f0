/** @import { RawLine, RawPage } from '../archive/raw-page.ts' */
/** @import { Join } from '../../corpus/page-reading.ts' */
import { el } from './dom.js';

/**
 * A page as received, every line in the colour of what it was taken for, and every join of two parts of a paragraph
 * marked at both of them.
 *
 * @param {RawPage} raw
 */
export function drawRawPage(raw) {
  const heading = el('p', { class: 'hint' }, 'The page as received: ', el('code', {}, raw.file));
  if ('problem' in raw)
    return el(
      'div',
      { class: 'raw' },
      heading,
      el('p', { class: 'problem' }, `It can not be shown (${raw.problem}).`),
    );
  const { lines, lineCount, joins, decisions, isChanged } = raw;
  const kinds = [...new Set(lines.flatMap(({ kind }) => kind ?? []))];
  return el(
    'div',
    { class: 'raw' },
    heading,
    isChanged
      ? el('p', { class: 'problem' }, 'This file was changed after it was indexed: npm run index.')
      : null,
    lines.length === lineCount
      ? null
      : el('p', { class: 'hint' }, `${String(lines.length)} of its ${String(lineCount)} lines.`),
    kinds.length === 0
      ? el('p', { class: 'hint' }, 'This format has no blocks: its parts are marked up.')
      : el('p', { class: 'legend' }, ...kinds.map((kind) => el('span', { class: `kind ${kind}` }, kind))),
    el(
      'div',
      { class: 'lines', tabindex: '0', role: 'region', 'aria-label': 'The page as received' },
      el('ol', {}, ...lines.map((line) => drawLine(line, joins))),
    ),
    ...drawDecisions(decisions),
  );
}

/**
 * @param {RawLine} line
 * @param {readonly Join[]} joins
 */
function drawLine({ number, text, kind, isOwn }, joins) {
  const label = kind === null ? null : el('span', { class: 'visually-hidden' }, `${kind}: `);
  return el(
    'li',
    { value: number, class: `kind ${kind ?? 'none'}${isOwn ? ' own' : ''}` },
    text.trim() === '' ? null : label,
    ...joins
      .filter(({ lines: [, to] }) => to === number)
      .map((join) => drawJoin(join, `goes on from line ${String(join.lines[0])}`)),
    el('bdi', {}, text),
    ...joins
      .filter(({ lines: [from] }) => from === number)
      .map((join) => drawJoin(join, `goes on in line ${String(join.lines[1])}`)),
  );
}

/**
 * @param {Join} join
 * @param {string} text
 */
function drawJoin({ confidence, reason }, text) {
  return el('span', { class: 'join', title: reason }, `${text}, ${String(Math.round(confidence * 100))} %`);
}

/** @param {Extract<RawPage, { lines: unknown }>['decisions']} decisions */
function drawDecisions(decisions) {
  if (decisions.length === 0) return [];
  return [
    el('h2', {}, 'Decided without certainty'),
    el(
      'ul',
      {},
      ...decisions.map(({ kind, lines: [from, to], detail, confidence }) =>
        el(
          'li',
          {},
          `${kind}, lines ${String(from)}–${String(to)}, ${String(Math.round(confidence * 100))} %: `,
          el('bdi', {}, detail),
        ),
      ),
    ),
  ];
}
