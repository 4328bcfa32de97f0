import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import type { APIMessageTopLevelComponent } from 'discord-api-types/v10';

/** Discord's limits on messages of components (API documentation, August 2026). */
export const limits = {
  components: 40,
  textUnits: 4000,
  rowButtons: 5,
  selectOptions: 25,
  customIdUnits: 100,
  labelUnits: 80,
  optionUnits: 100,
  placeholderUnits: 150,
  urlUnits: 512,
  sectionTexts: 3,
} as const;

interface Node {
  readonly type: ComponentType;
  readonly content?: string;
  readonly custom_id?: string;
  readonly label?: string;
  readonly url?: string;
  readonly style?: ButtonStyle;
  readonly placeholder?: string;
  readonly options?: readonly {
    readonly label: string;
    readonly value: string;
    readonly description?: string;
  }[];
  readonly components?: readonly Node[];
  readonly accessory?: Node;
}

/** Characters of all texts together. */
export function textUnits(components: readonly APIMessageTopLevelComponent[]): number {
  return textsIn(nodesIn(components)).reduce((sum, { length }) => sum + length, 0);
}

/** Everything that Discord would refuse a message for, in words; empty where it takes it. */
export function findProblems(components: readonly APIMessageTopLevelComponent[]): string[] {
  const all = nodesIn(components);
  const texts = textsIn(all);
  const ids = all.flatMap(({ custom_id: id }) => id ?? []);
  const units = textUnits(components);
  return [
    ...(all.length === 0 ? ['it is empty'] : []),
    ...(all.length > limits.components ? [`${String(all.length)} components`] : []),
    ...(units > limits.textUnits ? [`${String(units)} characters of text`] : []),
    ...(texts.some((text) => text.trim() === '') ? ['an empty text'] : []),
    ...(texts.some((text) => !text.isWellFormed()) ? ['half a character'] : []),
    ...(new Set(ids).size < ids.length ? ['two controls with one id'] : []),
    ...all.flatMap(findNodeProblems),
  ];
}

function nodesIn(components: readonly APIMessageTopLevelComponent[]): Node[] {
  return (components as readonly unknown[] as readonly Node[]).flatMap(listNodes);
}

function textsIn(nodes: readonly Node[]): string[] {
  return nodes.filter(({ type }) => type === ComponentType.TextDisplay).map(({ content = '' }) => content);
}

function listNodes(node: Node): Node[] {
  const { components = [], accessory } = node;
  return [node, ...components.flatMap(listNodes), ...(accessory === undefined ? [] : listNodes(accessory))];
}

function findNodeProblems(node: Node): string[] {
  switch (node.type) {
    case ComponentType.ActionRow:
      return findRowProblems(node);
    case ComponentType.Button:
      return findButtonProblems(node);
    case ComponentType.StringSelect:
      return findSelectProblems(node);
    case ComponentType.Section:
      return isWithin(node.components?.length, limits.sectionTexts)
        ? []
        : ['a section with no text or over 3'];
    case ComponentType.Container:
      return (node.components?.length ?? 0) > 0 ? [] : ['an empty container'];
    default:
      return [];
  }
}

function findRowProblems({ components = [] }: Node): string[] {
  const buttons = components.filter(({ type }) => type === ComponentType.Button).length;
  if (components.length === 0) return ['an empty row'];
  if (buttons > limits.rowButtons) return ['a row of over 5 buttons'];
  return buttons < components.length && components.length > 1 ? ['a select beside something else'] : [];
}

function findButtonProblems({ label = '', style, url, custom_id: id }: Node): string[] {
  const isLink = style === ButtonStyle.Link;
  return [
    ...(isWithin(label.length, limits.labelUnits)
      ? []
      : ['a button with a label of 0 or over 80 characters']),
    ...(isLink && !isWithin(url?.length, limits.urlUnits) ? ['a link of 0 or over 512 characters'] : []),
    ...(!isLink && !isWithin(id?.length, limits.customIdUnits) ? ['an id of 0 or over 100 characters'] : []),
  ];
}

function findSelectProblems({ options = [], placeholder = '', custom_id: id }: Node): string[] {
  const values = options.map(({ value }) => value);
  const isOptionWrong = options.some(
    ({ label, value, description = '' }) =>
      !isWithin(label.length, limits.optionUnits) ||
      !isWithin(value.length, limits.optionUnits) ||
      description.length > limits.optionUnits,
  );
  return [
    ...(isWithin(options.length, limits.selectOptions) ? [] : ['a select of 0 or over 25 options']),
    ...(new Set(values).size < values.length ? ['two options with one value'] : []),
    ...(isOptionWrong ? ['an option of 0 or over 100 characters'] : []),
    ...(placeholder.length > limits.placeholderUnits ? ['a placeholder over 150 characters'] : []),
    ...(isWithin(id?.length, limits.customIdUnits) ? [] : ['an id of 0 or over 100 characters']),
  ];
}

function isWithin(length: number | undefined, maximum: number): boolean {
  return length !== undefined && length >= 1 && length <= maximum;
}
