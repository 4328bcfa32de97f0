/** @import { Component, SelectOption } from './page-types.ts' */
import { el, uniqueId } from './dom.js';

/**
 * A list to choose from, as Discord draws it: a button that opens it, arrows that move in it. Where several may be
 * chosen, it sends them when it is closed.
 *
 * @param {Component} component
 * @param {(values: readonly string[]) => void} onChoose
 */
export function drawSelect(component, onChoose) {
  const { placeholder = '', options = [], disabled = false, custom_id: customId = '' } = component;
  const isMany = (component.max_values ?? 1) > 1;
  const chosen = new Set(options.filter((option) => option.default === true).map(({ value }) => value));
  const listId = uniqueId('select');
  const describe = () =>
    options
      .filter(({ value }) => chosen.has(value))
      .map(({ label }) => label)
      .join(', ') || placeholder;
  const label = el('span', { dir: 'auto' }, describe());
  const button = el(
    'button',
    {
      type: 'button',
      class: 'select',
      disabled,
      'data-id': customId,
      'aria-haspopup': 'listbox',
      'aria-expanded': 'false',
      'aria-controls': listId,
      onclick: () => toggle(list.hidden === true),
    },
    label,
  );
  const items = options.map((option) => drawOption(option, chosen.has(option.value)));
  const list = el(
    'div',
    {
      id: listId,
      role: 'listbox',
      class: 'options',
      'aria-label': placeholder,
      'aria-multiselectable': isMany ? 'true' : null,
      hidden: true,
    },
    ...items,
  );
  const box = el('div', { class: 'select-box' }, button, list);
  let isTouched = false;

  /** @param {boolean} isOpen */
  function toggle(isOpen) {
    if (list.hidden === !isOpen) return;
    list.hidden = !isOpen;
    button.setAttribute('aria-expanded', String(isOpen));
    if (isOpen) items[0]?.focus();
    else if (isMany && isTouched) onChoose([...chosen]);
    isTouched = false;
  }

  /** @param {number} at */
  function choose(at) {
    const option = options[at];
    if (option === undefined) return;
    if (!isMany) {
      toggle(false);
      button.focus();
      onChoose([option.value]);
      return;
    }
    isTouched = true;
    if (!chosen.delete(option.value)) chosen.add(option.value);
    items[at]?.setAttribute('aria-selected', String(chosen.has(option.value)));
    label.textContent = describe();
  }

  items.forEach((item, at) => item.addEventListener('click', () => choose(at)));
  list.addEventListener('keydown', (event) => {
    const at = items.findIndex((item) => item === document.activeElement);
    if (event.key === 'Enter' || event.key === ' ') choose(at);
    else if (event.key === 'Escape') {
      toggle(false);
      button.focus();
    } else if (!moveFocus(event.key, at, items)) return;
    event.preventDefault();
    event.stopPropagation();
  });
  box.addEventListener('focusout', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && box.contains(relatedTarget))) toggle(false);
  });
  return box;
}

/**
 * @param {SelectOption} option
 * @param {boolean} isChosen
 */
function drawOption({ label, description = '' }, isChosen) {
  return el(
    'div',
    { role: 'option', class: 'option', tabindex: '-1', 'aria-selected': String(isChosen) },
    el('span', { class: 'option-label', dir: 'auto' }, label),
    description === '' ? null : el('span', { class: 'option-description', dir: 'auto' }, description),
  );
}

/**
 * Moves the focus within a list by a key; says whether it is such a key.
 *
 * @param {string} key
 * @param {number} at -1 where none of them has the focus
 * @param {readonly HTMLElement[]} items
 */
export function moveFocus(key, at, items) {
  const last = items.length - 1;
  const to = { ArrowDown: Math.min(last, at + 1), ArrowUp: Math.max(0, at - 1), Home: 0, End: last }[key];
  if (to === undefined) return false;
  items[to]?.focus();
  return true;
}
