import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readRawPage } from '../../../src/preview/archive/raw-page.ts';
import type { RawPage } from '../../../src/preview/archive/raw-page.ts';
import { formPage } from '../../support/pages.ts';
import { openPreview } from '../support/open-preview.ts';

const corpus = path.resolve(import.meta.dirname, '../../../corpus');
const torn = readdirSync(corpus).filter((name) => name.startsWith('dunmarrow'));

async function rawOf(files: Record<string, string>, title: string): Promise<RawPage> {
  const preview = await openPreview(files);
  const view = preview.openView();
  try {
    const id = await preview.articleId(title);
    const article = (await view.articles([id])).get(id);
    if (article === undefined) throw new Error(`no article ${title}`);
    return await readRawPage(article);
  } finally {
    await view.close();
  }
}

describe('readRawPage', () => {
  it('shows a torn page line by line, with what each was taken for and where paragraphs were joined', async () => {
    const [name = ''] = torn;
    const text = readFileSync(path.join(corpus, name), 'utf8');
    const raw = await rawOf({ [name]: text }, 'Tanner Street');
    if ('problem' in raw) throw new Error(raw.problem);
    expect(raw.lines.map((line) => line.text)).toEqual(text.split('\n'));
    const kinds = new Set(raw.lines.map(({ kind }) => kind));
    for (const kind of ['headline', 'byline', 'body', 'jump-line']) expect(kinds).toContain(kind);
    expect(raw.joins.length).toBeGreaterThan(0);
    for (const { lines, confidence } of raw.joins) {
      expect(lines[0]).toBeLessThan(lines[1]);
      expect(confidence).toBeLessThanOrEqual(1);
    }
    expect(raw.lines.some(({ isOwn }) => isOwn) && raw.lines.some(({ isOwn }) => !isOwn)).toBe(true);
  });

  it('shows of a long page the part around the article', async () => {
    const filler = Array.from({ length: 1500 }, (_, at) => `Line ${at} of the long minutes of the council.`);
    const raw = await rawOf(
      { 'long.md': formPage({ title: 'Minutes', source: 'Council' }, ...filler) },
      'Minutes',
    );
    if ('problem' in raw) throw new Error(raw.problem);
    expect(raw.lineCount).toBeGreaterThan(3000);
    expect(raw.lines.length).toBeLessThanOrEqual(2001);
    expect(raw.lines.find(({ isOwn }) => isOwn)?.text).toMatch(/^Line 0 /);
  });

  it('cuts a line that is as long as a file, and no character in two', async () => {
    const raw = await rawOf(
      { 'wide.md': formPage({ title: 'Wide', source: 'S' }, `a${'🗞️新闻'.repeat(2000)}。`) },
      'Wide',
    );
    if ('problem' in raw) throw new Error(raw.problem);
    const widest = raw.lines.find(({ isOwn }) => isOwn)?.text ?? '';
    expect(widest.length).toBe(2001);
    expect(widest.isWellFormed()).toBe(true);
  });

  it('says why a page that is gone can not be shown', async () => {
    const preview = await openPreview({ 'a.md': formPage({ title: 'Gone', source: 'S' }, '不见了。') });
    const view = preview.openView();
    const id = await preview.articleId('Gone');
    const article = (await view.articles([id])).get(id);
    await view.close();
    rmSync(path.join(preview.corpus, 'a.md'));
    if (article === undefined) throw new Error('no article');
    expect(await readRawPage(article)).toEqual({ file: 'a.md', problem: 'unreadable' });
  });
});
