import { endingOf, isWideText, openingOf } from '../evidence/characters.ts';
import { readTerms, sharedShare } from '../evidence/cohesion.ts';
import { readDateline } from '../evidence/datelines.ts';
import type { FrontItem } from './front-item.ts';
import { isTwoPhrased } from './labels.ts';
import type { NgramModel } from '../evidence/ngrams.ts';
import type { PageWords } from '../evidence/page-words.ts';
import { hasWordAcross } from '../evidence/word-seam.ts';

/** What is known of the whole page when its labels are judged. */
export interface LabelContext {
  /** Whether the page marks its headings up, so that one without a mark would be odd. */
  readonly isMarkedPage: boolean;
  ngrams(): NgramModel;
  readonly words: PageWords;
}

/** How many units beside a label are read for its words. */
const nearbyCount = 4;

/** Everything about a short line and its place that tells a heading from a cut-off piece of text; most are 0 or 1. */
export function describeLabel(items: readonly FrontItem[], at: number, context: LabelContext) {
  const { text } = items[at] ?? { text: '' };
  const before = neighbour(items, at, -1);
  const after = neighbour(items, at, 1);
  const above = before?.kind === 'body' ? before.text : undefined;
  const below = after?.kind === 'body' ? after.text : undefined;
  const isAfterOpen = above !== undefined && !before?.isLabel && endingOf(above) === 'open';
  const opening = below === undefined ? null : openingOf(below);
  const isBeforeBody = below !== undefined && after?.isLabel === false;
  const words = readTerms(text);
  const wordCount = text.split(/\s+/).length;
  return {
    bias: 1,
    markedPage: flag(context.isMarkedPage),
    beforeByline: flag(reaches(items, at, 1)),
    afterByline: flag(reaches(items, at, -1)),
    beforeJump: flag(after?.kind === 'jump-line'),
    aboveHeading: flag(after?.kind === 'headline'),
    belowHeading: flag(before?.kind === 'headline'),
    aboveLabel: flag(after?.isLabel === true),
    belowLabel: flag(before?.isLabel === true),
    afterOpen: flag(isAfterOpen),
    afterClosed: flag(above !== undefined && endingOf(above) === 'closed'),
    pageStart: flag(before === undefined),
    beforeOpen: flag(isBeforeBody && opening === 'open'),
    beforeDateline: flag(isBeforeBody && readDateline(below) !== null),
    betweenOpen: flag(isAfterOpen && isBeforeBody && opening === 'open'),
    afterHyphen: flag(above !== undefined && /\p{L}[-\u2010\u00ad]$/u.test(above)),
    running: isBeforeBody ? running(text, below, context) : 0,
    knownPair: flag(isBeforeBody && context.words.hasPair(text, below)),
    knownPairFrom: flag(isAfterOpen && context.words.hasPair(above, text)),
    nameBelow: flag(isBeforeBody && context.words.isName(/^\p{Lu}\p{L}*/u.exec(below)?.[0] ?? '')),
    endsInNumber: flag(/\d$/.test(text)),
    runningFrom: isAfterOpen ? running(above, text, context) : 0,
    sharedBelow: sharedShare(words, nearbyTerms(items.slice(at + 1, at + 1 + nearbyCount))),
    sharedAbove: sharedShare(words, nearbyTerms(items.slice(Math.max(0, at - nearbyCount), at))),
    allCapitals: flag(/\p{Lu}{3}/u.test(text) && text === text.toUpperCase()),
    capital: flag(/^["“«„¿¡]?\p{Lu}/u.test(text)),
    fewWords: flag(!isWideText(text) && wordCount <= 3),
    length: Math.min(1, text.length / (isWideText(text) ? 40 : 100)),
    twoPhrased: flag(isTwoPhrased(text)),
    spaced: flag(isWideText(text) && /\s/.test(text)),
    comma: flag(/[,，、]/.test(text)),
    dashed: flag(/^[—–]/.test(text)),
    question: flag(/[?？!！]$/.test(text)),
  };
}

/** The features of a label by name. */
export type LabelFeatures = ReturnType<typeof describeLabel>;

function flag(value: boolean): number {
  return value ? 1 : 0;
}

/** The next unit that is not furniture or a caption. */
function neighbour(items: readonly FrontItem[], at: number, step: 1 | -1): FrontItem | undefined {
  let next = at + step;
  while (items[next]?.kind === 'furniture' || items[next]?.kind === 'caption') next += step;
  return items[next];
}

/** Whether nothing but labels and captions stands between the label and a byline. */
function reaches(items: readonly FrontItem[], at: number, step: 1 | -1): boolean {
  for (let next = at + step; ; next += step) {
    const item = items[next];
    if (item === undefined) return false;
    if (item.kind === 'byline' || item.kind === 'dateline') return true;
    if (!item.isLabel && item.kind !== 'caption' && item.kind !== 'furniture') return false;
  }
}

/** How much one text runs on from the other, in nats, never below 0: that it does not says little. */
function running(before: string, after: string, context: LabelContext): number {
  const word = hasWordAcross(before, after) === true ? 2 : 0;
  return word + Math.max(0, context.ngrams().seam(before, after));
}

function nearbyTerms(items: readonly FrontItem[]) {
  const texts = items.filter(({ kind, isLabel }) => kind === 'body' && !isLabel).map(({ text }) => text.slice(0, 1500));
  return readTerms(texts.join('\n'));
}
