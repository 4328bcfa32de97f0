import type { Day, Span } from './calendar.ts';
import type { FoldedQuestion } from './fold-question.ts';
import type { Role, Vocabulary } from './grammar.ts';
import type { Found, Reading } from './reading.ts';

/** A period that a question names, with the words that make it one. */
export interface Phrase {
  /** Offsets into the folded question. */
  readonly start: number;
  readonly end: number;
  /** `from` is null where only the end is named ("before 2020"). */
  readonly span: { readonly from: Day | null; readonly to: Day };
  readonly isRelative: boolean;
}

/** What phrases are looked for with. */
export interface PhraseSearch {
  readonly vocabularies: readonly Vocabulary[];
  readonly today: Day;
  readonly isDayFirst: boolean;
  /** The question as it was asked, for its capitals. */
  readonly question: string;
}

interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly cueStart: number;
  readonly role: Role | null;
  readonly suffixEnd: number;
  readonly suffixRole: Role | null;
  readonly reading: Reading;
  readonly vocabulary: Vocabulary;
}

/** The longest word before or behind a period that is looked at, "a partir du" and its like. */
const maxCueUnits = 32;

/** The periods that a folded question names, in order, none over another. */
export function findPhrases(folded: FoldedQuestion, search: PhraseSearch): readonly Phrase[] {
  const chosen = withoutOverlaps(
    search.vocabularies.flatMap((vocabulary) => findCandidates(folded, vocabulary, search)),
  );
  return joinCandidates(withoutDoubledWeekdays(chosen, folded.text), folded.text, search.today);
}

function findCandidates(folded: FoldedQuestion, vocabulary: Vocabulary, search: PhraseSearch): Candidate[] {
  const { text } = folded;
  const { today, isDayFirst } = search;
  const isAhead = vocabulary.ahead.test(text) || vocabulary.aheadAsWritten?.test(search.question) === true;
  const candidates: Candidate[] = [];
  for (const { pattern, reader } of vocabulary.rules) {
    for (const match of text.matchAll(pattern)) {
      const found: Found = {
        groups: match.groups ?? {},
        today,
        isDayFirst,
        valueOf: vocabulary.valueOf,
        weekdayOf: vocabulary.weekdayOf,
      };
      const reading = reader(found);
      if (reading === null || (isAhead && reading.recurs)) continue;
      const [start, end] = [match.index, match.index + match[0].length];
      if (!isOneHere(folded, { start, end, reading, vocabulary, question: search.question })) continue;
      candidates.push({ start, end, reading, vocabulary, ...cuesAround(text, start, end, vocabulary) });
    }
  }
  return candidates;
}

interface Place {
  readonly start: number;
  readonly end: number;
  readonly reading: Reading;
  readonly vocabulary: Vocabulary;
  readonly question: string;
}

/** Streets and squares are named after days: "Avenida 25 de Mayo", "rue du 4 septembre". */
const street =
  /(?<![a-z])(?:avenida|av|calle|plaza|barrio|estadio|rua|praca|rue|place|avenue|boulevard|strasse|platz)(?: du| do| de| del|\.)? $/;

/** Whether what stands around a wording leaves it a period. */
function isOneHere(
  { text, offsets }: FoldedQuestion,
  { start, end, reading, vocabulary, question }: Place,
): boolean {
  const behind = text.slice(end, end + maxCueUnits);
  if (vocabulary.next?.test(behind) === true) return false;
  if (reading.recurs && street.test(text.slice(Math.max(0, start - maxCueUnits), start))) return false;
  if (reading.sort === 'year' && reading.needsCue) return vocabulary.yearEnd.test(behind);
  if (vocabulary.capitalised === null || !reading.recurs || reading.sort === 'relative') return true;
  const isCapital = (at: number): boolean => /^\p{Lu}/u.test(question.charAt(offsets[at] ?? question.length));
  // English writes its months and days with a capital, and names too: "in May Street", "on Sunday Times".
  if (behind.startsWith(' ') && isCapital(end + 1)) return false;
  const name = vocabulary.capitalised.exec(text.slice(start, end));
  return name === null || isCapital(start + name.index);
}

function cuesAround(text: string, start: number, end: number, vocabulary: Vocabulary) {
  const before = vocabulary.cueBefore.exec(text.slice(Math.max(0, start - maxCueUnits), start));
  const behind = vocabulary.cueAfter?.exec(text.slice(end, end + maxCueUnits)) ?? null;
  const suffixRole = roleOf(behind);
  return {
    cueStart: start - (before?.[0].trimStart().length ?? 0),
    role: roleOf(before),
    // What only stands behind a period, as 的 does, is no part of it.
    suffixEnd: suffixRole === 'in' ? end : end + (behind?.[0].length ?? 0),
    suffixRole,
  };
}

const roles: readonly Role[] = ['in', 'since', 'before', 'after', 'until', 'between'];

function roleOf(match: RegExpExecArray | null): Role | null {
  return roles.find((role) => match?.groups?.[role] !== undefined) ?? null;
}

function hasCue({ role, suffixRole }: Candidate): boolean {
  return role !== null || suffixRole !== null;
}

/** Of candidates over one another, the first, then the longest, then the one with a cue. */
function withoutOverlaps(candidates: readonly Candidate[]): readonly Candidate[] {
  const sorted = [...candidates].sort(
    (a, b) => a.start - b.start || b.end - a.end || Number(hasCue(b)) - Number(hasCue(a)),
  );
  const kept: Candidate[] = [];
  for (const candidate of sorted) if (candidate.start >= (kept.at(-1)?.end ?? 0)) kept.push(candidate);
  return kept;
}

/** "Monday, 3 November" and "3 November (Monday)" are one date: the weekday goes. */
function withoutDoubledWeekdays(candidates: readonly Candidate[], text: string): readonly Candidate[] {
  const isWeekdayBeside = (a: Candidate, b: Candidate | undefined): boolean => {
    if (b?.reading.sort !== 'date' || a.reading.sort !== 'weekday') return false;
    const between = a.start < b.start ? text.slice(a.end, b.start) : text.slice(b.end, a.start);
    return /^ ?[,(،、]? ?(?:the |den |dem |der |el |le |em |dia )?$/u.test(between);
  };
  const isDoubled = candidates.map(
    (a, at) => isWeekdayBeside(a, candidates[at - 1]) || isWeekdayBeside(a, candidates[at + 1]),
  );
  return candidates.flatMap((candidate, at) => {
    if (isDoubled[at] === true) return [];
    // "On Monday, 3 November": the cue is the weekday's.
    const before = isDoubled[at - 1] === true ? candidates[at - 1] : undefined;
    const isOwn = before === undefined || hasCue(candidate);
    return [isOwn ? candidate : { ...candidate, cueStart: before.cueStart, role: before.role }];
  });
}

function joinCandidates(candidates: readonly Candidate[], text: string, today: Day): readonly Phrase[] {
  const phrases: Phrase[] = [];
  for (let at = 0; at < candidates.length; at++) {
    const candidate = candidates[at]!;
    const next = candidates[at + 1];
    const range = next === undefined ? null : joinRange(candidate, next, text, today);
    const phrase = range ?? readAlone(candidate, text, today);
    if (phrase !== null) phrases.push(phrase);
    if (range !== null) at++;
  }
  return phrases;
}

/** "From March to May 2023", "3月至5月": an end that names no year takes it from the other. */
function joinRange(a: Candidate, b: Candidate, text: string, today: Day): Phrase | null {
  const between = text.slice(a.end, b.start);
  const { strongJoiner, weakJoiner } = b.vocabulary;
  const isJoined = strongJoiner.test(between) || (a.role === 'between' && weakJoiner.test(between));
  if (!isJoined || (a.reading.needsCue && !hasCue(a))) return null;
  let last = b.reading.resolve(today);
  if (last === null) return null;
  const first = a.reading.resolve(last.from);
  if (first === null) return null;
  const almostAYear = 364;
  if (!a.reading.recurs && b.reading.recurs)
    last = b.reading.resolve(Math.min(today, first.from + almostAYear));
  if (last === null || first.from > last.from || first.from > today) return null;
  const isSince = b.suffixRole === 'since' || b.suffixRole === 'after';
  return {
    start: a.cueStart,
    end: isSince ? b.end : b.suffixEnd,
    span: { from: first.from, to: last.to },
    isRelative: isRelative(a.reading) && isRelative(b.reading),
  };
}

function readAlone(candidate: Candidate, text: string, today: Day): Phrase | null {
  const { reading, cueStart, suffixEnd } = candidate;
  // "Of" in Spanish or French may begin a range; before one period it makes a name: "Plaza de Mayo", "Mundial de 2022".
  const isNamed = candidate.suffixRole !== null || (candidate.role !== null && candidate.role !== 'between');
  if (reading.needsCue && !isNamed) return null;
  const span = reading.resolve(today);
  if (span === null || span.from > today) return null;
  const [before, behind] = [candidate.role ?? 'in', candidate.suffixRole ?? 'in'];
  const role = behind === 'in' || behind === 'between' ? before : behind;
  // "After yesterday's storm" is after a part of yesterday; the "in" of "in Sunday's fire" is the fire's.
  const isPossessive = text.startsWith("'s ", candidate.end);
  const bounded = applyRole(reading.isRange ? 'in' : role, span, { today, isPossessive });
  return bounded === null
    ? null
    : {
        start: isPossessive && role === 'in' ? candidate.start : cueStart,
        end: suffixEnd,
        span: bounded,
        isRelative: isRelative(reading),
      };
}

function isRelative(reading: Reading): boolean {
  return reading.sort === 'relative' || reading.sort === 'weekday';
}

function applyRole(
  role: Role,
  { from, to }: Span,
  { today, isPossessive }: { readonly today: Day; readonly isPossessive: boolean },
): Phrase['span'] | null {
  switch (role) {
    case 'in':
    case 'between':
      return { from, to };
    case 'since':
      return { from, to: today + 1 };
    case 'after': {
      const start = isPossessive ? from : to;
      return start > today ? null : { from: start, to: today + 1 };
    }
    case 'before':
      return { from: null, to: isPossessive ? to : from };
    case 'until':
      return { from: null, to };
  }
}
