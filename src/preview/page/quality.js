/** @import { QualitySection } from '../quality.ts' */
import { getJson } from './api.js';
import { el } from './dom.js';

const reportAddress = '/evaluation.html';

/**
 * Shows the last measurements.
 *
 * @param {HTMLElement} section
 */
export async function showQuality(section) {
  const found = await getJson('/api/quality').catch(() => null);
  /** @type {readonly QualitySection[]} */
  const sections = found?.sections ?? [];
  section.replaceChildren(
    el('h1', {}, 'Quality'),
    el(
      'p',
      {},
      'What npm run evaluate wrote into docs/evaluation.html and docs/evaluation.md when it last ran. The rows of Newsquote itself stand out; the others are baselines.',
    ),
    found === null ? el('p', { class: 'problem', role: 'alert' }, 'The server does not answer.') : '',
    found !== null && sections.length === 0
      ? el('p', {}, 'There are no figures yet: npm run evaluate -- --help says how to make them.')
      : '',
    ...(found === null ? [] : drawReport(found.hasReport)),
    ...sections.flatMap(drawSection),
  );
  section.focus();
}

/**
 * The page of diagrams in a frame, as it is: it can neither run a script nor ask for anything (its policy is in guard.ts).
 *
 * @param {boolean} hasReport
 */
function drawReport(hasReport) {
  const heading = el('h2', {}, 'Reliability, times and worst questions');
  if (!hasReport) {
    const command = el('code', {}, 'npm run evaluate -- --set DIR --report docs/evaluation.html');
    return [heading, el('p', {}, 'There are no diagrams yet; this makes them: ', command)];
  }
  return [
    heading,
    el('iframe', {
      class: 'report',
      src: reportAddress,
      title: 'Diagrams and worst questions',
      sandbox: true,
    }),
    el('p', {}, el('a', { href: reportAddress, target: '_blank', rel: 'noopener' }, 'Open it by itself')),
  ];
}

/** @param {QualitySection} section */
function drawSection({ title, parts }) {
  return [
    el('h2', {}, title),
    ...parts.map((part) => (part.kind === 'text' ? drawText(part.text) : drawTable(part, title))),
  ];
}

/** @param {string} text what stands in backticks is code */
function drawText(text) {
  const pieces = text.split(/`([^`]+)`/);
  return el('p', {}, ...pieces.map((piece, at) => (at % 2 === 0 ? piece : el('code', {}, piece))));
}

/**
 * @param {{ readonly head: readonly string[], readonly rows: readonly (readonly string[])[] }} table
 * @param {string} title
 */
function drawTable({ head, rows }, title) {
  return el(
    'div',
    { class: 'table', tabindex: '0', role: 'region', 'aria-label': title },
    el(
      'table',
      { class: 'figures' },
      el(
        'thead',
        {},
        el('tr', {}, ...head.map((name) => (name === '' ? el('td') : el('th', { scope: 'col' }, name)))),
      ),
      el(
        'tbody',
        {},
        ...rows.map((cells) =>
          el(
            'tr',
            { class: cells.includes('newsquote') ? 'own' : null },
            ...cells.map((cell) => drawCell(cell)),
          ),
        ),
      ),
    ),
  );
}

/** @param {string} text a share from 0 to 1 gets a bar */
function drawCell(text) {
  const isNumber = /^[≥≤]? ?[\d.,]+( %)?$/.test(text);
  const cell = el('td', { class: isNumber ? 'number' : null }, text);
  const share = /^(?:0?\.\d+|1\.0+)$/.test(text) ? Number(text) : null;
  if (share !== null) {
    cell.classList.add('with-bar');
    cell.style.setProperty('--share', `${String(share * 100)}%`);
  }
  return cell;
}
