/** @import { Context, Message } from './page-types.ts' */
import { el, uniqueId } from './dom.js';
import { drawComponents } from './draw-components.js';
import { moveFocus } from './select-menu.js';

/**
 * @typedef {object} MessageActions
 * @property {(message: Message, customId: string, values: readonly string[]) => void} onPress
 * @property {(message: Message) => void} onReply
 * @property {(message: Message) => void} onDismiss
 * @property {(message: Message, commandName: string) => void} onMenu
 */

/**
 * Draws a message, in place of how it was drawn before.
 *
 * @param {Message} message
 * @param {Context} context
 * @param {MessageActions} actions
 * @returns {HTMLElement}
 */
export function drawMessage(message, context, actions) {
  const { chat } = context.words;
  const authorId = uniqueId('author');
  const isBot = message.author === 'bot';
  const content =
    message.payload === null
      ? [el('div', { class: 'text', dir: 'auto' }, message.text)]
      : drawComponents(message.payload.components, context, (id, values) =>
          actions.onPress(message, id, values),
        );
  const node = el(
    'article',
    {
      class: `message ${message.author}${message.isPrivate ? ' private' : ''}`,
      tabindex: '-1',
      'aria-labelledby': authorId,
    },
    describeOrigin(message, context),
    el('div', { class: 'avatar', 'aria-hidden': 'true' }, isBot ? 'N' : chat.you.slice(0, 1)),
    el(
      'p',
      { class: 'author', id: authorId },
      el('span', { class: 'name' }, isBot ? 'Newsquote' : chat.you),
      isBot ? el('span', { class: 'badge' }, chat.app) : null,
      el('span', { class: 'at' }, formatClock(message.at, context.locale)),
    ),
    el('div', { class: 'content' }, ...content),
    message.isPrivate ? drawPrivacy(message, context, actions) : null,
    drawToolbar(message, context, actions),
  );
  message.node?.replaceWith(node);
  message.node = node;
  return node;
}

/**
 * @param {Date} at
 * @param {string} locale
 */
function formatClock(at, locale) {
  return new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(at);
}

/**
 * What a message replies to, or the command that it answers.
 *
 * @param {Message} message
 * @param {Context} context
 */
function describeOrigin({ repliesTo, command }, { words: { chat } }) {
  if (command !== null)
    return el('p', { class: 'origin' }, `${chat.you} ${chat.used.replace('{command}', command)}`);
  if (repliesTo === null) return null;
  const text =
    repliesTo.author === 'you'
      ? repliesTo.text
      : (repliesTo.node?.querySelector('.content')?.textContent ?? '');
  const name = repliesTo.author === 'you' ? chat.you : 'Newsquote';
  return el(
    'p',
    { class: 'origin' },
    el('strong', {}, `@${name}`),
    ' ',
    el('span', { dir: 'auto' }, text.slice(0, 120)),
  );
}

/**
 * @param {Message} message
 * @param {Context} context
 * @param {MessageActions} actions
 */
function drawPrivacy(message, { words: { chat } }, { onDismiss }) {
  return el(
    'p',
    { class: 'privacy' },
    `${chat.onlyYou} • `,
    el('button', { type: 'button', class: 'link-button', onclick: () => onDismiss(message) }, chat.dismiss),
  );
}

/**
 * @param {Message} message
 * @param {Context} context
 * @param {MessageActions} actions
 */
function drawToolbar(message, { words: { chat }, commands }, { onReply, onMenu }) {
  const buttons =
    message.author === 'bot'
      ? message.isPrivate
        ? []
        : [drawTool(chat.reply, () => onReply(message))]
      : commands
          .filter(({ type }) => type === 3)
          .map(({ name, label }) => drawTool(label, () => onMenu(message, name)));
  if (buttons.length === 0) return null;
  return el('div', { class: 'toolbar', role: 'group', 'aria-label': chat.actions }, ...buttons);
}

/**
 * @param {string} label
 * @param {() => void} onclick
 */
function drawTool(label, onclick) {
  return el('button', { type: 'button', class: 'tool', onclick }, label);
}

/**
 * Lets the arrow keys move from message to message, as in Discord, while the list or a message has the focus.
 *
 * @param {HTMLElement} list
 */
export function enableArrows(list) {
  list.addEventListener('keydown', (event) => {
    const { target } = event;
    if (!(target instanceof HTMLElement) || (target !== list && !target.matches('article'))) return;
    const items = /** @type {HTMLElement[]} */ ([...list.querySelectorAll('article')]);
    const at = target === list ? items.length : items.indexOf(target);
    if (moveFocus(event.key, at, items)) event.preventDefault();
  });
}
