import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Markup } from './evaluation-page/markup.ts';
import { readPageSections, replacePageSection } from './evaluation-page/page.ts';
import { replaceSection } from './report-sections.ts';

/** What a report says of one measurement, in either form. */
export interface ReportSection {
  readonly name: string;
  readonly markdown: string;
  /** Draws it for a page; null where there is nothing but tables. */
  readonly draw: (() => Markup) | null;
}

/** Whether a report is a page with diagrams, by its ending; else it is markdown. */
export function isPage(file: string): boolean {
  return path.extname(file).toLowerCase() === '.html';
}

/** Whether sections can be put into a file: not if it is a page of something else, or there is no such folder. */
export function canHoldSections(file: string): boolean {
  if (!existsSync(path.dirname(file))) return false;
  if (!isPage(file) || !existsSync(file)) return true;
  try {
    readPageSections(readFileSync(file, 'utf8'));
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/**
 * Puts a section into a report in place of the one of its name; the report is begun where there is none.
 *
 * @throws RangeError as `replaceSection` and `replacePageSection`, and for a page where the section draws nothing
 */
export function writeSection(file: string, { name, markdown, draw }: ReportSection): void {
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
  writeFileSync(
    file,
    isPage(file) ? replacePageSection(before, name, drawn(draw)) : replaceSection(before, name, markdown),
  );
}

function drawn(draw: ReportSection['draw']): Markup {
  if (draw === null) throw new RangeError('the section has tables only');
  return draw();
}
