import type { Unit } from '../units.ts';

/** What a question asks for. `definition` is what something is, `other` everything that no rule knows. */
export type QuestionKind =
  | 'count'
  | 'date'
  | 'duration'
  | 'age'
  | 'person'
  | 'place'
  | 'organisation'
  | 'reason'
  | 'manner'
  | 'yes-no'
  | 'definition'
  | 'other';

/** The part of a date that is asked for: `day` is a date with its day, `time` an hour of the day. */
export type DateGrain = 'century' | 'year' | 'month' | 'day' | 'weekday' | 'time';

export type PlaceSort = 'country' | 'city';

interface RuleDetail {
  readonly unit?: Unit;
  readonly grain?: DateGrain;
  readonly place?: PlaceSort;
}

/** A wording and what it asks for. */
export interface Rule extends RuleDetail {
  readonly asks: RegExp;
  readonly kind: QuestionKind;
}

/** Wordings are parts of a pattern and match a folded question (`normalizeForTerms`). */
type RuleTable = readonly (readonly [kind: QuestionKind, wording: string, detail?: RuleDetail])[];

/** The rules of a language with spaces between words: a wording matches whole words. */
export function rulesOfWords(table: RuleTable): readonly Rule[] {
  return table.map(([kind, wording, detail]) => ({
    ...detail,
    kind,
    asks: new RegExp(`(?<![\\p{L}\\p{N}])(?:${wording})(?![\\p{L}\\p{N}])`, 'u'),
  }));
}

/** The rules of a language without spaces: a wording matches wherever it stands. */
export function rulesOfSigns(table: RuleTable): readonly Rule[] {
  return table.map(([kind, wording, detail]) => ({ ...detail, kind, asks: new RegExp(wording, 'u') }));
}
