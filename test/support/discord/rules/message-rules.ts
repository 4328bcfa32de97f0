import { MessageFlags, type APIMessage } from 'discord-api-types/v10';
import { numberOf, objectOf, objectsIn, textOf, type JsonObject } from '../wire.ts';
import { componentRules } from './component-rules.ts';
import { componentsIn, isLayoutType, textLengthOf } from './component-tree.ts';
import { applyRules, checkCount, checkLength, unknownFields, type Finding, type Rule } from './rule.ts';

/** A message on its way to Discord. */
export interface MessageSubject {
  readonly payload: JsonObject;
  readonly fileCount: number;
  readonly isEdit?: boolean;
  /** What an edit would change, if it is known. */
  readonly existing?: APIMessage | undefined;
}

const fields = new Set(
  `content tts embeds allowed_mentions components flags attachments poll nonce enforce_nonce message_reference
   sticker_ids shared_client_theme username avatar_url thread_name applied_tags`.split(/\s+/),
);
const embedFields = new Set(
  'title type description url timestamp color footer image thumbnail video provider author fields'.split(' '),
);
const embedPartFields: Readonly<Record<string, ReadonlySet<string>>> = {
  footer: new Set(['text', 'icon_url']),
  author: new Set(['name', 'url', 'icon_url']),
  image: new Set(['url']),
  thumbnail: new Set(['url']),
};
const embedFieldFields = new Set(['name', 'value', 'inline']);

const messageRules: readonly Rule<MessageSubject>[] = [
  {
    name: 'content-length',
    find: ({ payload }) => checkLength('content', payload['content'], { max: 2_000 }),
  },
  { name: 'embed-count', find: ({ payload }) => checkCount('embeds', objectsIn(payload['embeds']), 10) },
  { name: 'embed-length', find: ({ payload }) => objectsIn(payload['embeds']).flatMap(checkEmbed) },
  {
    name: 'embeds-length',
    find: ({ payload }) => {
      const length = objectsIn(payload['embeds']).reduce((sum, embed) => sum + lengthOfEmbed(embed), 0);
      return length <= 6_000 ? [] : [`embeds have ${length} characters together, allowed are 6000`];
    },
  },
  { name: 'empty-message', find: (subject) => (isEmpty(subject) ? ['nothing that could be shown'] : []) },
  {
    name: 'v2-alone',
    find: (subject) => {
      if (!isLayout(subject)) return [];
      const { payload, existing } = subject;
      const content = payload['content'] === undefined ? existing?.content : payload['content'];
      const embeds = payload['embeds'] === undefined ? existing?.embeds : payload['embeds'];
      return [
        ...(textOf(content) === '' ? [] : ['content beside components of version 2']),
        ...(objectsIn(embeds).length === 0 ? [] : ['embeds beside components of version 2']),
      ];
    },
  },
  {
    name: 'v2-flag',
    find: (subject) => {
      const { payload, existing } = subject;
      const wasLayout = (numberOf(existing?.flags) & MessageFlags.IsComponentsV2) !== 0;
      if (wasLayout && typeof payload['flags'] === 'number' && !hasLayoutFlag(payload))
        return ['the flag of components of version 2 is taken off again'];
      const needsFlag = componentsIn(payload['components']).find(({ type }) => isLayoutType(numberOf(type)));
      return needsFlag === undefined || isLayout(subject)
        ? []
        : [`component type ${numberOf(needsFlag['type'])} without the flag of version 2`];
    },
  },
  {
    name: 'v2-text-length',
    find: ({ payload }) => {
      const length = textLengthOf(payload['components']);
      return length <= 4_000 ? [] : [`texts have ${length} characters together, allowed are 4000`];
    },
  },
  {
    name: 'row-count',
    find: (subject) =>
      isLayout(subject) ? [] : checkCount('rows', objectsIn(subject.payload['components']), 5),
  },
  {
    name: 'allowed-mentions',
    isOurs: true,
    find: ({ payload }) => {
      const { parse, users, roles } = objectOf(payload['allowed_mentions']);
      const isNobody = Array.isArray(parse) && [parse, users, roles].every((list) => lengthOf(list) === 0);
      return isNobody ? [] : ['allowed_mentions is not { parse: [] }'];
    },
  },
  { name: 'message-fields', isOurs: true, find: ({ payload }) => unknownFields('message', payload, fields) },
  {
    name: 'embed-fields',
    isOurs: true,
    find: ({ payload }) => objectsIn(payload['embeds']).flatMap(unknownInEmbed),
  },
];

/** What is wrong with a message by the hand-written rules. */
export function checkMessage(subject: MessageSubject): readonly Finding[] {
  return [...applyRules(messageRules, subject), ...applyRules(componentRules, subject.payload['components'])];
}

function lengthOf(list: unknown): number {
  return Array.isArray(list) ? list.length : 0;
}

function hasLayoutFlag(payload: JsonObject): boolean {
  return (numberOf(payload['flags']) & MessageFlags.IsComponentsV2) !== 0;
}

function isLayout({ payload, existing }: MessageSubject): boolean {
  return hasLayoutFlag(payload) || (numberOf(existing?.flags) & MessageFlags.IsComponentsV2) !== 0;
}

function isEmpty({ payload, fileCount, isEdit = false, existing }: MessageSubject): boolean {
  // Of an edit whose message is not known, only what it changes can be judged.
  const all = isEdit ? { ...existing, ...payload } : payload;
  const shown = ['embeds', 'components', 'attachments', 'sticker_ids'].some((key) => lengthOf(all[key]) > 0);
  const isKnown = !isEdit || existing !== undefined || payload['content'] !== undefined;
  return isKnown && !shown && fileCount === 0 && textOf(all['content']).trim() === '' && !all['poll'];
}

function checkEmbed(embed: JsonObject): readonly string[] {
  const parts = objectsIn(embed['fields']);
  return [
    ...checkLength('embed title', embed['title'], { max: 256 }),
    ...checkLength('embed description', embed['description'], { max: 4_096 }),
    ...checkLength('embed footer', objectOf(embed['footer'])['text'], { max: 2_048 }),
    ...checkLength('embed author', objectOf(embed['author'])['name'], { max: 256 }),
    ...checkCount('embed fields', parts, 25),
    ...parts.flatMap((part) => [
      ...checkLength('embed field name', part['name'], { min: 1, max: 256 }),
      ...checkLength('embed field value', part['value'], { min: 1, max: 1_024 }),
    ]),
  ];
}

function lengthOfEmbed(embed: JsonObject): number {
  const texts = [
    embed['title'],
    embed['description'],
    objectOf(embed['footer'])['text'],
    objectOf(embed['author'])['name'],
    ...objectsIn(embed['fields']).flatMap((part) => [part['name'], part['value']]),
  ];
  return texts.reduce<number>((sum, text) => sum + textOf(text).length, 0);
}

function unknownInEmbed(embed: JsonObject): readonly string[] {
  return [
    ...unknownFields('embed', embed, embedFields),
    ...Object.entries(embedPartFields).flatMap(([part, known]) =>
      unknownFields(`embed ${part}`, objectOf(embed[part]), known),
    ),
    ...objectsIn(embed['fields']).flatMap((part) => unknownFields('embed field', part, embedFieldFields)),
  ];
}
