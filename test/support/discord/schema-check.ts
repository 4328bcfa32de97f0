import { existsSync, readFileSync } from 'node:fs';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { Finding } from './rules/rule.ts';
import { prepareDocument } from './schema-transform.ts';
import { isObject, objectOf, objectsIn, parseJson, textOf, type JsonObject } from './wire.ts';

/** The parts of a request that are described. */
export interface DescribedRequest {
  readonly parameters: JsonObject;
  readonly query: JsonObject;
  readonly body: unknown;
}

/** Checks against Discord's OpenAPI description. */
export interface SchemaCheck {
  /** `on`, or `skipped: ` and why. */
  readonly state: string;
  /** What is wrong with a request by the description of its method and path. */
  readonly checkRequest: (method: string, path: string, request: DescribedRequest) => readonly Finding[];
  /** What is wrong with an entity, `MessageResponse` for instance, at most three things. */
  readonly checkEntity: (schema: string, value: unknown) => readonly string[];
}

const opened = new Map<string, SchemaCheck>();
const documentId = 'discord';
/** More say nothing new: they follow from the first ones. */
const errorLimit = 3;

/** The checks by a file; without the file none, which `state` says. Read once a process. */
export function openSchemaCheck(file: string): SchemaCheck {
  const known = opened.get(file);
  if (known !== undefined) return known;
  const check = existsSync(file) ? createSchemaCheck(file) : skippedCheck(`there is no ${file}`);
  opened.set(file, check);
  return check;
}

function skippedCheck(reason: string): SchemaCheck {
  return { state: `skipped: ${reason}`, checkRequest: () => [], checkEntity: () => [] };
}

function createSchemaCheck(file: string): SchemaCheck {
  const document = prepareDocument(objectOf(parseJson(readFileSync(file, 'utf8'))));
  const paths = objectOf(document['paths']);
  const validate = createValidator(document, { coerceTypes: false });
  // Everything in an address is text.
  const validateAddress = createValidator(document, { coerceTypes: true });
  return {
    state: 'on',
    checkEntity: (schema, value) => validate(`/components/schemas/${schema}`, value),
    checkRequest: (method, path, request) => {
      const item = objectOf(paths[path]);
      const operation = objectOf(item[method.toLowerCase()]);
      const at = `/paths/${escapePointer(path)}/${method.toLowerCase()}`;
      if (item[method.toLowerCase()] === undefined)
        return [{ rule: 'openapi-route', detail: 'not described', isRefused: false }];
      const parameters = [
        ...locate(item['parameters'], `/paths/${escapePointer(path)}/parameters`),
        ...locate(operation['parameters'], `${at}/parameters`),
      ];
      return [
        ...checkAddress(parameters, request, validateAddress),
        ...checkBody(operation, request.body, (value) =>
          validate(`${at}/requestBody/content/application~1json/schema`, value),
        ),
      ].map((detail) => ({
        rule: 'openapi',
        detail,
        isRefused: !detail.includes('must NOT have additional'),
      }));
    },
  };
}

type Validator = (pointer: string, value: unknown) => readonly string[];

/** Validates by pointers into the description; each is compiled when it is first used. */
function createValidator(document: JsonObject, options: { readonly coerceTypes: boolean }): Validator {
  const ajv = new Ajv2020({
    ...options,
    strict: false,
    allErrors: true,
    validateSchema: false,
    logger: false,
  });
  formats.default(ajv);
  ajv.addFormat('snowflake', /^\d{1,20}$/).addFormat('nonce', true);
  ajv.addSchema({ ...document, $id: documentId }, documentId, undefined, false);
  const compiled = new Map<string, ValidateFunction>();
  return (pointer, value) => {
    const validate = compiled.get(pointer) ?? ajv.compile({ $ref: `${documentId}#${encodeURI(pointer)}` });
    compiled.set(pointer, validate);
    return validate(value) ? [] : describeErrors(validate.errors ?? []);
  };
}

interface LocatedParameter {
  readonly pointer: string;
  readonly parameter: JsonObject;
}

function locate(parameters: unknown, pointer: string): readonly LocatedParameter[] {
  return objectsIn(parameters).map((parameter, position) => ({
    parameter,
    pointer: `${pointer}/${position}/schema`,
  }));
}

function checkAddress(
  described: readonly LocatedParameter[],
  { parameters, query }: DescribedRequest,
  validate: Validator,
): readonly string[] {
  const names = described.map(({ parameter }) => textOf(parameter['name']));
  const unknown = Object.keys(query).filter((name) => !names.includes(name));
  return [
    ...unknown.map((name) => `must NOT have additional query ${name}`),
    ...described.flatMap(({ parameter, pointer }) => {
      const name = textOf(parameter['name']);
      const value = parameter['in'] === 'path' ? parameters[name] : query[name];
      return value === undefined ? [] : validate(pointer, value).map((error) => `${name}: ${error}`);
    }),
  ];
}

function checkBody(operation: JsonObject, body: unknown, validate: (body: unknown) => readonly string[]) {
  if (!isObject(operation['requestBody'])) return body === undefined ? [] : ['takes no body'];
  if (body !== undefined) return validate(body);
  return objectOf(operation['requestBody'])['required'] === true ? ['needs a body'] : [];
}

/** The errors that name their cause, the deepest first: those of a union or a decision only say that there is one. */
function describeErrors(errors: readonly ErrorObject[]): readonly string[] {
  const causes = errors.filter(({ keyword }) => !['oneOf', 'anyOf', 'if', 'allOf'].includes(keyword));
  const sorted = [...(causes.length > 0 ? causes : errors)].sort(
    (one, other) => depthOf(other) - depthOf(one),
  );
  return [...new Set(sorted.map(describeError))].slice(0, errorLimit);
}

function depthOf({ instancePath }: ErrorObject): number {
  return instancePath.split('/').length;
}

function describeError({ instancePath, message = '', params }: ErrorObject): string {
  const extra = textOf(objectOf(params)['additionalProperty']);
  const allowed = objectOf(params)['allowedValues'];
  const details = [extra, Array.isArray(allowed) ? allowed.join(', ') : ''].filter((text) => text !== '');
  return [instancePath || 'it', message, ...details].join(' ');
}

function escapePointer(path: string): string {
  return path.replaceAll('~', '~0').replaceAll('/', '~1');
}
