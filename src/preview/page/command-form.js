/** @import { Context } from './page-types.ts' */
/** @import { ListedCommand, ListedOption } from '../chat/listed-command.ts' */
import { postJson } from './api.js';
import { createCombobox } from './combobox.js';
import { el, uniqueId } from './dom.js';

/** @typedef {Record<string, string | boolean>} Typed */

/**
 * @typedef {object} Field
 * @property {HTMLElement} node
 * @property {HTMLElement} input
 * @property {() => string | boolean | null} read null where nothing was typed
 */

/**
 * The options of a command to fill in: the required ones in sight, the others one click away.
 *
 * @param {ListedCommand} command
 * @param {Context} context
 * @param {object} on
 * @param {(typed: Typed) => void} on.send
 * @param {() => void} on.cancel
 * @returns {{ form: HTMLFormElement, focus: () => void }}
 */
export function createCommandForm(command, context, { send, cancel }) {
  const { chat } = context.words;
  const fields = command.options.map((option) => ({ option, field: createField(command, option, context) }));
  const [needed, others] = [true, false].map((isRequired) =>
    fields.filter(({ option }) => option.isRequired === isRequired).map(({ field }) => field.node),
  );
  const form = el(
    'form',
    { class: 'command-form', 'aria-label': `/${command.label}` },
    el(
      'p',
      { class: 'command-head' },
      el('strong', {}, `/${command.label}`),
      ' ',
      el('span', { class: 'option-description' }, command.description),
    ),
    ...(needed ?? []),
    others === undefined || others.length === 0
      ? null
      : el(
          'details',
          { open: (needed ?? []).length === 0 },
          el('summary', {}, chat.optional),
          el('div', { class: 'optional' }, ...others),
        ),
    el(
      'p',
      { class: 'command-buttons' },
      el('button', { class: 'button primary' }, chat.send),
      el('button', { type: 'button', class: 'button secondary', onclick: cancel }, chat.cancel),
    ),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    /** @type {Typed} */
    const typed = {};
    for (const { option, field } of fields) {
      const value = field.read();
      if (value !== null) typed[option.name] = value;
    }
    send(typed);
  });
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') cancel();
  });
  const first = fields[0]?.field.input ?? form.querySelector('button');
  return { form, focus: () => first?.focus() };
}

/**
 * @param {ListedCommand} command
 * @param {ListedOption} option
 * @param {Context} context
 * @returns {Field}
 */
function createField(command, option, context) {
  const id = uniqueId('option');
  const label = el('label', { for: id }, option.label);
  const hint = el('span', { id: `${id}-hint`, class: 'hint' }, option.description);
  const [input, read, list] =
    option.kind === 'flag' ? createFlag(id, context) : createText(id, command, option, context);
  input.setAttribute('aria-describedby', hint.id);
  return {
    node: el('div', { class: 'field' }, label, el('div', { class: 'field-input' }, input, list), hint),
    input,
    read,
  };
}

/**
 * @param {string} id
 * @param {Context} context
 * @returns {readonly [HTMLElement, () => boolean | null, null]}
 */
function createFlag(id, { words: { chat } }) {
  const input = el(
    'select',
    { id },
    el('option', { value: '' }, '—'),
    el('option', { value: 'yes' }, chat.yes),
    el('option', { value: 'no' }, chat.no),
  );
  return [input, () => (input.value === '' ? null : input.value === 'yes'), null];
}

/**
 * @param {string} id
 * @param {ListedCommand} command
 * @param {ListedOption} option
 * @param {Context} context
 * @returns {readonly [HTMLElement, () => string | null, HTMLElement | null]}
 */
function createText(id, { name, subcommand }, option, context) {
  const { maxLength, isRequired, hasSuggestions } = option;
  const input = el('input', {
    id,
    type: 'text',
    dir: 'auto',
    maxlength: maxLength,
    required: isRequired,
    autocomplete: 'off',
  });
  /** What the suggestion that was taken stands for; the field shows its name. @type {string | null} */
  let taken = null;
  input.addEventListener('input', () => (taken = null));
  const read = () => (input.value.trim() === '' ? null : (taken ?? input.value));
  if (!hasSuggestions) return [input, read, null];
  const { list } = createCombobox({
    input,
    name: context.words.chat.suggestions,
    async load(value) {
      const { locale, timeZone, isModerator } = context;
      const asked = { name, subcommand, option: option.name, value, locale, timeZone, isModerator };
      /** @type {readonly { name: string, value: string }[]} */
      const choices = await postJson('/api/suggest', asked).catch(() => []);
      return choices.map((choice) => ({ label: choice.name, value: choice.value }));
    },
    onTake({ label, value }) {
      input.value = label;
      taken = value;
    },
  });
  return [input, read, list];
}
