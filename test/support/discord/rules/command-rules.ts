import { ApplicationCommandType, Locale } from 'discord-api-types/v10';
import { numberOf, objectOf, objectsIn, textOf, type JsonObject } from '../wire.ts';
import {
  applyRules,
  checkCount,
  checkLength,
  repeatedIn,
  unknownFields,
  type Finding,
  type Rule,
} from './rule.ts';

const locales: ReadonlySet<string> = new Set(Object.values(Locale));

const commandFields = new Set(
  `id type application_id name name_localizations description description_localizations options dm_permission
   default_member_permissions default_permission nsfw integration_types contexts handler version`.split(
    /\s+/,
  ),
);
const optionFields = new Set(
  `type name name_localizations description description_localizations required choices options channel_types
   min_value max_value min_length max_length autocomplete`.split(/\s+/),
);
const choiceFields = new Set(['name', 'name_localizations', 'value']);

/** From Discord's documentation of command names. */
const nameShape = /^[-_'\p{L}\p{N}\p{Script=Devanagari}\p{Script=Thai}]{1,32}$/u;

const commandRules: readonly Rule<JsonObject>[] = [
  { name: 'command-name', find: (command) => namedParts(command).flatMap(checkNames) },
  { name: 'command-description', find: (command) => namedParts(command).flatMap(checkDescriptions) },
  { name: 'command-locale', find: (command) => [command, ...partsIn(command)].flatMap(checkLocales) },
  {
    name: 'command-options',
    find: (command) =>
      namedParts(command).flatMap((part) => [
        ...checkCount(`options of ${textOf(part['name'])}`, objectsIn(part['options']), 25),
        ...checkCount(`choices of ${textOf(part['name'])}`, objectsIn(part['choices']), 25),
        ...repeatedIn(objectsIn(part['options']).map(({ name }) => textOf(name))).map(
          (name) => `option ${name} stands more than once`,
        ),
        ...checkOrder(part),
      ]),
  },
  {
    name: 'command-choice',
    find: (command) =>
      namedParts(command)
        .flatMap(({ choices }) => objectsIn(choices))
        .flatMap((choice) => [
          ...checkLength('choice name', textOf(choice['name']), { min: 1, max: 100 }),
          ...checkLength('choice value', choice['value'], { max: 100 }),
        ]),
  },
  {
    name: 'command-length',
    find: (command) => {
      const length = partsIn(command).reduce((sum, part) => sum + lengthOf(part), lengthOf(command));
      return length <= 8_000 ? [] : [`${textOf(command['name'])} has ${length} characters, allowed are 8000`];
    },
  },
  { name: 'command-fields', isOurs: true, find: findUnknown },
];

/** What is wrong with a list of commands to register by the hand-written rules. */
export function checkCommands(body: unknown): readonly Finding[] {
  const commands = objectsIn(body);
  const keys = commands.map(({ type, name }) => `${textOf(name)} of type ${numberOf(type) || 1}`);
  const repeated = repeatedIn(keys).map((key) => `command ${key} stands more than once`);
  return [
    ...commands.flatMap((command) => applyRules(commandRules, command)),
    ...repeated.map((detail) => ({ rule: 'command-unique', detail, isRefused: true })),
  ];
}

/** The command and its options at every depth; choices are named otherwise. */
function namedParts(command: JsonObject): readonly JsonObject[] {
  return [command, ...objectsIn(command['options']).flatMap(namedParts)];
}

/** Options and choices at every depth. */
function partsIn(part: JsonObject): readonly JsonObject[] {
  const children = [...objectsIn(part['options']), ...objectsIn(part['choices'])];
  return children.flatMap((child) => [child, ...partsIn(child)]);
}

function isContextMenu({ type, description }: JsonObject): boolean {
  const isMenu = type === ApplicationCommandType.User || type === ApplicationCommandType.Message;
  // An option may have these types' numbers too, and always has a description.
  return isMenu && textOf(description) === '';
}

function checkNames(part: JsonObject): readonly string[] {
  const names = [part['name'], ...Object.values(objectOf(part['name_localizations']))].filter(
    (name) => name !== null,
  );
  return names.map(textOf).flatMap((name) => {
    if (isContextMenu(part)) return checkLength('name', name, { min: 1, max: 32 });
    if (name !== name.toLowerCase()) return [`name ${name} has capitals`];
    return nameShape.test(name) ? [] : [`name "${name}" is no word of 1 to 32 characters`];
  });
}

function checkDescriptions(part: JsonObject): readonly string[] {
  if (isContextMenu(part)) return [];
  const translations = Object.values(objectOf(part['description_localizations']));
  return [textOf(part['description']), ...translations].flatMap((description) =>
    checkLength(`description of ${textOf(part['name'])}`, description, { min: 1, max: 100 }),
  );
}

function checkLocales(part: JsonObject): readonly string[] {
  return ['name_localizations', 'description_localizations']
    .flatMap((key) => Object.keys(objectOf(part[key])))
    .filter((locale) => !locales.has(locale))
    .map((locale) => `locale ${locale} is unknown`);
}

function checkOrder(part: JsonObject): readonly string[] {
  const isRequired = objectsIn(part['options']).map(({ required }) => required === true);
  const isMixed = isRequired.some((required, position) => required && isRequired[position - 1] === false);
  return isMixed ? [`${textOf(part['name'])} has a required option after an optional one`] : [];
}

function lengthOf(part: JsonObject): number {
  return (
    longest(part['name'], part['name_localizations']) +
    longest(part['description'], part['description_localizations']) +
    textOf(part['value']).length
  );
}

function longest(text: unknown, translations: unknown): number {
  return Math.max(...[text, ...Object.values(objectOf(translations))].map((each) => textOf(each).length));
}

function findUnknown(command: JsonObject): readonly string[] {
  return [
    ...unknownFields('command', command, commandFields),
    ...namedParts(command)
      .slice(1)
      .flatMap((option) => unknownFields('option', option, optionFields)),
    ...namedParts(command)
      .flatMap(({ choices }) => objectsIn(choices))
      .flatMap((choice) => unknownFields('choice', choice, choiceFields)),
  ];
}
