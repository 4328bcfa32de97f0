/** @import { Component, Context, Form } from './page-types.ts' */
import { el, uniqueId } from './dom.js';
import { componentType } from './draw-components.js';

/**
 * Shows a form as Discord does, in a dialog that keeps the focus.
 *
 * @param {Form} form
 * @param {Context} context
 * @returns {Promise<{ readonly [field: string]: readonly string[] } | null>} what was chosen by field; null where it was closed
 */
export function askByForm(form, { words: { chat } }) {
  const titleId = uniqueId('title');
  const fields = form.components.flatMap((component) => createFormField(component) ?? []);
  const dialog = el(
    'dialog',
    { 'aria-labelledby': titleId },
    el(
      'form',
      { method: 'dialog' },
      el('h2', { id: titleId }, form.title),
      ...fields.map(({ node }) => node),
      el(
        'p',
        { class: 'dialog-buttons' },
        el(
          'button',
          { type: 'button', class: 'button secondary', onclick: () => dialog.close() },
          chat.cancel,
        ),
        el('button', { class: 'button primary', value: 'sent' }, chat.submit),
      ),
    ),
  );
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      const isSent = dialog.returnValue === 'sent';
      dialog.remove();
      resolve(isSent ? Object.fromEntries(fields.map(({ id, read }) => [id, read()])) : null);
    });
  });
}

/**
 * @param {Component} component
 * @returns {{ id: string, node: HTMLElement, read: () => string[] } | null}
 */
function createFormField(component) {
  const inner = component.type === componentType.label ? component.component : component.components?.[0];
  if (inner === undefined) return null;
  const { custom_id: id = '', required = true } = inner;
  const text = component.label ?? inner.label ?? '';
  if (inner.type === componentType.stringSelect) {
    const name = uniqueId('choice');
    const choices = (inner.options ?? []).map(({ value, label }) =>
      el('label', { class: 'choice' }, el('input', { type: 'radio', name, value, required }), ` ${label}`),
    );
    const node = el('fieldset', {}, el('legend', {}, text), ...choices);
    const read = () =>
      [...node.querySelectorAll('input')].filter((input) => input.checked).map(({ value }) => value);
    return { id, node, read };
  }
  const input =
    inner.style === 2
      ? el('textarea', { required, maxlength: inner.max_length ?? 4000, rows: 4 })
      : el('input', { type: 'text', required, maxlength: inner.max_length ?? 4000 });
  input.value = inner.value ?? '';
  return { id, node: el('label', { class: 'typed' }, text, input), read: () => [input.value] };
}
