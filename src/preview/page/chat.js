/** @import { ChatReply, Context, Message } from './page-types.ts' */
/** @import { ListedCommand } from '../chat/listed-command.ts' */
/** @import { Typed } from './command-form.js' */
import { getJson, postJson } from './api.js';
import { createComposer } from './composer.js';
import { byId, el } from './dom.js';
import { askByForm } from './form-dialog.js';
import { drawMessage, enableArrows } from './message-list.js';

/** Titles of newest articles that are offered to be asked about. */
const titlesOffered = 3;

/**
 * The conversation: what is written, called and pressed goes to the server, and what it answers is shown.
 *
 * @param {Context} context
 */
export function createChat(context) {
  const list = byId('messages');
  enableArrows(list);
  /** @type {Message[]} */
  const messages = [];
  /** @type {Message | null} */
  let repliedTo = null;
  let waiting = 0;
  let isReady = false;
  const looking = el('p', { class: 'looking', hidden: true });
  const welcome = el('div', { class: 'welcome' });
  list.append(welcome, looking);

  const composer = createComposer(context, {
    write: (text) => void write(text),
    call: (command, typed) => void call(command, typed),
    stopReplying: () => setReply(null),
  });
  const actions = { onPress: press, onReply: setReply, onDismiss: dismiss, onMenu: callOnMessage };

  /** @param {Message | null} message */
  function setReply(message) {
    repliedTo?.node?.classList.remove('replied');
    repliedTo = message;
    message?.node?.classList.add('replied');
    composer.showReply(message !== null);
    composer.focus();
  }

  const person = () => {
    const { locale, timeZone, isModerator } = context;
    return { locale, timeZone, isModerator };
  };

  /**
   * @param {Partial<Message>} facts
   * @returns {Message}
   */
  function add(facts) {
    /** @type {Message} */
    const message = {
      author: 'bot',
      text: '',
      payload: null,
      isPrivate: false,
      isOwn: false,
      repliesTo: null,
      command: null,
      node: null,
      at: new Date(),
      ...facts,
    };
    messages.push(message);
    looking.before(drawMessage(message, context, actions));
    showFromTop(message.node);
    return message;
  }

  /**
   * To the end, but no further than the beginning of what is new.
   *
   * @param {HTMLElement | null} node
   */
  function showFromTop(node) {
    const top = node === null ? 0 : node.offsetTop - list.offsetTop;
    list.scrollTop = Math.min(top, list.scrollHeight);
  }

  /**
   * Asks the server, and says meanwhile that it does.
   *
   * @param {string} path
   * @param {object} body
   * @returns {Promise<ChatReply | null>} null where the server did not answer
   */
  async function ask(path, body) {
    waiting += 1;
    looking.hidden = false;
    looking.textContent = context.words.chat.looking;
    list.scrollTop = list.scrollHeight;
    try {
      return await postJson(path, { ...person(), ...body });
    } catch {
      add({ text: context.words.chat.failed, isPrivate: true });
      return null;
    } finally {
      waiting -= 1;
      looking.hidden = waiting === 0;
    }
  }

  /** @param {string} text */
  async function write(text) {
    const replied = repliedTo;
    setReply(null);
    const own = add({ author: 'you', text, repliesTo: replied });
    const reply = await ask('/api/message', { text, repliedTo: replied?.payload?.components ?? null });
    if (reply?.kind === 'message') add({ ...shown(reply), repliesTo: own });
  }

  /**
   * @param {ListedCommand} command
   * @param {Typed} options
   */
  async function call({ name, subcommand, label }, options) {
    const reply = await ask('/api/command', { name, type: 1, subcommand, options });
    if (reply?.kind === 'message') add({ ...shown(reply), isOwn: true, command: `/${label}` });
  }

  /**
   * @param {Message} message
   * @param {string} name
   */
  async function callOnMessage(message, name) {
    const reply = await ask('/api/command', { name, type: 3, messageText: message.text });
    const label = context.commands.find((each) => each.name === name && each.type === 3)?.label ?? name;
    if (reply?.kind === 'message') add({ ...shown(reply), isOwn: true, command: label });
  }

  /**
   * @param {Message} message
   * @param {string} customId
   * @param {readonly string[]} values
   */
  async function press(message, customId, values) {
    const { payload, isPrivate, isOwn } = message;
    const components = payload?.components ?? [];
    const pressed = { customId, values, components, isMessagePrivate: isPrivate, isOwnMessage: isOwn };
    const reply = await ask('/api/press', pressed);
    if (reply?.kind === 'form') await fillIn(reply.form);
    else if (reply?.mode === 'update') update(message, reply.payload, customId);
    else if (reply !== null) add({ ...shown(reply), isOwn: true, repliesTo: message });
  }

  /** @param {import('./page-types.ts').Form} form */
  async function fillIn(form) {
    const fields = await askByForm(form, context);
    if (fields === null) return;
    const reply = await ask('/api/form', { customId: form.custom_id, fields });
    if (reply?.kind === 'message') add({ ...shown(reply), isOwn: true });
  }

  /**
   * @param {Message} message
   * @param {Message['payload']} payload
   * @param {string} pressedId keeps the focus where the same control is still there
   */
  function update(message, payload, pressedId) {
    message.payload = payload;
    const node = drawMessage(message, context, actions);
    const again = node.querySelector(`[data-id="${CSS.escape(pressedId)}"]`);
    if (again instanceof HTMLElement) again.focus();
    else node.focus();
  }

  /** @param {Message} message */
  function dismiss(message) {
    messages.splice(messages.indexOf(message), 1);
    message.node?.remove();
    composer.focus();
  }

  async function offerTitles() {
    const { articles = [] } = await getJson('/api/articles').catch(() => ({}));
    /** @type {readonly { title: string }[]} */
    const offered = articles.slice(0, titlesOffered);
    const { chat } = context.words;
    welcome.replaceChildren(
      el('p', {}, chat.intro),
      offered.length === 0 ? '' : el('p', {}, chat.askAbout),
      el(
        'div',
        { class: 'row' },
        ...offered.map(({ title }) =>
          el(
            'button',
            { type: 'button', class: 'button secondary', dir: 'auto', onclick: () => write(title) },
            title,
          ),
        ),
      ),
    );
  }

  return {
    /** Draws everything again in the language that was chosen, but for the messages, whose language is the bot's. */
    redraw() {
      const { chat } = context.words;
      byId('channel').textContent = `# ${chat.channel}`;
      list.setAttribute('aria-label', chat.messages);
      looking.textContent = chat.looking;
      composer.redraw();
      for (const message of messages) drawMessage(message, context, actions);
      if (isReady) void offerTitles();
    },
    /** @param {boolean} isOpen whether there is something to ask */
    setReady(isOpen) {
      isReady = isOpen;
      composer.setReady(isOpen);
    },
  };
}

/**
 * @param {Extract<ChatReply, { kind: 'message' }>} reply
 * @returns {Partial<Message>}
 */
function shown({ payload, isPrivate }) {
  return { payload, isPrivate };
}
