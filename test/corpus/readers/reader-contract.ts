import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Lines } from '../../../src/corpus/article.ts';
import { checkSlice } from '../../../src/corpus/provenance.ts';
import type { FileReading, OpenedPage } from '../../../src/corpus/readers/reader.ts';
import { openPage } from '../../../src/corpus/readers/readers.ts';

/** What an article of a fixture must be. */
export interface ExpectedArticle {
  readonly title: string;
  readonly source: string;
  readonly publishedOn: string | null;
  readonly authors: readonly string[];
  readonly language: string;
  readonly url: string | null;
  readonly body: string;
  /** Of the first and the last segment. */
  readonly lines: readonly [first: Lines, last: Lines];
}

/** What a reader is tested with. */
export interface ContractCase {
  readonly files: readonly {
    readonly file: string;
    readonly bytes: Uint8Array;
    readonly charset: string | null;
    readonly articles: readonly ExpectedArticle[];
    readonly skipped?: readonly string[];
  }[];
  /** The ending that bad files get. */
  readonly extension: string;
}

/** The bytes of a fixture. */
export function fixture(name: string): Uint8Array {
  return readFileSync(path.join(import.meta.dirname, '../../fixtures/readers', name));
}

/** Opens a file that must be readable. */
export async function openReadable(file: string, bytes: Uint8Array): Promise<OpenedPage> {
  const page = await openPage(file, bytes);
  if ('reason' in page) throw new Error(`${file}: ${page.reason} ${page.detail}`);
  return page;
}

/** What every reader must keep to. */
export function describeReader(name: string, { files, extension }: ContractCase): void {
  describe(`the reader contract, kept by ${name}`, () => {
    describe.each(files)('for $file', ({ file, bytes, charset, articles, skipped = [] }) => {
      it('gives title, source, date, authors, language, address and text', async () => {
        const reading = (await openReadable(file, bytes)).read();
        expect(reading.articles.map(pickExpected)).toEqual(articles);
      });

      it('says in which encoding it was read and what was passed over', async () => {
        const page = await openReadable(file, bytes);
        expect(page.charset).toBe(charset);
        expect(page.read().skipped.map(({ detail }) => detail)).toEqual(skipped);
      });

      it('gives bodies that are slices of the page’s text, with nothing but white space between', async () => {
        const page = await openReadable(file, bytes);
        for (const article of page.read().articles) {
          const { body, segments } = article;
          expect(checkSlice(article, { start: 0, end: body.length }, page.text)).toBe(true);
          for (const { start, end, pageStart } of segments) {
            expect(page.text.slice(pageStart, pageStart + end - start)).toBe(body.slice(start, end));
          }
        }
      });

      it('tiles the page’s text with blocks', async () => {
        const page = await openReadable(file, bytes);
        const { blocks } = page.read();
        expect(blocks.map(({ start, end }) => page.text.slice(start, end)).join('')).toBe(page.text);
      });

      it('reads the same again: text, articles and ids', async () => {
        const first = await openReadable(file, bytes);
        const again = await openReadable(file, Uint8Array.from(bytes));
        expect(again.text).toBe(first.text);
        expect(again.read()).toEqual(first.read());
        expect(first.read()).toEqual(first.read());
      });

      it('keeps ids when the file moves to another folder', async () => {
        const moved = await openReadable(`deeper/down/${path.basename(file)}`, bytes);
        expect(idsOf(moved.read())).toEqual(idsOf((await openReadable(file, bytes)).read()));
      });

      it('has an id of its own for each article', async () => {
        const ids = idsOf((await openReadable(file, bytes)).read());
        expect(new Set(ids).size).toBe(ids.length);
      });
    });

    it.each([
      ['nothing', ''],
      ['white space', ' \n\u3000\r\n'],
      ['zero bytes', Buffer.alloc(64)],
      ['random bytes', Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * at * 31 + at * 7) % 256))],
    ])('sets %s aside', async (_what, bytes) => {
      expect(await openPage(`bad${extension}`, Buffer.from(bytes))).toHaveProperty('reason');
    });
  });
}

function idsOf({ articles }: FileReading): string[] {
  return articles.map(({ id }) => id);
}

function pickExpected({
  title,
  source,
  publishedOn,
  authors,
  language,
  url,
  body,
  segments,
}: FileReading['articles'][number]): ExpectedArticle {
  const lines = segments.map((segment) => segment.lines);
  return {
    title,
    source,
    publishedOn,
    authors,
    language,
    url,
    body,
    lines: [lines[0] ?? [0, 0], lines.at(-1) ?? [0, 0]],
  };
}
