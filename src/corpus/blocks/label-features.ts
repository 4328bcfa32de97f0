import { endingOf, isWideText, openingOf } from '../evidence/characters.ts';
import { readTerms } from '../evidence/cohesion.ts';
import type { Terms } from '../evidence/cohesion.ts';
import { readDateline } from '../evidence/datelines.ts';
import type { FrontItem } from './front-item.ts';
import { isTwoPhrased } from './labels.ts';
import type { NgramModel } from '../evidence/ngrams.ts';
import type { PageWords } from '../evidence/page-words.ts';
import { hasWordAcross } from '../evidence/word-seam.ts';
import type { Surroundings } from './surroundings.ts';

/** What is known of the whole page when its labels are judged. */
export interface LabelContext {
  /** Whether the page marks its headings up, so that one without a mark would be odd. */
  readonly isMarkedPage: boolean;
  ngrams(): NgramModel;
  readonly words: PageWords;
  readonly surroundings: Surroundings;
}

/** How many units beside a label are read for its words. */
const nearbyCount = 4;

/** Everything about a short line and its place that tells a heading from a cut-off piece of text; most are 0 or 1. */
export function describeLabel(items: readonly FrontItem[], at: number, context: LabelContext) {
  const { text } = items[at] ?? { text: '' };
  const { surroundings } = context;
  const before = surroundings.neighbour(at, -1);
  const after = surroundings.neighbour(at, 1);
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
    beforeByline: flag(surroundings.reachesByline(at, 1)),
    afterByline: flag(surroundings.reachesByline(at, -1)),
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
    sharedBelow: sharedWith(words, at + 1, at + 1 + nearbyCount, surroundings),
    sharedAbove: sharedWith(words, at - nearbyCount, at, surroundings),
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

/** How much one text runs on from the other, in nats, never below 0: that it does not says little. */
function running(before: string, after: string, context: LabelContext): number {
  const word = hasWordAcross(before, after) === true ? 2 : 0;
  return word + Math.max(0, context.ngrams().seam(before, after));
}

/** Share of a label's words that the text among some units has too. */
function sharedWith(words: Terms, from: number, to: number, surroundings: Surroundings): number {
  const near: Terms[] = [];
  for (let at = from; at < to; at++) near.push(surroundings.terms(at));
  if (words.size === 0) return 0;
  let count = 0;
  for (const word of words) if (near.some((other) => other.has(word))) count++;
  return count / words.size;
}
