import { el, uniqueId } from './dom.js';

/**
 * @typedef {object} Entry
 * @property {string} label
 * @property {string} [description]
 */

/**
 * A list under a text field that follows what is typed (ARIA's combobox pattern): arrows choose, Enter and Tab take,
 * Escape closes. The focus stays in the field.
 *
 * @template {Entry} T
 * @param {object} parts
 * @param {HTMLInputElement} parts.input
 * @param {string} parts.name of the list, for screen readers
 * @param {(typed: string) => Promise<readonly T[]> | readonly T[]} parts.load
 * @param {(entry: T) => void} parts.onTake
 * @param {boolean} [parts.isFirstActive] whether Enter takes the first entry without an arrow
 * @returns {{ list: HTMLElement, close: () => void, isOpen: () => boolean }}
 */
export function createCombobox({ input, name, load, onTake, isFirstActive = false }) {
  const listId = uniqueId('list');
  const list = el('div', { id: listId, role: 'listbox', class: 'options', 'aria-label': name, hidden: true });
  for (const [key, value] of Object.entries({
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': listId,
    autocomplete: 'off',
  }))
    input.setAttribute(key, value);
  /** @type {readonly T[]} */
  let entries = [];
  let active = -1;
  let asked = 0;

  const close = () => {
    asked += 1;
    entries = [];
    show(-1);
  };

  /** @param {number} at */
  function show(at) {
    active = at;
    list.replaceChildren(...entries.map((entry, position) => drawEntry(entry, position, position === at)));
    list.hidden = entries.length === 0;
    input.setAttribute('aria-expanded', String(entries.length > 0));
    if (at < 0) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', `${listId}-${String(at)}`);
    list.children[at]?.scrollIntoView({ block: 'nearest' });
  }

  /**
   * @param {T} entry
   * @param {number} at
   * @param {boolean} isActive
   */
  function drawEntry(entry, at, isActive) {
    const { label, description = '' } = entry;
    return el(
      'div',
      {
        id: `${listId}-${String(at)}`,
        role: 'option',
        class: 'option',
        'aria-selected': String(isActive),
        // The field would lose the focus, and the list would be gone before the click.
        onmousedown: (/** @type {Event} */ event) => event.preventDefault(),
        onclick: () => take(entry),
      },
      el('span', { class: 'option-label', dir: 'auto' }, label),
      description === '' ? null : el('span', { class: 'option-description', dir: 'auto' }, description),
    );
  }

  /** @param {T} entry */
  function take(entry) {
    close();
    onTake(entry);
  }

  async function refresh() {
    asked += 1;
    const mine = asked;
    const loaded = await load(input.value);
    // Something else was typed meanwhile.
    if (mine !== asked) return;
    entries = loaded;
    show(isFirstActive && entries.length > 0 ? 0 : -1);
  }

  input.addEventListener('input', () => void refresh());
  input.addEventListener('focus', () => void refresh());
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    if (entries.length === 0 || event.isComposing) return;
    const entry = entries[active];
    if (event.key === 'ArrowDown') show((active + 1) % entries.length);
    else if (event.key === 'ArrowUp') show((Math.max(active, 0) + entries.length - 1) % entries.length);
    else if (event.key === 'Escape') close();
    else if ((event.key === 'Enter' || event.key === 'Tab') && entry !== undefined) take(entry);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  return { list, close, isOpen: () => entries.length > 0 };
}
