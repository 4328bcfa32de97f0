/**
 * Prepares Discord's OpenAPI description for ajv: unions become decisions, so that an error speaks of the member that
 * was meant and not of all the others, and objects are closed, so that a misspelt field is an error.
 */
import { isObject, objectOf, objectsIn, type JsonObject } from './wire.ts';

/** Where the description and Discord, as its documentation has it and discord.js uses it, differ. */
const errata: Readonly<Record<string, JsonObject>> = {
  ApplicationCommandCreateRequest: commandErrata(),
  ApplicationCommandUpdateRequest: commandErrata(),
  ApplicationCommandPatchRequestPartial: commandErrata(),
  IncomingWebhookInteractionRequest: ordinaryFields(),
  IncomingWebhookRequestPartial: ordinaryFields(),
  IncomingWebhookUpdateForInteractionCallbackRequestPartial: ordinaryFields(),
  IncomingWebhookUpdateRequestPartial: ordinaryFields(),
  MessageEditRequestPartial: ordinaryFields(),
};

function commandErrata(): JsonObject {
  return {
    default_member_permissions: { type: ['string', 'null'], pattern: '^[0-9]+$' },
    nsfw: { type: 'boolean' },
  };
}

/** discord.js sends these with every message, also where they mean nothing. */
function ordinaryFields(): JsonObject {
  return { tts: { type: 'boolean' }, enforce_nonce: { type: 'boolean' } };
}

/** The requests and schemas of the description, each prepared. */
export function prepareDocument(document: JsonObject): JsonObject {
  const schemas = objectOf(objectOf(document['components'])['schemas']);
  const corrected = Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [name, correct(objectOf(schema), errata[name])]),
  );
  const all = { paths: requestsOf(objectOf(document['paths'])), components: { schemas: corrected } };
  return objectOf(prepare(all, (name) => objectOf(corrected[name])));
}

/** The paths without answers and other encodings: they are two thirds of the whole, and take their time. */
function requestsOf(paths: JsonObject): JsonObject {
  return mapMembers(paths, (item) =>
    mapMembers(objectOf(item), (operation) => {
      if (!isObject(operation)) return operation;
      const { parameters, requestBody } = operation;
      if (requestBody === undefined) return { parameters };
      const { required, content } = objectOf(requestBody);
      const json = objectOf(content)['application/json'];
      return { parameters, requestBody: { required, content: { 'application/json': json } } };
    }),
  );
}

function mapMembers(value: JsonObject, change: (member: unknown) => unknown): JsonObject {
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, change(member)]));
}

type Lookup = (name: string) => JsonObject;

function correct(schema: JsonObject, changes: JsonObject | undefined): JsonObject {
  if (changes === undefined) return schema;
  return { ...schema, properties: { ...objectOf(schema['properties']), ...changes } };
}

function prepare(value: unknown, lookup: Lookup): unknown {
  if (Array.isArray(value)) return value.map((item) => prepare(item, lookup));
  if (!isObject(value)) return value;
  const prepared: Record<string, unknown> = {};
  for (const [key, member] of Object.entries(value))
    // Parts of an object that is put together are not closed one by one.
    prepared[key] = key === 'allOf' ? member : prepare(member, lookup);
  return decide(close(prepared), lookup);
}

function close(schema: JsonObject): JsonObject {
  const isClosable =
    schema['type'] === 'object' &&
    isObject(schema['properties']) &&
    schema['additionalProperties'] === undefined;
  return isClosable ? { ...schema, additionalProperties: false } : schema;
}

/** Turns `oneOf` and `anyOf` into if-then-else where the members say by null or by `type` which is meant. */
function decide(schema: JsonObject, lookup: Lookup): JsonObject {
  const key = ['oneOf', 'anyOf'].find((name) => Array.isArray(schema[name]));
  if (key === undefined) return schema;
  const { [key]: union, ...rest } = schema;
  const members = objectsIn(union);
  const values = members.flatMap((member) => ('const' in member ? [member['const']] : []));
  if (values.length > 0 && values.length === members.length) return { ...rest, enum: values };
  const others = members.filter(({ type }) => type !== 'null');
  const decided = decideByType(others, lookup);
  if (decided === undefined && (others.length !== 1 || others.length === members.length)) return schema;
  const meant = decided ?? others[0] ?? {};
  return members.length === others.length
    ? { ...rest, ...meant }
    : { ...rest, if: { type: 'null' }, then: true, else: meant };
}

function decideByType(members: readonly JsonObject[], lookup: Lookup): JsonObject | undefined {
  const typed = members.map((member) => ({ member, types: typesOf(member, lookup) }));
  if (members.length < 2 || typed.some(({ types }) => types.length === 0)) return undefined;
  const types = typed.flatMap((each) => each.types);
  if (new Set(types).size !== types.length) return undefined;
  return {
    type: 'object',
    required: ['type'],
    properties: { type: { enum: types } },
    allOf: typed.map((each) => ({
      if: { type: 'object', required: ['type'], properties: { type: { enum: each.types } } },
      then: each.member,
    })),
  };
}

function typesOf(member: JsonObject, lookup: Lookup): readonly unknown[] {
  const name = typeof member['$ref'] === 'string' ? member['$ref'].split('/').at(-1) : undefined;
  const schema = name === undefined ? member : lookup(name);
  const values = objectOf(objectOf(schema['properties'])['type'])['enum'];
  return Array.isArray(values) ? values : [];
}
