import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import { numberOf, objectsIn, textOf, type JsonObject } from '../wire.ts';
import { componentsIn } from './component-tree.ts';
import { checkCount, checkLength, repeatedIn, unknownFields, type Rule } from './rule.ts';

const selectTypes: ReadonlySet<unknown> = new Set([
  ComponentType.StringSelect,
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
]);

const selectFields = 'custom_id placeholder min_values max_values disabled required default_values';
const fieldsOfType: Readonly<Record<number, string>> = {
  [ComponentType.ActionRow]: 'components',
  [ComponentType.Button]: 'style label emoji custom_id sku_id url disabled',
  [ComponentType.StringSelect]: `${selectFields} options`,
  [ComponentType.TextInput]: 'custom_id style label min_length max_length required value placeholder',
  [ComponentType.UserSelect]: selectFields,
  [ComponentType.RoleSelect]: selectFields,
  [ComponentType.MentionableSelect]: selectFields,
  [ComponentType.ChannelSelect]: `${selectFields} channel_types`,
  [ComponentType.Section]: 'components accessory',
  [ComponentType.TextDisplay]: 'content',
  [ComponentType.Thumbnail]: 'media description spoiler',
  [ComponentType.MediaGallery]: 'items',
  [ComponentType.File]: 'file spoiler name size',
  [ComponentType.Separator]: 'divider spacing',
  [ComponentType.Container]: 'components accent_color spoiler',
  [ComponentType.Label]: 'label description component',
};
const optionFields = new Set(['label', 'value', 'description', 'emoji', 'default']);

/** Rules about a list of components, in a message or a modal. */
export const componentRules: readonly Rule<unknown>[] = [
  {
    name: 'component-count',
    find: (all) => checkCount('components, nested ones too,', componentsIn(all), 40),
  },
  { name: 'row-width', find: (all) => componentsIn(all).flatMap(checkRow) },
  { name: 'select-options', find: (all) => componentsIn(all).flatMap(checkSelect) },
  {
    name: 'custom-id-length',
    find: (all) =>
      componentsIn(all).flatMap(({ custom_id }) => checkLength('custom_id', custom_id, { min: 1, max: 100 })),
  },
  {
    name: 'custom-id-unique',
    find: (all) =>
      repeatedIn(componentsIn(all).flatMap(({ custom_id }) => textOf(custom_id) || [])).map(
        (id) => `custom_id ${id} stands more than once`,
      ),
  },
  { name: 'button-label', find: (all) => buttonsIn(all).flatMap(checkLabel) },
  {
    name: 'button-url-length',
    find: (all) => buttonsIn(all).flatMap(({ url }) => checkLength('url', url, { min: 1, max: 512 })),
  },
  { name: 'button-target', find: (all) => buttonsIn(all).flatMap(checkTarget) },
  { name: 'component-fields', isOurs: true, find: (all) => componentsIn(all).flatMap(checkFields) },
];

function buttonsIn(components: unknown): readonly JsonObject[] {
  return componentsIn(components).filter(({ type }) => type === ComponentType.Button);
}

function checkRow(component: JsonObject): readonly string[] {
  if (component['type'] !== ComponentType.ActionRow) return [];
  const children = objectsIn(component['components']);
  if (children.length === 0) return ['a row without components'];
  const isMixed = children.length > 1 && children.some(({ type }) => selectTypes.has(type));
  return isMixed
    ? ['a select beside other components of its row']
    : checkCount('buttons in a row', children, 5);
}

function checkSelect(component: JsonObject): readonly string[] {
  if (component['type'] !== ComponentType.StringSelect) return [];
  const options = objectsIn(component['options']);
  const repeated = repeatedIn(options.map(({ value }) => textOf(value)));
  return [
    ...(options.length === 0 ? ['a select without options'] : checkCount('options', options, 25)),
    ...repeated.map((value) => `option ${value} stands more than once`),
    ...options.flatMap((option) => [
      ...checkLength('option label', option['label'], { min: 1, max: 100 }),
      ...checkLength('option value', option['value'], { min: 1, max: 100 }),
      ...checkLength('option description', option['description'], { min: 1, max: 100 }),
    ]),
  ];
}

function checkLabel(button: JsonObject): readonly string[] {
  const isBare = textOf(button['label']) === '' && !isGiven(button['emoji']) && !isGiven(button['sku_id']);
  return isBare ? ['a button without label and emoji'] : checkLength('label', button['label'], { max: 80 });
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function checkTarget(button: JsonObject): readonly string[] {
  const hasUrl = isGiven(button['url']);
  const hasId = isGiven(button['custom_id']);
  if (button['style'] === ButtonStyle.Premium) return [];
  if (button['style'] === ButtonStyle.Link)
    return hasUrl && !hasId ? [] : ['a link button needs a url, and no custom_id'];
  return hasId && !hasUrl ? [] : ['a button needs a custom_id, and no url'];
}

function checkFields(component: JsonObject): readonly string[] {
  const type = numberOf(component['type']);
  const fields = fieldsOfType[type];
  if (fields === undefined) return [`component type ${String(component['type'])} is not known here`];
  return [
    ...unknownFields(`component type ${type}`, component, new Set(['type', 'id', ...fields.split(' ')])),
    ...objectsIn(component['options']).flatMap((option) => unknownFields('option', option, optionFields)),
  ];
}
