import path from 'node:path';
import type { Embedder } from '../../src/embed/embedder.ts';
import type { OnProgress } from '../../src/pipeline/progress.ts';
import { describeEvidence } from '../../src/answer/evidence.ts';
import type { Evidence } from '../../src/answer/evidence.ts';
import { rateEvidence } from '../../src/answer/confidence.ts';
import type { ConfidenceModel } from '../../src/answer/confidence.ts';
import { rankSentences } from '../../src/answer/quote.ts';
import type { Retrieval } from '../../src/answer/answer.ts';
import type { Answerer } from '../../src/answer/answerer.ts';
import { readGolden } from './golden.ts';
import { openRealAnswerer } from './real-answerer.ts';
import { spread } from './spread.ts';
import { fitChoices } from './logistic.ts';
import type { QuestionSet } from './set-data.ts';
import { openSetIndex } from './set-index.ts';
import { planRows } from './set-rows.ts';
import type { RowQuestion } from './set-rows.ts';

/** The evidence for a question's best sentence, and whether the passages answer it. */
export interface Example {
  readonly evidence: Evidence;
  readonly isAnswerable: boolean;
}

const newsName = 'sample corpus';

/** Examples that together have one say. */
export interface ExampleGroup {
  readonly name: string;
  readonly examples: readonly Example[];
}

/** What examples are read with. */
export interface ExampleContext {
  /** Holds indexes and embeddings between runs. */
  readonly folder: string;
  readonly embedder: Embedder;
  readonly holder: string;
  readonly onProgress: OnProgress;
  /** Most questions of a set and language. */
  readonly most: number;
  readonly langs?: readonly string[] | undefined;
}

/** Passages that quotes are taken from, as in the answerer. */
const passagesQuoted = 12;

/**
 * A question as it is, and, where it is known which passages answer it, once more without them: then it has no answer,
 * and what is nearest is about something like it.
 */
async function listExamples(
  { question, positives }: RowQuestion,
  answerer: Pick<Answerer, 'retrieve'>,
): Promise<Example[]> {
  const filter = question.candidateIds === null ? {} : { articleIds: question.candidateIds };
  const found = await answerer.retrieve(question.question, { filter });
  const examples = [example(found, question.answerable)];
  if (question.answerable && positives.size > 0) {
    const without = found.passages.filter(({ article }) => !positives.has(article.id));
    examples.push(example({ ...found, passages: without }, false));
  }
  return examples.flatMap((each) => each ?? []);
}

function example({ question, passages }: Retrieval, isAnswerable: boolean): Example | null {
  const best = rankSentences(question, passages.slice(0, passagesQuoted))[0];
  return best === undefined ? null : { evidence: describeEvidence(question, best, passages), isAnswerable };
}

/** The tuning half of a set, a group a language. */
export async function listSetExamples(set: QuestionSet, context: ExampleContext): Promise<ExampleGroup[]> {
  const groups: ExampleGroup[] = [];
  for (const row of planRows(set, { half: 'tuning', ...(context.langs && { langs: context.langs }) })) {
    const index = await openSetIndex(
      set.passages.filter(({ lang }) => lang === row.to),
      {
        ...context,
        folder: path.join(context.folder, `${set.name}-${row.to}`),
        cacheFile: path.join(context.folder, 'cache.db'),
      },
    );
    try {
      const examples: Example[] = [];
      const asked = spread(row.questions, context.most);
      for (const question of asked) {
        examples.push(...(await listExamples(question, index.answerer)));
        context.onProgress({ stage: 'ask', done: examples.length, total: asked.length });
      }
      groups.push({ name: `${set.name} ${row.from}`, examples });
    } finally {
      await index.close();
    }
  }
  return groups;
}

/** The golden questions of the sample corpus. */
export async function listGoldenExamples(
  corpusFolder: string,
  { embedder }: ExampleContext,
): Promise<ExampleGroup> {
  const answerer = await openRealAnswerer(corpusFolder, embedder);
  try {
    const examples: Example[] = [];
    for (const { question, answers } of readGolden('sample-corpus.json'))
      examples.push(
        ...[example(await answerer.retrieve(question), answers.length > 0)].flatMap((each) => each ?? []),
      );
    return { name: newsName, examples };
  } finally {
    await answerer.close();
  }
}

/** Share of the sample corpus' questions with an answer that may be refused. */
const falseRefusals = 0.04;

/** The sample corpus is news and its questions are worded freely: it counts twice. */
const newsWeight = 2;

/** A logistic model with its provenance; each group, and in it each of the two outcomes, has the same say. */
export function fitConfidence(groups: readonly ExampleGroup[], fittedOn: string): ConfidenceModel {
  const all = groups.reduce((sum, { examples }) => sum + examples.length, 0);
  const choices = groups.flatMap(({ name, examples }) =>
    examples.map(({ evidence, isAnswerable }) => {
      const alike = examples.filter((other) => other.isAnswerable === isAnswerable).length;
      const weight = ((name === newsName ? newsWeight : 1) * all) / (2 * groups.length * alike);
      return { options: [{}, { intercept: 1, ...evidence }], right: isAnswerable ? 1 : 0, weight };
    }),
  );
  const { intercept = 0, ...weights } = fitChoices(choices, { steps: 8000, ridge: 0.00003 });
  const model = { intercept, weights: weights as Record<keyof Evidence, number> };
  const news = groups.find(({ name }) => name === newsName)?.examples ?? [];
  const answerable = news
    .filter(({ isAnswerable }) => isAnswerable)
    .map(({ evidence }) => rateEvidence(evidence, model));
  const sorted = answerable.sort((a, b) => a - b);
  return {
    fittedOn,
    examples: Object.fromEntries(groups.map(({ name, examples }) => [name, examples.length])),
    ...model,
    answerFrom: Math.floor((sorted[Math.floor(falseRefusals * sorted.length)] ?? 0.5) * 100) / 100,
    sureFrom: 0.5,
  };
}
