import type { Page } from '../article.ts';
import type { BlockKind } from '../block.ts';
import { findDate, isDateLine } from '../evidence/dates.ts';
import { classifyFronts } from './front-groups.ts';
import type { FrontItem } from './front-item.ts';
import type { LabelContext } from './label-features.ts';
import type { FrontMatter } from './front-matter.ts';
import { visibleText } from '../evidence/inline-markup.ts';
import { isLabelText } from './label-text.ts';
import { countNgrams } from '../evidence/ngrams.ts';
import type { NgramModel } from '../evidence/ngrams.ts';
import { readPageWords } from '../evidence/page-words.ts';
import type { PageWords } from '../evidence/page-words.ts';
import { readSurroundings } from './surroundings.ts';
import type { Unit } from './units.ts';

/** The kind of every unit, seen with its neighbours. */
export function classifyUnits(
  units: readonly Unit[],
  page: Page,
  { frontMatter, words }: { readonly frontMatter: FrontMatter; readonly words: PageWords },
): BlockKind[] {
  const items = prepareItems(units, page, frontMatter);
  classifyFronts(items, describePage(items, page, words));
  markPullQuotes(items);
  return items.map((item) => item.kind);
}

/** The units with the kinds that need no neighbours but furniture's. */
export function prepareItems(units: readonly Unit[], page: Page, frontMatter: FrontMatter): FrontItem[] {
  const items = units.map((unit) => makeCandidate(unit, page.text));
  markFurniture(items);
  markMasthead(items, page, frontMatter);
  return items;
}

/** What the labels of a page are judged by; its n-grams are counted when first asked for. */
export function describePage(
  items: readonly FrontItem[],
  page: Page,
  words = readPageWords(page.text),
): LabelContext {
  let ngrams: NgramModel | undefined;
  const texts = (): string[] =>
    items.filter(({ unit, isLabel }) => unit.shape === 'text' && !isLabel).map(({ text }) => text);
  return {
    isMarkedPage: isMarkedPage(items),
    ngrams: () => (ngrams ??= countNgrams(texts())),
    words,
    surroundings: readSurroundings(items),
  };
}

function makeCandidate(unit: Unit, pageText: string): FrontItem {
  const raw = pageText.slice(unit.textStart, unit.textEnd);
  const text = raw.length <= 400 ? visibleText(raw) : raw;
  return {
    unit,
    text,
    kind: firstKind(unit),
    isLabel: unit.shape === 'text' && isLabelText(text, unit.lines.length),
  };
}

function firstKind(unit: Unit): BlockKind {
  if (unit.shape === 'heading') return 'headline';
  return unit.shape === 'text' || unit.shape === 'quote' ? 'body' : unit.shape;
}

/** Whether the page marks its headings: two or more are, and no line above a byline goes without. */
function isMarkedPage(candidates: readonly FrontItem[]): boolean {
  const markedCount = candidates.filter((candidate) => candidate.unit.shape === 'heading').length;
  const hasPlainHeadline = candidates.some(
    ({ kind }, at) =>
      kind === 'byline' &&
      candidates[at - 1]?.isLabel === true &&
      !candidates.slice(Math.max(0, at - 3), at).some(({ unit }) => unit.shape === 'heading'),
  );
  return markedCount >= 2 && !hasPlainHeadline;
}

/** Running heads: a short line that stands on the page more than once. */
function markFurniture(candidates: readonly FrontItem[]): void {
  const counts = new Map<string, number>();
  for (const { text, isLabel } of candidates) if (isLabel) counts.set(text, (counts.get(text) ?? 0) + 1);
  for (const candidate of candidates) {
    if (candidate.isLabel && (counts.get(candidate.text) ?? 0) > 1) candidate.kind = 'furniture';
  }
}

/** The outlet's name and the day's date at the page's head. */
function markMasthead(candidates: readonly FrontItem[], page: Page, frontMatter: FrontMatter): void {
  const names = [page.file.replace(/^.*\//, ''), ...(frontMatter.values.get('source') ?? [])].map(letters);
  for (const [at, candidate] of candidates.slice(0, 4).entries()) {
    const { text } = candidate;
    const isName = letters(text).length >= 4 && names.some((name) => name.startsWith(letters(text)));
    const isDated =
      text.length < 80 && (findDate(text)?.year ?? null) !== null && /(?:^|\D)\d{4}\D{0,12}$/.test(text);
    const isBeforeDate = at === 0 && isDateLine(candidates[1]?.text ?? '');
    if (
      candidate.kind === 'dateline' ||
      ((candidate.isLabel || candidate.kind === 'headline') && (isName || isDated || isBeforeDate))
    ) {
      candidate.kind = candidate.kind === 'dateline' && at > 1 ? 'dateline' : 'furniture';
    } else if (candidate.kind !== 'furniture') return;
  }
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}]/gu, '');
}

/** A pull quote repeats words of a paragraph nearby. */
function markPullQuotes(candidates: readonly FrontItem[]): void {
  for (const [at, candidate] of candidates.entries()) {
    const isQuoted = candidate.unit.shape === 'quote' || /^["“„«「『]/.test(candidate.text);
    if (candidate.kind !== 'body' || !isQuoted || candidate.text.length > 240) continue;
    const words = squeeze(candidate.text);
    const others = candidates.slice(Math.max(0, at - 12), at + 13).filter((other) => other !== candidate);
    const isRepeated =
      words.length >= 8 &&
      others.some((other) => other.kind === 'body' && squeeze(other.text).includes(words));
    if (isRepeated) candidate.kind = 'pull-quote';
  }
}

function squeeze(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}
