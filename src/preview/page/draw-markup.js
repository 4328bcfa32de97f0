/** @import { Context } from './page-types.ts' */
/** @import { Mark, MarkBlock } from './mark-types.ts' */
import { el } from './dom.js';
import { parseMarkup } from './markup.js';
import { formatTime } from './times.js';

/**
 * A text in Discord's markup, drawn as Discord draws it.
 *
 * @param {string} text
 * @param {Context} context
 */
export function drawMarkup(text, context) {
  return el('div', { class: 'markup' }, ...parseMarkup(text).map((block) => drawBlock(block, context)));
}

/**
 * @param {MarkBlock} block
 * @param {Context} context
 * @returns {HTMLElement}
 */
function drawBlock(block, context) {
  const isolated = { dir: 'auto' };
  switch (block.kind) {
    case 'quote':
      return el('blockquote', isolated, ...block.blocks.map((inner) => drawBlock(inner, context)));
    case 'code-block':
      return el('pre', {}, el('code', {}, block.text));
    case 'heading':
      return el(
        'div',
        { ...isolated, class: `heading-${String(block.level)}` },
        ...drawAll(block.children, context),
      );
    case 'item':
      return el(
        'div',
        { ...isolated, class: 'item' },
        `${block.bullet} `,
        ...drawAll(block.children, context),
      );
    case 'small':
      return el('div', { ...isolated, class: 'small' }, ...drawAll(block.children, context));
    case 'line':
      return el('div', { ...isolated, class: 'line' }, ...drawAll(block.children, context));
  }
}

/**
 * @param {readonly Mark[]} marks
 * @param {Context} context
 */
function drawAll(marks, context) {
  return marks.map((mark) => drawMark(mark, context));
}

const tags = /** @type {const} */ ({ bold: 'strong', italic: 'em', underline: 'u', strike: 's' });

/**
 * @param {Mark} mark
 * @param {Context} context
 * @returns {Node | string}
 */
function drawMark(mark, context) {
  switch (mark.kind) {
    case 'text':
      return mark.text;
    case 'code':
      return el('code', {}, mark.text);
    case 'spoiler':
      return el('span', { class: 'spoiler' }, ...drawAll(mark.children, context));
    case 'link':
      return drawLink(mark.url, drawAll(mark.children, context));
    case 'time': {
      const date = new Date(mark.seconds * 1000);
      const shown = formatTime(mark.seconds, mark.style, context);
      if (Number.isNaN(date.getTime())) return shown;
      const title = formatTime(mark.seconds, 'F', context);
      return el('time', { datetime: date.toISOString(), title }, shown);
    }
    case 'mention':
      return el('span', { class: 'mention' }, describeMention(mark.sign, mark.id, context));
    case 'command':
      return el('span', { class: 'mention' }, `/${mark.name}`);
    default:
      return el(tags[mark.kind], {}, ...drawAll(mark.children, context));
  }
}

/**
 * A link out of the page: http(s) alone, and the other side does not hear where from.
 *
 * @param {string} url
 * @param {readonly (Node | string)[]} children
 */
export function drawLink(url, children) {
  const isWeb = URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
  if (!isWeb) return el('span', {}, ...children);
  return el('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, ...children);
}

/**
 * @param {string} sign
 * @param {string} id
 * @param {Context} context
 */
function describeMention(sign, id, { personId, words }) {
  if (id === personId && sign.startsWith('@')) return `@${words.chat.you}`;
  return `${sign.slice(0, 1)}${id}`;
}
