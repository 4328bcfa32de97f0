import { describeLabel } from './label-features.ts';
import type { LabelContext } from './label-features.ts';
import { labelWeights } from './label-weights.ts';
import { rankLabels } from './labels.ts';
import type { FrontItem } from './front-item.ts';
import { weigh } from '../evidence/weigh.ts';

/** Decides which short lines between paragraphs are headlines, kickers and subtitles, and which are cut-off text. */
export function classifyFronts(items: readonly FrontItem[], context: LabelContext): void {
  const heads = new Set(items.filter((_, at) => isHead(items, at, context)));
  for (const group of headGroups(items, heads)) nameHeads(group);
}

/**
 * Least evidence, in nats, for a line that nothing marks up being no part of the text. Above 0, even odds: a headline
 * left in a text can still be read, words taken for a headline are missing from it (docs/decisions/0016-moved-pieces.md).
 */
const leastHead = 0.5;

function isHead(items: readonly FrontItem[], at: number, context: LabelContext): boolean {
  const item = items[at];
  if (item?.kind === 'headline') return true;
  return (
    item?.isLabel === true &&
    item.kind === 'body' &&
    weigh(describeLabel(items, at, context), labelWeights) > leastHead
  );
}

/** Headings that stand together: up to the next paragraph, jump line or byline. */
function headGroups(items: readonly FrontItem[], heads: ReadonlySet<FrontItem>): FrontItem[][] {
  const groups: FrontItem[][] = [];
  let open: FrontItem[] = [];
  const close = (): void => {
    if (open.length > 0) groups.push(open);
    open = [];
  };
  for (const item of items) {
    if (heads.has(item)) open.push(item);
    else if (item.kind === 'body' || item.kind === 'jump-line' || item.kind === 'byline') close();
  }
  close();
  return groups;
}

/** Beside headings that are marked up, what is above is a kicker, what is below a subtitle; else their order decides. */
function nameHeads(group: readonly FrontItem[]): void {
  const marked = group.filter(({ kind }) => kind === 'headline');
  if (marked.length === 0) {
    const ranks = rankLabels(group.map(({ text }) => text));
    for (const [at, item] of group.entries()) item.kind = ranks[at] ?? 'body';
    return;
  }
  const last = group.findLastIndex(({ kind }) => kind === 'headline');
  for (const [at, item] of group.entries()) {
    if (item.kind !== 'headline') item.kind = at < last ? 'kicker' : 'subtitle';
  }
}
