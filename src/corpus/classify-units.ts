import type { Page } from './article.ts';
import type { BlockKind } from './block.ts';
import { endingOf, isWideText, openingOf } from './characters.ts';
import { readDateline } from './datelines.ts';
import { findDate, isDateLine } from './dates.ts';
import type { FrontMatter } from './front-matter.ts';
import { isTwoPhrased, rankLabels } from './labels.ts';
import { visibleText } from './inline-markup.ts';
import type { Unit } from './units.ts';

/** A unit with what its neighbours need to know of it. */
interface Candidate {
  readonly unit: Unit;
  readonly text: string;
  /** Whether it could be a headline, kicker or subtitle: short, and not closed by a full stop. */
  readonly isLabel: boolean;
  kind: BlockKind;
}

/** The kind of every unit, seen with its neighbours. */
export function classifyUnits(units: readonly Unit[], page: Page, frontMatter: FrontMatter): BlockKind[] {
  const candidates = units.map((unit) => makeCandidate(unit, page.text));
  markFurniture(candidates);
  markMasthead(candidates, page, frontMatter);
  const hasMarkup = candidates.filter((candidate) => candidate.unit.shape === 'heading').length >= 2;
  for (const group of frontGroups(candidates)) classifyGroup(group, hasMarkup);
  markPullQuotes(candidates);
  return candidates.map((candidate) => candidate.kind);
}

function makeCandidate(unit: Unit, pageText: string): Candidate {
  const raw = pageText.slice(unit.textStart, unit.textEnd);
  const text = raw.length <= 400 ? visibleText(raw) : raw;
  return { unit, text, kind: firstKind(unit), isLabel: unit.shape === 'text' && isLabelText(text, unit.lines.length) };
}

function firstKind(unit: Unit): BlockKind {
  if (unit.shape === 'heading') return 'headline';
  return unit.shape === 'text' || unit.shape === 'quote' ? 'body' : unit.shape;
}

function isLabelText(text: string, lineCount: number): boolean {
  if (lineCount > 3 || text === '' || text.length > (isWideText(text) ? 45 : 130)) return false;
  if (/^(?:[-*+•]\s|\d{1,3}[.)]\s|\|)/.test(text) || /[,，、;；:：]$/.test(text)) return false;
  if (/[。！？!?.]["”’»」』)）]?\s*\S/u.test(text.slice(0, -1)) && /[。]|[.!?]\s/u.test(text.slice(0, -1))) return false;
  if (openingOf(text) === 'open') return false;
  return endingOf(text) !== 'closed' || (/[?？!！]["”’»」』]?$/u.test(text) && !/^["“«„「『]/.test(text));
}

/** Running heads: a short line that stands on the page more than once. */
function markFurniture(candidates: readonly Candidate[]): void {
  const counts = new Map<string, number>();
  for (const { text, isLabel } of candidates) if (isLabel) counts.set(text, (counts.get(text) ?? 0) + 1);
  for (const candidate of candidates) {
    if (candidate.isLabel && (counts.get(candidate.text) ?? 0) > 1) candidate.kind = 'furniture';
  }
}

/** The outlet's name and the day's date at the page's head. */
function markMasthead(candidates: readonly Candidate[], page: Page, frontMatter: FrontMatter): void {
  const names = [page.file.replace(/^.*\//, ''), ...(frontMatter.values.get('source') ?? [])].map(letters);
  for (const [at, candidate] of candidates.slice(0, 4).entries()) {
    const { text } = candidate;
    const isName = letters(text).length >= 4 && names.some((name) => name.startsWith(letters(text)));
    const isDated = text.length < 80 && (findDate(text)?.year ?? null) !== null && /(?:^|\D)\d{4}\D{0,12}$/.test(text);
    const isBeforeDate = at === 0 && isDateLine(candidates[1]?.text ?? '');
    if (candidate.kind === 'dateline' || ((candidate.isLabel || candidate.kind === 'headline') && (isName || isDated || isBeforeDate))) {
      candidate.kind = candidate.kind === 'dateline' && at > 1 ? 'dateline' : 'furniture';
    } else if (candidate.kind !== 'furniture') return;
  }
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}]/gu, '');
}

/** What stands between two body paragraphs, with the paragraphs around it. */
interface FrontGroup {
  readonly before: Candidate | undefined;
  readonly items: readonly Candidate[];
  readonly after: Candidate | undefined;
}

function frontGroups(candidates: readonly Candidate[]): FrontGroup[] {
  const groups: FrontGroup[] = [];
  let before: Candidate | undefined;
  let items: Candidate[] = [];
  for (const candidate of candidates) {
    if (candidate.kind === 'furniture') continue;
    if (candidate.kind === 'body' && !candidate.isLabel) {
      if (items.length > 0) groups.push({ before, items, after: candidate });
      before = candidate;
      items = [];
    } else items.push(candidate);
  }
  if (items.length > 0) groups.push({ before, items, after: undefined });
  return groups;
}

function classifyGroup(group: FrontGroup, hasMarkup: boolean): void {
  const headings = group.items.filter((item) => item.kind === 'headline');
  if (headings.length > 0) classifyMarked(group, headings);
  else classifyPlain(group, hasMarkup);
}

/** Beside a heading that is marked up: the label above it is its kicker, labels below are subtitles. */
function classifyMarked(group: FrontGroup, headings: readonly Candidate[]): void {
  let sawHeading = false;
  let isOpen = true;
  for (const [at, item] of group.items.entries()) {
    if (item.kind === 'headline') {
      sawHeading = true;
      isOpen = true;
    } else if (item.kind === 'byline' || item.kind === 'jump-line') isOpen = false;
    else if (item.isLabel) {
      const isAbove = group.items[at + 1] === headings.find((heading) => !sawHeading || group.items.indexOf(heading) > at);
      if (isAbove && (!sawHeading || !isOpen)) item.kind = isCutOff(group.before) && !sawHeading && !isTwoPhrased(item.text) ? 'body' : 'kicker';
      else item.kind = sawHeading && isOpen ? 'subtitle' : 'body';
    }
  }
}

function isCutOff(body: Candidate | undefined): boolean {
  return body !== undefined && endingOf(body.text) === 'open';
}


/** Without markup a label is a headline only where something speaks for it: a byline, a dateline, a fresh paragraph. */
function classifyPlain(group: FrontGroup, hasMarkup: boolean): void {
  const { items, before, after } = group;
  const lastByline = items.findLastIndex((item) => item.kind === 'byline' || item.kind === 'dateline');
  const lastLabel = items.findLastIndex((item) => item.isLabel);
  const firstLabel = items.findIndex((item) => item.isLabel);
  if (firstLabel < 0) return;
  const hasByline = lastByline > firstLabel;
  const hasDateline = after !== undefined && readDateline(after.text) !== null;
  const jump = items.findIndex((item) => item.kind === 'jump-line');
  const isReference = jump > firstLabel && after === undefined;
  const isFresh = after !== undefined && openingOf(after.text) !== 'open' && !isCutOff(before) && !hasMarkup;
  if (!hasByline && !hasDateline && !isReference && !isFresh) return;
  const end = hasByline ? lastByline : lastLabel + 1;
  const labels = items.slice(0, end).filter((item) => item.isLabel);
  const ranks = rankLabels(labels.map((label) => label.text));
  for (const [at, label] of labels.entries()) label.kind = ranks[at] ?? 'body';
}

/** A pull quote repeats words of a paragraph nearby. */
function markPullQuotes(candidates: readonly Candidate[]): void {
  for (const [at, candidate] of candidates.entries()) {
    const isQuoted = candidate.unit.shape === 'quote' || /^["“„«「『]/.test(candidate.text);
    if (candidate.kind !== 'body' || !isQuoted || candidate.text.length > 240) continue;
    const words = squeeze(candidate.text);
    const others = candidates.slice(Math.max(0, at - 12), at + 13).filter((other) => other !== candidate);
    const isRepeated = words.length >= 8 && others.some((other) => other.kind === 'body' && squeeze(other.text).includes(words));
    if (isRepeated) candidate.kind = 'pull-quote';
  }
}

function squeeze(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}
