import { normalizeForTerms } from './normalize.ts';
import { arabicRules } from './question-rules/ar.ts';
import { germanRules } from './question-rules/de.ts';
import { englishRules } from './question-rules/en.ts';
import { spanishRules } from './question-rules/es.ts';
import { frenchRules } from './question-rules/fr.ts';
import { japaneseRules } from './question-rules/ja.ts';
import type { DateGrain, PlaceSort, QuestionKind, Rule } from './question-rules/rule.ts';
import { russianRules } from './question-rules/ru.ts';
import { chineseRules } from './question-rules/zh.ts';
import { stripQuestionWords } from './question-words.ts';
import { readUnit, type Unit } from './units.ts';

export type { QuestionKind };

/** What a question asks for. */
export interface QuestionType {
  readonly kind: QuestionKind;
  /** Of a count: what is counted or measured, where the question tells. */
  readonly unit: Unit | null;
  /** Of a date: the part that is asked for, where the question tells. */
  readonly grain: DateGrain | null;
  /** Of a place: whether a country is asked for, or a city; null for any place. */
  readonly place: PlaceSort | null;
  /** Of a count: the things counted, folded ("points" of "how many points"); of Chinese and Japanese, the signs that follow. */
  readonly counted: readonly string[];
}

const rulesOf: Readonly<Record<string, readonly Rule[]>> = {
  zh: chineseRules,
  ja: japaneseRules,
  en: englishRules,
  es: spanishRules,
  fr: frenchRules,
  de: germanRules,
  ru: russianRules,
  ar: arabicRules,
};

const unknown: QuestionType = { kind: 'other', unit: null, grain: null, place: null, counted: [] };

/** The end of a question is what asks; of a longer one the rest is a quotation or an attempt to be slow. UTF-16 units. */
const maxQuestionUnits = 400;

/** "When the match was stopped, who …": the clause before the comma does not ask. */
const openingClause =
  /^(?:when|while|after|before|where|as|if|cuando|si|quand|lorsque|si|wenn|als|когда|если)\s[^,?]{1,200},\s(?=(?:\p{L}+\s)?(?:who|what|which|how|where|why|quien|que|cuant|cual|donde|qui|quel|combien|wer|was|wie|wo|welch|кто|что|как|сколько|где))/u;

/** What a question asks for; `other` where no rule of its language (ISO 639-1) knows. Linear in the question's length. */
export function readQuestionType(question: string, language: string): QuestionType {
  const folded = normalizeForTerms(question.trim().slice(-maxQuestionUnits));
  const isSpaceless = language === 'zh' || language === 'ja';
  const asked = isSpaceless
    ? folded.replace(/[\s「」"]/gu, '')
    : folded.replace(/[’`]/gu, "'").replace(openingClause, '');
  const found = findRule(asked, rulesOf[language.slice(0, 2)] ?? [], isSpaceless);
  if (found === null) return unknown;
  const { rule, end } = found;
  if (rule.kind !== 'count')
    return { ...unknown, kind: rule.kind, grain: rule.grain ?? null, place: rule.place ?? null };
  const { unit, counted } = isSpaceless
    ? readCountedSigns(asked, end)
    : readCountedWords(asked, end, language);
  return { ...unknown, kind: 'count', unit: rule.unit ?? unit, counted };
}

interface FoundRule {
  readonly rule: Rule;
  /** Where the wording ends. */
  readonly end: number;
}

function findRule(asked: string, rules: readonly Rule[], isSpaceless: boolean): FoundRule | null {
  let best: (FoundRule & { readonly start: number }) | null = null;
  for (const rule of rules) {
    const match = rule.asks.exec(asked);
    if (match === null || (best !== null && match.index >= best.start)) continue;
    best = { rule, start: match.index, end: match.index + match[0].length };
    if (isSpaceless) break;
  }
  return best;
}

interface Counted {
  readonly unit: Unit | null;
  readonly counted: readonly string[];
}

function readCountedWords(asked: string, end: number, language: string): Counted {
  const next = asked.slice(end, end + 60);
  const unit = readUnit(next, 0)?.unit ?? null;
  const nouns = stripQuestionWords(next, language).match(/[\p{L}\p{M}]{2,}/gu) ?? [];
  return { unit, counted: nouns.slice(0, 3) };
}

function readCountedSigns(asked: string, end: number): Counted {
  const unit = readUnit(asked, end)?.unit ?? null;
  const next = /^[\p{Script=Han}\p{Script=Katakana}ー々]{1,4}/u.exec(asked.slice(end, end + 4));
  return { unit, counted: next === null ? [] : [next[0]] };
}
