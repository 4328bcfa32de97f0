import { todayIn, writeDay } from './period/calendar.ts';
import { findPhrases, type Phrase } from './period/find-phrases.ts';
import { foldQuestion } from './period/fold-question.ts';
import { asksForNewest } from './period/newest.ts';
import { languagesOf, vocabularyOf, type PeriodLanguage } from './period/vocabularies.ts';
import type { Period } from './period.ts';

/**
 * The period that a question names. `from` is null where only its end is named ("before 2020").
 *
 * What is asked about happened then; the article that tells of it may be younger, and hardly ever older. A filter by the
 * day of publication should therefore begin at `from` and stay open, and be one only where the period is relative.
 */
export interface QuestionPeriod extends Omit<Period, 'from'> {
  readonly from: string | null;
  /** The words that name it, offsets into the question in UTF-16 units; of several periods the first. */
  readonly phrase: { readonly start: number; readonly end: number };
  /**
   * Whether it counts from today ("yesterday", "last week", "since Monday"), as one asks for fresh news. Else a year, a
   * month or a date is named, as one asks for what an article of any age may tell: prefer by it, do not filter.
   */
  readonly isRelative: boolean;
  /** As `prefersNewest` says. */
  readonly prefersNewest: boolean;
}

/** When and where a question was asked. */
export interface AskedAt {
  readonly now: Date;
  /** An IANA name, `Europe/Madrid`. */
  readonly timeZone: string;
}

/** The start of a question is read, of a longer one the rest is a quotation or an attempt to be slow. UTF-16 units. */
const maxQuestionUnits = 2000;

/** Languages that write 5/11/2023 on 5 November. English writes both, Chinese and Japanese neither. */
const dayFirst: ReadonlySet<PeriodLanguage> = new Set(['es', 'fr', 'de', 'pt', 'ru', 'ar']);

/**
 * The period that a question in zh, ja, en, es, fr, de, pt, ru or ar names, looking back from the day it is for the
 * asker; null where it names none, one still to come, or a relative and an absolute one of which either may be meant.
 * Weeks begin on Monday; a month or a weekday alone is the latest that is not to come. Of periods within each other the
 * innermost counts, of several of one sort all from the first to the last. Linear in the question's length.
 *
 * @throws RangeError for a time zone that Intl does not know and for an invalid date
 */
export function readQuestionPeriod(question: string, { now, timeZone }: AskedAt): QuestionPeriod | null {
  const today = todayIn(now, timeZone);
  const head = question.slice(0, maxQuestionUnits);
  const folded = foldQuestion(head);
  const languages = languagesOf(folded.text);
  const phrase = mergePhrases(
    findPhrases(folded, {
      vocabularies: languages.map(vocabularyOf),
      today,
      isDayFirst: languages.every((language) => dayFirst.has(language)),
      question: head,
    }),
  );
  if (phrase === null) return null;
  const { span, isRelative } = phrase;
  return {
    from: span.from === null ? null : writeDay(span.from),
    to: writeDay(span.to),
    phrase: { start: folded.offsets[phrase.start] ?? 0, end: (folded.offsets[phrase.end - 1] ?? 0) + 1 },
    isRelative,
    prefersNewest: asksForNewest(folded.text),
  };
}

/** Whether a question asks for the newest there is: "latest", 最新, "últimas noticias", "последние новости". */
export function prefersNewest(question: string): boolean {
  return asksForNewest(foldQuestion(question.slice(0, maxQuestionUnits)).text);
}

function mergePhrases(phrases: readonly Phrase[]): Phrase | null {
  const [first, ...rest] = phrases;
  if (first === undefined) return null;
  let merged = first;
  for (const phrase of rest) {
    const inner = innerOf(merged, phrase);
    if (inner !== null) merged = inner;
    else if (phrase.isRelative === merged.isRelative) merged = { ...merged, span: hullOf(merged, phrase) };
    // "What did the mayor say yesterday about the fire of 2 March 2024?": which dates the article is not told.
    else return null;
  }
  return merged;
}

/** The one of two that lies within the other, the first where they are the same. */
function innerOf(a: Phrase, b: Phrase): Phrase | null {
  const isWithin = (inner: Phrase, outer: Phrase): boolean =>
    (inner.span.from ?? -Infinity) >= (outer.span.from ?? -Infinity) && inner.span.to <= outer.span.to;
  if (isWithin(a, b)) return a;
  return isWithin(b, a) ? b : null;
}

function hullOf({ span: a }: Phrase, { span: b }: Phrase): Phrase['span'] {
  return {
    from: a.from === null || b.from === null ? null : Math.min(a.from, b.from),
    to: Math.max(a.to, b.to),
  };
}
