/** @import { Component, Context } from './page-types.ts' */
import { el } from './dom.js';
import { drawMarkup } from './draw-markup.js';
import { drawSelect } from './select-menu.js';

/** Discord's numbers for what a message is made of (API documentation, "Component Reference"). */
export const componentType = /** @type {const} */ ({
  row: 1,
  button: 2,
  stringSelect: 3,
  textInput: 4,
  roleSelect: 6,
  channelSelect: 8,
  section: 9,
  text: 10,
  separator: 14,
  container: 17,
  label: 18,
});

/** @typedef {(customId: string, values: readonly string[]) => void} OnPress */

/**
 * A message's components, drawn as Discord draws them.
 *
 * @param {readonly Component[]} components
 * @param {Context} context
 * @param {OnPress} onPress
 * @returns {Node[]}
 */
export function drawComponents(components, context, onPress) {
  return components.map((component) => drawComponent(component, context, onPress));
}

/**
 * @param {Component} component
 * @param {Context} context
 * @param {OnPress} onPress
 * @returns {Node}
 */
function drawComponent(component, context, onPress) {
  const inner = () => drawComponents(component.components ?? [], context, onPress);
  switch (component.type) {
    case componentType.text:
      return drawMarkup(component.content ?? '', context);
    case componentType.row:
      return el('div', { class: 'row' }, ...inner());
    case componentType.section:
      return drawSection(component, context, onPress);
    case componentType.container:
      return drawContainer(component, inner());
    case componentType.separator:
      return component.divider === false ? el('div', { class: 'gap' }) : el('hr');
    case componentType.button:
      return drawButton(component, onPress);
    case componentType.stringSelect:
      return drawSelect(component, (values) => onPress(component.custom_id ?? '', values));
    case componentType.roleSelect:
    case componentType.channelSelect:
      // This page has no roles and no channels to choose from.
      return drawSelect({ ...component, disabled: true }, () => {});
    default:
      // The bot sends something that this page does not know yet: better seen than missed.
      return el('p', { class: 'unknown' }, `component ${String(component.type)}`);
  }
}

/**
 * @param {Component} component
 * @param {Context} context
 * @param {OnPress} onPress
 */
function drawSection({ components = [], accessory }, context, onPress) {
  return el(
    'div',
    { class: 'section' },
    el('div', { class: 'section-text' }, ...drawComponents(components, context, onPress)),
    accessory === undefined ? null : drawComponent(accessory, context, onPress),
  );
}

/**
 * @param {Component} component
 * @param {readonly Node[]} children
 */
function drawContainer({ accent_color: colour }, children) {
  const box = el('div', { class: 'container' }, ...children);
  if (typeof colour === 'number')
    box.style.setProperty('--accent', `#${colour.toString(16).padStart(6, '0')}`);
  return box;
}

const buttonStyles = ['', 'primary', 'secondary', 'success', 'danger', 'link'];

/**
 * @param {Component} component
 * @param {OnPress} onPress
 */
function drawButton({ style = 2, label = '', custom_id: customId = '', url, disabled = false }, onPress) {
  const look = `button ${buttonStyles[style] ?? 'secondary'}`;
  if (url !== undefined && /^https?:\/\//.test(url))
    return el('a', { class: look, href: url, target: '_blank', rel: 'noopener noreferrer' }, `${label} ↗`);
  return el(
    'button',
    { type: 'button', class: look, disabled, 'data-id': customId, onclick: () => onPress(customId, []) },
    label,
  );
}
