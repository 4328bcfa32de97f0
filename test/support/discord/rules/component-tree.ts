import { ComponentType } from 'discord-api-types/v10';
import { childrenOf } from '../message-shape.ts';
import { objectsIn, textOf, type JsonObject } from '../wire.ts';

const layoutTypes: ReadonlySet<number> = new Set([
  ComponentType.Section,
  ComponentType.TextDisplay,
  ComponentType.Thumbnail,
  ComponentType.MediaGallery,
  ComponentType.File,
  ComponentType.Separator,
  ComponentType.Container,
]);

/** Every component, nested ones too, a parent before its children. */
export function componentsIn(components: unknown): readonly JsonObject[] {
  return objectsIn(components).flatMap((component) => [component, ...componentsIn(childrenOf(component))]);
}

/** Whether a component may stand only in a message with the flag of version 2. */
export function isLayoutType(type: number): boolean {
  return layoutTypes.has(type);
}

/** How many characters all texts of version 2 have together. */
export function textLengthOf(components: unknown): number {
  return componentsIn(components)
    .filter(({ type }) => type === ComponentType.TextDisplay)
    .reduce((sum, component) => sum + textOf(component['content']).length, 0);
}
