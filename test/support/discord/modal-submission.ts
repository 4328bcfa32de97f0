import {
  ComponentType,
  type APIModalInteractionResponseCallbackData,
  type APIModalSubmission,
  type APIModalSubmissionComponent,
  type APIModalSubmitTextInputComponent,
  type ModalSubmitLabelComponent,
} from 'discord-api-types/v10';
import { componentsIn } from './rules/component-tree.ts';
import { isObject, numberOf, objectsIn, textOf, type JsonObject } from './wire.ts';

/** What was filled in, by the custom_id of the field. A field that is not named is sent with what stands in it. */
export type FieldValues = Readonly<Record<string, string | readonly string[]>>;

/** What is sent when a modal with text inputs and text selects is filled in. @throws Error on a field it does not have. */
export function buildSubmission(
  modal: APIModalInteractionResponseCallbackData,
  values: FieldValues,
): APIModalSubmission {
  const ids = componentsIn(modal.components).map((component) => component['custom_id']);
  for (const id of Object.keys(values))
    if (!ids.includes(id)) throw new Error(`Modal ${modal.custom_id} has no field ${id}.`);
  const components = objectsIn(modal.components).flatMap((component) => submitted(component, values));
  return { custom_id: modal.custom_id, components };
}

function submitted(component: JsonObject, values: FieldValues): readonly APIModalSubmissionComponent[] {
  const id = numberOf(component['id']);
  switch (component['type']) {
    case ComponentType.ActionRow: {
      const inputs = objectsIn(component['components']).map((input) => textInput(input, values));
      return [{ type: ComponentType.ActionRow, id, components: inputs }];
    }
    case ComponentType.Label:
      return isObject(component['component'])
        ? [{ type: ComponentType.Label, id, component: field(component['component'], values) }]
        : [];
    default:
      return [{ type: ComponentType.TextDisplay, id }];
  }
}

function field(component: JsonObject, values: FieldValues): ModalSubmitLabelComponent['component'] {
  if (component['type'] !== ComponentType.StringSelect) return textInput(component, values);
  const customId = textOf(component['custom_id']);
  const chosen = values[customId] ?? [];
  return {
    type: ComponentType.StringSelect,
    id: numberOf(component['id']),
    custom_id: customId,
    values: typeof chosen === 'string' ? [chosen] : [...chosen],
  };
}

function textInput(component: JsonObject, values: FieldValues): APIModalSubmitTextInputComponent {
  const customId = textOf(component['custom_id']);
  const value = values[customId] ?? textOf(component['value']);
  return {
    type: ComponentType.TextInput,
    id: numberOf(component['id']),
    custom_id: customId,
    value: typeof value === 'string' ? value : value.join(' '),
  };
}
