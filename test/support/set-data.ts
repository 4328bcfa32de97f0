import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/** A passage of a question set. */
export interface SetPassage {
  readonly id: string;
  readonly lang: string;
  /** Empty where the set has none. */
  readonly title: string;
  readonly text: string;
  /** Passages that say the same in several languages share it. */
  readonly group: string | null;
}

/** A question of a set. */
export interface SetQuestion {
  readonly id: string;
  readonly lang: string;
  readonly question: string;
  /** Passages that answer it, in its own language; empty where the set does not say which. */
  readonly positiveIds: readonly string[];
  /** Passages that answer it in all languages; some may be of languages that the set leaves out. */
  readonly positiveIdsOfAll: readonly string[];
  /** Group of the passages that answer it. */
  readonly positiveGroup: string | null;
  /** Only these passages are searched; `null` for all of its language. */
  readonly candidateIds: readonly string[] | null;
  readonly answers: readonly string[];
  readonly answerable: boolean;
  /** Translations of one question share it. */
  readonly group: string | null;
}

/** Questions with the passages that are searched for their answers. */
export interface QuestionSet {
  /** Name of its folder. */
  readonly name: string;
  readonly passages: readonly SetPassage[];
  readonly questions: readonly SetQuestion[];
}

/** A question set that can not be measured; the message names files and lines and what is wrong with them. */
export class SetDataError extends Error {
  override readonly name = 'SetDataError';
}

/** Problems that are told one by one; of others only the number. */
const problemsTold = 10;

const id = z.string().min(1, 'is empty');
const lang = z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/, 'is no language code such as zh');
const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);
const words = z.string().refine(hasWords, 'has no letter and no digit');

const passageSchema = z
  .object({ id, lang, title: z.string(), text: words, group: z.string().nullish() })
  .transform((passage): SetPassage => ({ ...passage, group: passage.group ?? null }));

const questionSchema = z
  .object({
    id,
    lang,
    question: words,
    positive_ids: z.array(z.string()).nullable(),
    positive_ids_all: z.array(z.string()).nullish(),
    positive_group: z.string().nullish(),
    candidate_ids: z.array(z.string()).min(1, 'is empty').nullish(),
    answers: z.array(z.string()),
    answerable: z.boolean(),
    group: z.string().nullish(),
  })
  .transform(
    ({ positive_ids, positive_ids_all, positive_group, candidate_ids, group, ...rest }): SetQuestion => ({
      ...rest,
      positiveIds: positive_ids ?? [],
      positiveIdsOfAll: positive_ids_all ?? [],
      positiveGroup: positive_group ?? null,
      candidateIds: candidate_ids ?? null,
      group: group ?? null,
    }),
  );

/** A value with the place it was read from, as a message names it. */
interface Placed<Value> {
  readonly place: string;
  readonly value: Value;
}

/**
 * Reads a folder of `passages.jsonl` and `questions.jsonl`, one JSON object a line; CONTRIBUTING.md has their keys.
 * Keys that are not known are passed over.
 *
 * @throws SetDataError naming every file and line that is wrong, the first ten in words
 */
export function readQuestionSet(folder: string): QuestionSet {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new SetDataError(
      `There is no folder ${folder}.\nName one that holds passages.jsonl and questions.jsonl.`,
    );
  const problems: string[] = [];
  const passages = readLines(path.join(folder, 'passages.jsonl'), passageSchema, problems);
  const questions = readLines(path.join(folder, 'questions.jsonl'), questionSchema, problems);
  // What is missing from a file that was not read whole would be reported again for every line that refers to it.
  if (problems.length === 0) problems.push(...checkReferences(passages, questions));
  if (problems.length > 0) throw new SetDataError(describeProblems(folder, problems));
  const values = <Value>(placed: readonly Placed<Value>[]): Value[] => placed.map(({ value }) => value);
  return { name: path.basename(folder), passages: values(passages), questions: values(questions) };
}

function readLines<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
  problems: string[],
): Placed<z.output<Schema>>[] {
  const name = path.basename(file);
  if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) {
    problems.push(`${name} is missing`);
    return [];
  }
  const placed: Placed<z.output<Schema>>[] = [];
  for (const [at, line] of readFileSync(file, 'utf8').split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const place = `${name}, line ${String(at + 1)}`;
    const parsed = parseJson(line);
    const checked = parsed === undefined ? undefined : schema.safeParse(parsed.value);
    if (checked?.success === true) placed.push({ place, value: checked.data });
    else problems.push(`${place}: ${checked ? describeIssues(checked.error, parsed?.value) : 'not JSON'}`);
  }
  if (placed.length === 0 && problems.length === 0) problems.push(`${name} is empty`);
  return placed;
}

function parseJson(line: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(line) as unknown };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function describeIssues(error: z.ZodError, value: unknown): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'no JSON object';
  return error.issues
    .map(({ path: [key], message }) => {
      const isMissing = typeof key === 'string' && !(key in value);
      return `${String(key)} ${isMissing ? 'is missing' : message.replace(/^Invalid input: /, 'is wrong: ')}`;
    })
    .join('; ');
}

function checkReferences(
  passages: readonly Placed<SetPassage>[],
  questions: readonly Placed<SetQuestion>[],
): string[] {
  const langOf = new Map(passages.map(({ value }) => [value.id, value.lang]));
  const groups = new Set(passages.flatMap(({ value }) => value.group ?? []));
  return [
    ...listRepeats(passages),
    ...listRepeats(questions),
    ...questions.flatMap(({ place, value }) =>
      checkQuestion(value, langOf, groups).map((problem) => `${place}: ${problem}`),
    ),
  ];
}

function listRepeats(placed: readonly Placed<{ readonly id: string }>[]): string[] {
  const first = new Map<string, string>();
  return placed.flatMap(({ place, value }) => {
    const earlier = first.get(value.id);
    first.set(value.id, earlier ?? place);
    return earlier === undefined ? [] : [`${place}: id ${value.id} stands in ${earlier} too`];
  });
}

function checkQuestion(
  { lang: own, positiveIds, candidateIds, positiveGroup }: SetQuestion,
  langOf: ReadonlyMap<string, string>,
  groups: ReadonlySet<string>,
): string[] {
  const checkIds = (key: string, ids: readonly string[]): string[] =>
    ids.flatMap((wanted) => {
      const found = langOf.get(wanted);
      if (found === undefined) return [`${key} names ${wanted}, which is no passage`];
      return found === own ? [] : [`${key} names ${wanted}, which is in ${found}, not in ${own}`];
    });
  const candidates = new Set(candidateIds ?? positiveIds);
  return [
    ...checkIds('positive_ids', positiveIds),
    ...checkIds('candidate_ids', candidateIds ?? []),
    ...positiveIds
      .filter((wanted) => !candidates.has(wanted))
      .map((wanted) => `positive_ids names ${wanted}, which is not among candidate_ids`),
    ...(positiveGroup !== null && !groups.has(positiveGroup)
      ? [`positive_group names ${positiveGroup}, which is the group of no passage`]
      : []),
  ];
}

function describeProblems(folder: string, problems: readonly string[]): string {
  const told = problems.slice(0, problemsTold);
  const more = problems.length - told.length;
  return [
    `The question set ${folder} can not be measured:`,
    ...told.map((problem) => `  ${problem}`),
    ...(more > 0 ? [`  and ${String(more)} more`] : []),
    'Correct these lines; CONTRIBUTING.md has the keys of a question set.',
  ].join('\n');
}
