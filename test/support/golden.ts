import { readFileSync } from 'node:fs';
import type { Answer } from '../../src/answer/answer.ts';
import type { Answerer } from '../../src/answer/answerer.ts';

/** A question with what must be in one of the first three quotes, or with no answer at all. */
export interface GoldenQuestion {
  readonly question: string;
  readonly language: string;
  /** Title of the article that answers; `null` where none does. */
  readonly article?: string | null;
  /** Other titles under which the same article may be found. */
  readonly articleAlternatives?: readonly string[];
  /** Any of these in one of the first three quotes counts. */
  readonly answers: readonly string[];
  readonly reason: string;
  readonly crossLingual?: boolean;
}

/** What came of a golden question. */
export interface GoldenResult {
  readonly golden: GoldenQuestion;
  readonly answer: Answer;
  readonly isHit: boolean;
}

/** The golden questions in a file beside the golden tests. */
export function readGolden(name: string): GoldenQuestion[] {
  return JSON.parse(readFileSync(new URL(`../golden/${name}`, import.meta.url), 'utf8')) as GoldenQuestion[];
}

/** Asks every question as a person would, with the defaults. */
export async function askGolden(
  answerer: Answerer,
  questions: readonly GoldenQuestion[],
): Promise<GoldenResult[]> {
  const results: GoldenResult[] = [];
  for (const golden of questions) {
    const answer = await answerer.answer(golden.question);
    const isHit = answer.quotes.some(({ text }) => golden.answers.some((words) => text.includes(words)));
    results.push({ golden, answer, isHit });
  }
  return results;
}

/** What failed, a line each, for the message of an assertion. */
export function listMisses(results: readonly GoldenResult[]): string {
  return results
    .map(({ golden, answer }) => {
      const got = answer.quotes[0]?.text.slice(0, 60) ?? answer.status;
      return `${golden.question} → ${got} (wanted ${golden.answers[0] ?? 'no answer'})`;
    })
    .join('\n');
}
