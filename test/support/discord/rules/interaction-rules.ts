import { ComponentType, InteractionResponseType, type APIMessage } from 'discord-api-types/v10';
import { objectOf, objectsIn, textOf, type JsonObject } from '../wire.ts';
import { componentRules } from './component-rules.ts';
import { componentsIn } from './component-tree.ts';
import { checkMessage } from './message-rules.ts';
import { applyRules, checkCount, checkLength, unknownFields, type Finding, type Rule } from './rule.ts';

const callbackFields = new Set(['type', 'data']);
const modalFields = new Set(['custom_id', 'title', 'components']);
const choiceFields = new Set(['name', 'name_localizations', 'value']);
/** Inputs of a modal: everything in it that has an answer. */
const modalInputs: ReadonlySet<unknown> = new Set([3, 4, 5, 6, 7, 8, 19, 21, 22, 23]);

const callbackRules: readonly Rule<JsonObject>[] = [
  { name: 'callback-fields', isOurs: true, find: (body) => unknownFields('callback', body, callbackFields) },
];

const deferralRules: readonly Rule<JsonObject>[] = [
  {
    name: 'deferral-fields',
    isOurs: true,
    find: (data) => unknownFields('a deferral', data, new Set(['flags'])),
  },
];

const modalRules: readonly Rule<JsonObject>[] = [
  { name: 'modal-title', find: ({ title }) => checkLength('title', textOf(title), { min: 1, max: 45 }) },
  {
    name: 'modal-custom-id',
    find: ({ custom_id }) => checkLength('custom_id', textOf(custom_id), { min: 1, max: 100 }),
  },
  { name: 'modal-inputs', find: checkInputs },
  {
    name: 'modal-label',
    find: ({ components }) =>
      componentsIn(components).flatMap(({ type, label }) =>
        type === ComponentType.Label || type === ComponentType.TextInput
          ? checkLength('label', label, { min: 1, max: 45 })
          : [],
      ),
  },
  { name: 'modal-fields', isOurs: true, find: (data) => unknownFields('modal', data, modalFields) },
];

const choiceRules: readonly Rule<readonly JsonObject[]>[] = [
  { name: 'choice-count', find: (choices) => checkCount('choices', choices, 25) },
  {
    name: 'choice-length',
    find: (choices) =>
      choices.flatMap(({ name, value }) => [
        ...checkLength('choice name', textOf(name), { min: 1, max: 100 }),
        ...checkLength('choice value', value, { max: 100 }),
      ]),
  },
  {
    name: 'choice-fields',
    isOurs: true,
    find: (choices) => choices.flatMap((choice) => unknownFields('choice', choice, choiceFields)),
  },
];

/** What is wrong with an interaction's callback by the hand-written rules. `message` is that of a component. */
export function checkCallback(body: JsonObject, fileCount = 0, message?: APIMessage): readonly Finding[] {
  return [...applyRules(callbackRules, body), ...checkData(body, fileCount, message)];
}

function checkData(body: JsonObject, fileCount: number, message?: APIMessage): readonly Finding[] {
  const data = objectOf(body['data']);
  switch (body['type']) {
    case InteractionResponseType.ChannelMessageWithSource:
      return checkMessage({ payload: data, fileCount });
    case InteractionResponseType.UpdateMessage:
      return checkMessage({ payload: data, fileCount, isEdit: true, existing: message });
    case InteractionResponseType.DeferredChannelMessageWithSource:
      return applyRules(deferralRules, data);
    case InteractionResponseType.ApplicationCommandAutocompleteResult:
      return applyRules(choiceRules, objectsIn(data['choices']));
    case InteractionResponseType.Modal:
      return [...applyRules(modalRules, data), ...applyRules(componentRules, data['components'])];
    default:
      return [];
  }
}

function checkInputs({ components }: JsonObject): readonly string[] {
  const count = componentsIn(components).filter(({ type }) => modalInputs.has(type)).length;
  return count >= 1 && count <= 5 ? [] : [`${count} inputs, allowed are 1 to 5`];
}
