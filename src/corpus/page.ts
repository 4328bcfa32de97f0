import type { Page } from './article.ts';
import type { Block, BlockKind } from './block.ts';
import { readFrontMatter } from './blocks/front-matter.ts';
import type { FrontMatter } from './blocks/front-matter.ts';
import { classifyUnits } from './blocks/classify-units.ts';
import { readLines } from './blocks/page-lines.ts';
import type { PageLine } from './blocks/page-lines.ts';
import { readPageWords } from './evidence/page-words.ts';
import type { PageWords } from './evidence/page-words.ts';
import { readUnits } from './blocks/units.ts';

/** A page as typed blocks, with its front matter and the words they were told by. */
export interface PageBlocks {
  readonly blocks: readonly Block[];
  readonly frontMatter: FrontMatter;
  readonly words: PageWords;
}

/** A block before the white space around it is shared out. */
interface Draft {
  readonly kind: BlockKind;
  readonly first: PageLine;
  readonly last: PageLine;
  readonly textStart: number;
  readonly textEnd: number;
  readonly level?: number;
}

/** The page's blocks in order; see Block for how they tile the page. Linear in the page's length. */
export function readBlocks(page: Page): Block[] {
  return [...parsePage(page).blocks];
}

/** The page's blocks, its front matter and its words. */
export function parsePage(page: Page): PageBlocks {
  const lines = readLines(page.text);
  const frontMatter = readFrontMatter(lines);
  const head = draftFrontMatter(lines.slice(0, frontMatter.lineCount));
  const units = readUnits(lines.slice(frontMatter.lineCount));
  const words = readPageWords(page.text);
  const kinds = classifyUnits(units, page, { frontMatter, words });
  const drafts = units.flatMap((unit, at): Draft[] => {
    const first = unit.lines[0];
    const last = unit.lines.at(-1);
    if (first === undefined || last === undefined) return [];
    const level = unit.level === undefined ? {} : { level: unit.level };
    return [
      { kind: kinds[at] ?? 'body', first, last, textStart: unit.textStart, textEnd: unit.textEnd, ...level },
    ];
  });
  return { blocks: tilePage(page.text, [...head, ...drafts]), frontMatter, words };
}

function draftFrontMatter(lines: readonly PageLine[]): Draft[] {
  const first = lines[0];
  const last = lines.at(-1);
  if (first === undefined || last === undefined) return [];
  return [{ kind: 'front-matter', first, last, textStart: first.start, textEnd: last.end }];
}

/** Gives every character to a block: blank lines to the block before them, leading ones to the first. */
function tilePage(text: string, drafts: readonly Draft[]): Block[] {
  if (drafts.length === 0 && text !== '') {
    return [{ kind: 'blank', start: 0, end: text.length, lines: [1, 1], text: '', textStart: 0 }];
  }
  return drafts.map((draft, at): Block => {
    const level = draft.kind === 'headline' && draft.level !== undefined ? { level: draft.level } : {};
    return {
      kind: draft.kind,
      start: at === 0 ? 0 : draft.first.start,
      end: drafts[at + 1]?.first.start ?? text.length,
      lines: [draft.first.number, draft.last.number],
      text: text.slice(draft.textStart, draft.textEnd),
      textStart: draft.textStart,
      ...level,
    };
  });
}
