import type { Block } from '../block.ts';
import { readDateline } from '../evidence/datelines.ts';
import { visibleText } from '../evidence/inline-markup.ts';

/** The blocks under one heading of a page: what introduces a story, and the text that stands there. */
export interface Section {
  readonly headline: Block | null;
  readonly kickers: readonly Block[];
  readonly subtitles: readonly Block[];
  readonly bylines: readonly Block[];
  readonly datelines: readonly Block[];
  readonly captions: readonly Block[];
  readonly jumps: readonly Block[];
  /** Paragraphs and crossheads in page order. */
  readonly body: readonly Block[];
  /** The heading of the group of stories this one stands in. */
  readonly groupTitle: string | null;
}

type Draft = {
  -readonly [Key in keyof Section]: Section[Key] extends readonly Block[] ? Block[] : Section[Key];
};

/** The page's sections in order. Headings inside an article stay in its section's body. */
export function readSections(blocks: readonly Block[], pageTitle: string | null): Section[] {
  const drafts = openSections(blocks, pageTitle);
  return foldCrossheads(drafts, pageTitle);
}

function openSections(blocks: readonly Block[], pageTitle: string | null): Draft[] {
  const drafts: Draft[] = [];
  let groupTitle: Block | null = null;
  let draft = emptySection();
  const open = (): void => {
    if (!isEmpty(draft)) drafts.push(draft);
    draft = emptySection();
    draft.groupTitle = groupTitle === null ? null : visibleText(groupTitle.text);
  };
  for (const [at, block] of blocks.entries()) {
    switch (block.kind) {
      case 'kicker':
        if (!isHeadOnly(draft) || draft.headline) open();
        draft.kickers.push(block);
        break;
      case 'headline': {
        if (groupTitle?.level !== undefined && (block.level ?? 7) <= groupTitle.level) groupTitle = null;
        const isStacked = draft.headline !== null && isHeadOnly(draft);
        if (isStacked && draft.headline && draft.headline !== groupTitle) draft.kickers.push(draft.headline);
        else if (!isHeadOnly(draft)) open();
        draft.headline = block;
        draft.groupTitle = groupTitle === null ? null : visibleText(groupTitle.text);
        if (isGroupTitle(blocks, at) && normalTitle(block.text) !== normalTitle(pageTitle ?? '')) {
          groupTitle = block;
          draft.headline = null;
        }
        break;
      }
      case 'subtitle':
        draft.subtitles.push(block);
        break;
      case 'byline':
        draft.bylines.push(block);
        break;
      case 'dateline':
        draft.datelines.push(block);
        break;
      case 'caption':
        draft.captions.push(block);
        break;
      case 'jump-line':
        draft.jumps.push(block);
        break;
      case 'body':
        draft.body.push(block);
        break;
      default:
    }
  }
  open();
  return drafts;
}

function emptySection(): Draft {
  return {
    headline: null,
    kickers: [],
    subtitles: [],
    bylines: [],
    datelines: [],
    captions: [],
    jumps: [],
    body: [],
    groupTitle: null,
  };
}

function isEmpty(draft: Section): boolean {
  return (
    draft.headline === null &&
    draft.kickers.length + draft.body.length + draft.bylines.length + draft.captions.length === 0
  );
}

/** Whether nothing but headings stands in the section so far. */
function isHeadOnly(draft: Section): boolean {
  return (
    draft.body.length +
      draft.bylines.length +
      draft.jumps.length +
      draft.captions.length +
      draft.subtitles.length ===
    0
  );
}

/** A heading straight above a deeper one is the title of a group when two or more such headings follow in its scope. */
function isGroupTitle(blocks: readonly Block[], at: number): boolean {
  const level = blocks[at]?.level;
  const following = blocks
    .slice(at + 1, at + 400)
    .filter((block) => block.kind !== 'furniture' && block.kind !== 'caption');
  if (level === undefined || following[0]?.kind !== 'headline') return false;
  const deeper = following[0].level ?? 0;
  if (deeper <= level) return false;
  let count = 0;
  for (const block of following) {
    if (block.kind !== 'headline' || block.level === undefined) continue;
    if (block.level <= level) break;
    if (block.level === deeper) count++;
  }
  return count >= 2;
}

/**
 * Puts the text under a crosshead back into its article: a heading deeper than the article's own, with nothing of its
 * own that introduces a story (byline, dateline, kicker, subtitle). A title in the front matter stands above all.
 */
function foldCrossheads(drafts: readonly Draft[], pageTitle: string | null): Section[] {
  const title = normalTitle(pageTitle ?? '');
  const hasFrontTitle =
    title !== '' && !drafts.some((draft) => draft.headline && normalTitle(draft.headline.text) === title);
  const isIssueTitle = hasFrontTitle && drafts.filter(introducesStory).length >= 2;
  const folded: Draft[] = [];
  let articleLevel = hasFrontTitle && !isIssueTitle ? 0 : Infinity;
  for (const draft of drafts) {
    const { headline } = draft;
    const article = folded.at(-1);
    const level = headline === null ? Infinity : (headline.level ?? 7);
    if (article && headline && level > articleLevel && article.body.length > 0 && !introducesStory(draft)) {
      article.body.push(headline, ...draft.body);
      article.captions.push(...draft.captions);
      article.jumps.push(...draft.jumps);
      continue;
    }
    folded.push(draft);
    if (headline !== null) articleLevel = Math.min(level, hasFrontTitle && !isIssueTitle ? 0 : Infinity);
  }
  return folded;
}

function introducesStory(draft: Section): boolean {
  const hasDateline = draft.body[0] !== undefined && readDateline(draft.body[0].text) !== null;
  const head = draft.kickers.length + draft.subtitles.length + draft.bylines.length + draft.datelines.length;
  return draft.headline !== null && (hasDateline || head > 0 || draft.body.length === 0);
}

/** A title as titles are compared: letters and digits only. */
export function normalTitle(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
