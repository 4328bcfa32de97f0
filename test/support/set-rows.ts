import { createHash } from 'node:crypto';
import type { QuestionSet, SetPassage, SetQuestion } from './set-data.ts';

/** Which questions are asked. What is tuned is tuned on one half and reported on the other. */
export const halves = ['all', 'tuning', 'kept'] as const;
export type Half = (typeof halves)[number];

/** What of a set is measured. */
export interface RowOptions {
  /** Only these languages; all of the set's if not given. */
  readonly langs?: readonly string[];
  /** Also the questions of each language over the passages of each other. */
  readonly cross?: boolean;
  readonly half?: Half;
}

/** A question with what counts as finding its answer in one language's passages. */
export interface RowQuestion {
  readonly question: SetQuestion;
  /** Ids of the passages that answer; empty where the set does not say, or where none does. */
  readonly positives: ReadonlySet<string>;
  /** Answers as the passages' language words them; empty where the set has none. */
  readonly answers: readonly string[];
}

/** Questions of one language over the passages of one language. */
export interface Row {
  readonly from: string;
  readonly to: string;
  readonly questions: readonly RowQuestion[];
}

/**
 * The rows of a set: each language by itself, then, with `cross`, each ordered pair. Languages in alphabetical order
 * unless `langs` gives another; a row without a question is left out.
 */
export function planRows(set: QuestionSet, { langs, cross = false, half = 'all' }: RowOptions): Row[] {
  const chosen = langs ?? [...new Set(set.questions.map(({ lang }) => lang))].sort();
  const pairs = chosen.flatMap((from) => chosen.filter((to) => to !== from).map((to) => ({ from, to })));
  const rows = [...chosen.map((lang) => ({ from: lang, to: lang })), ...(cross ? pairs : [])];
  const finder = new Finder(set);
  return rows
    .map(({ from, to }): Row => {
      const asked = set.questions.filter((question) => question.lang === from && isInHalf(question, half));
      return { from, to, questions: asked.flatMap((question) => finder.place(question, to)) };
    })
    .filter(({ questions }) => questions.length > 0);
}

/**
 * Whether a question belongs to a half: by the first bit of a SHA-256 of its id, or of its group's where it has one, so
 * that a question and its translations are never on both sides.
 */
export function isInHalf({ id, group }: Pick<SetQuestion, 'id' | 'group'>, half: Half): boolean {
  if (half === 'all') return true;
  const first =
    createHash('sha256')
      .update(group ?? id)
      .digest()[0] ?? 0;
  return first < 128 === (half === 'tuning');
}

/** Finds a question's counterparts in another language. */
class Finder {
  readonly #passages = new Map<string, SetPassage>();
  /** Language and group → ids. */
  readonly #byGroup = new Map<string, string[]>();
  /** Language and group → answers of the question that is a translation. */
  readonly #answers = new Map<string, readonly string[]>();
  readonly #langs: ReadonlySet<string>;

  constructor({ passages, questions }: QuestionSet) {
    this.#langs = new Set(passages.map(({ lang }) => lang));
    for (const passage of passages) {
      this.#passages.set(passage.id, passage);
      if (passage.group === null) continue;
      const key = keyOf(passage.lang, passage.group);
      this.#byGroup.set(key, [...(this.#byGroup.get(key) ?? []), passage.id]);
    }
    for (const { lang, group, answers } of questions)
      if (group !== null) this.#answers.set(keyOf(lang, group), answers);
  }

  /** The question for one row, or nothing where it has no place in it. */
  place(question: SetQuestion, to: string): RowQuestion[] {
    const { lang, group, answers, answerable, candidateIds } = question;
    if (!this.#langs.has(to)) return [];
    const positives = new Set(answerable ? this.#listPositives(question, to) : []);
    if (lang === to) return [{ question, positives, answers }];
    // Candidates are of the question's own language, and an answer that no passage is known for proves nothing.
    if (candidateIds !== null || (answerable && positives.size === 0)) return [];
    const translated = group === null ? undefined : this.#answers.get(keyOf(to, group));
    return [{ question, positives, answers: translated ?? [] }];
  }

  #listPositives(
    { lang, positiveIds, positiveIdsOfAll, positiveGroup }: SetQuestion,
    to: string,
  ): readonly string[] {
    if (lang === to) return positiveIds;
    const parallel = positiveIdsOfAll.filter((id) => this.#passages.get(id)?.lang === to);
    if (parallel.length > 0 || positiveGroup === null) return parallel;
    return this.#byGroup.get(keyOf(to, positiveGroup)) ?? [];
  }
}

function keyOf(lang: string, group: string): string {
  return `${lang} ${group}`;
}
