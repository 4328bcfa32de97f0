/** @import { Context } from './page-types.ts' */
/** @import { ListedCommand } from '../chat/listed-command.ts' */
/** @import { Typed } from './command-form.js' */
import { createCombobox } from './combobox.js';
import { createCommandForm } from './command-form.js';
import { byId, el } from './dom.js';

/**
 * Where messages are written: `/` lists the commands, and a command asks for its options.
 *
 * @param {Context} context
 * @param {object} on
 * @param {(text: string) => void} on.write
 * @param {(command: ListedCommand, typed: Typed) => void} on.call
 * @param {() => void} on.stopReplying
 */
export function createComposer(context, { write, call, stopReplying }) {
  const input = el('input', { type: 'text', dir: 'auto', maxlength: 4000, enterkeyhint: 'send' });
  const { list, close } = createCombobox({
    input,
    name: 'commands',
    load: (typed) => (typed.startsWith('/') ? matching(typed.slice(1)) : []),
    onTake: ({ command }) => choose(command),
    isFirstActive: true,
  });
  const sendButton = el('button', { class: 'button primary' });
  const replyText = el('span');
  const stopButton = el('button', { type: 'button', class: 'link-button', onclick: stopReplying });
  const replyLine = el('p', { class: 'replying', hidden: true }, replyText, ' ', stopButton);
  const form = el(
    'form',
    { class: 'writing' },
    replyLine,
    list,
    el('div', { class: 'line' }, input, sendButton),
  );
  byId('composer').append(form);
  let isReady = false;

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const text = input.value.trim();
    if (text === '' || !isReady) return;
    if (text.startsWith('/')) {
      // Typed to the end, or only begun: the first that fits, as in Discord.
      const [first] = matching(text.slice(1));
      if (first !== undefined) choose(first.command);
      return;
    }
    input.value = '';
    close();
    write(text);
  });
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !replyLine.hidden) stopReplying();
  });

  /** @param {string} typed */
  function matching(typed) {
    const wanted = typed.toLowerCase();
    return context.commands
      .filter(({ type, isForModerators }) => type === 1 && (context.isModerator || !isForModerators))
      .filter(({ label, name }) => label.toLowerCase().startsWith(wanted) || name.startsWith(wanted))
      .map((command) => ({ label: `/${command.label}`, description: command.description, command }));
  }

  /** @param {ListedCommand} command */
  function choose(command) {
    input.value = '';
    if (command.options.length === 0) {
      call(command, {});
      return;
    }
    const { form: options, focus } = createCommandForm(command, context, {
      send(typed) {
        leave();
        call(command, typed);
      },
      cancel: leave,
    });
    form.hidden = true;
    byId('composer').append(options);
    focus();

    function leave() {
      options.remove();
      form.hidden = false;
      input.focus();
    }
  }

  return {
    focus: () => input.focus(),
    redraw() {
      const { chat } = context.words;
      input.placeholder = chat.placeholder;
      input.setAttribute('aria-label', chat.placeholder);
      list.setAttribute('aria-label', chat.commands);
      sendButton.textContent = chat.send;
      replyText.textContent = chat.replyingTo;
      stopButton.textContent = chat.cancel;
    },
    /** @param {boolean} isReplying */
    showReply(isReplying) {
      replyLine.hidden = !isReplying;
    },
    /** @param {boolean} isOpen */
    setReady(isOpen) {
      isReady = isOpen;
      input.disabled = !isOpen;
      sendButton.disabled = !isOpen;
      if (isOpen) input.focus();
    },
  };
}
