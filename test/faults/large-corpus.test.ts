import { spawnSync } from 'node:child_process';
import { truncateSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { chunkBody } from '../../src/corpus/chunk.ts';
import { extensions, openPage } from '../../src/corpus/readers/readers.ts';
import { chunkTerms } from '../../src/text/terms.ts';
import { formPage, tinyCorpus } from '../support/pages.ts';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts';

interface IndexFigures {
  readonly counts: { readonly pages: number; readonly articles: number };
  readonly filesFound: number;
  readonly setAside: readonly { readonly path: string; readonly reason: string; readonly detail: string }[];
  readonly tookMs: number;
  readonly peakBytes: number;
}

/** Indexes a folder in a process of its own, which is killed past five minutes. */
function indexInProcess(folder: string): IndexFigures {
  const script = path.join(import.meta.dirname, '../support/index-folder.ts');
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--import', 'tsx', script, folder, temporaryFolder()],
    { encoding: 'utf8', timeout: 300_000 },
  );
  expect(`${String(status)} ${stderr}`).toBe('0 ');
  return JSON.parse(stdout) as IndexFigures;
}

const megabyte = 1_000_000;

describe('a corpus of many files', () => {
  it('is indexed in bounded time and memory: 10,000 small ones', () => {
    const towns = ['Osk', '青崖', 'نوران', 'Озёрск', 'เชียงใหม่'];
    const pages = Array.from({ length: 10_000 }, (_, at): [string, string] => {
      const town = `${towns[at % towns.length] ?? ''} ${String(at)}`;
      const facts = { title: `News of ${town}`, source: 'Osk Gazette', date: '2025-03-04' };
      return [
        `${String(at % 100)}/${String(at)}.md`,
        formPage(facts, `The ferry of ${town} sails again. A ticket costs ${String(at)} crowns.`),
      ];
    });
    const small = indexInProcess(writeFiles(temporaryFolder(), Object.fromEntries(pages.slice(0, 1_000))));
    const large = indexInProcess(writeFiles(temporaryFolder(), Object.fromEntries(pages)));
    expect(large).toMatchObject({
      filesFound: 10_000,
      counts: { pages: 10_000, articles: 10_000 },
      setAside: [],
    });
    // Ten times the files: ten times as long, or a hundred times where each is compared with each. The graph of the vector
    // index grows a little faster than its size.
    expect(large.tookMs).toBeLessThan(25 * small.tookMs);
    expect(large.peakBytes).toBeLessThan(700 * megabyte);
  });
});

describe('a file of 500 MB', () => {
  it.each([...extensions])('is reported and takes nothing: %s', (extension) => {
    const alone = indexFigures(null);
    const beside = indexFigures(extension);
    expect(beside.setAside).toMatchObject([{ reason: 'too-large', detail: String(500 * megabyte) }]);
    expect(beside.counts).toEqual(alone.counts);
    expect(beside.peakBytes).toBeLessThan(alone.peakBytes + 100 * megabyte);
  });

  const known = new Map<string | null, IndexFigures>();

  /** Of the small corpus, with a large file of one kind beside its pages. */
  function indexFigures(extension: string | null): IndexFigures {
    const figures = known.get(extension) ?? indexInProcess(makeFolder(extension));
    known.set(extension, figures);
    return figures;
  }

  function makeFolder(extension: string | null): string {
    const folder = writeFiles(temporaryFolder(), tinyCorpus);
    if (extension !== null) {
      writeFiles(folder, { [`large${extension}`]: 'The ferry sails.' });
      // All but its first bytes are a hole, which takes no room.
      truncateSync(path.join(folder, `large${extension}`), 500 * megabyte);
    }
    return folder;
  }
});

describe('a line of a million characters', () => {
  /** What is repeated, and what stands for it. */
  const units: readonly (readonly [what: string, unit: string])[] = [
    ['one letter', 'a'],
    ['English sentences', 'The old ferry sails again on Monday and a ticket costs nine crowns. '],
    ['Chinese without a mark', '中'],
    ['Chinese sentences', '大桥昨天正式通车，全长三百二十米。'],
    ['Japanese', 'の港で'],
    ['Arabic words', 'سوق '],
    ['Thai words', 'ท่าเรือ เปิด '],
    ['digits', '1'],
    ['numbers', '1,000.5 '],
    ['emoji of several characters', '👩‍👩‍👧'],
    ['letters under marks', 'e\u0301\u0302\u0303'],
    ['marks alone', '\u0301'],
    ['dashes', '—'],
    ['full stops', '. '],
    ['numbers of a list', '1. '],
    ['abbreviations', 'U.S. '],
    ['initials', 'J. K. '],
    ['quotations that never end', '“'],
    ['quotations in quotations', '“a。”'],
    ['straight quotation marks', '"'],
    ['brackets that never close', '（'],
    ['links', '[a](b) '],
    ['pictures that never close', '!['],
    ['tags', '<b>x</b> '],
    ['entities', '&amp;'],
    ['stars', '*_'],
    ['addresses', 'http://a.b/ '],
    ['hyphens', 'a-'],
    ['spaces between words', `a${' '.repeat(999)}`],
    ['separators of paragraphs', 'a\u2029'],
  ];
  /** Reading, cutting and counting terms takes 3 s on two busy cores. */
  const limitMs = 20_000;
  /** Of a sentence, and of a chunk without repeated white space. */
  const longest = { sentence: 400, chunk: 2_000 };
  /** Of e5's tokens one is some three characters of Latin, and less of other scripts. */
  const countTokens = (text: string): number => Math.ceil(text.length / 3);

  const longestOf = (lengths: readonly number[]): number => lengths.reduce((a, b) => Math.max(a, b), 0);

  it.each(units)('is read, cut into sentences and chunks in bounded time: %s', async (_what, unit) => {
    const line = unit
      .repeat(Math.ceil(1e6 / unit.length))
      .slice(0, 1e6)
      .toWellFormed();
    const startedMs = performance.now();
    const page = await openPage('line.md', Buffer.from(`# A long line\n\nIt is long.\n\n${line}\n`));
    if ('reason' in page) throw new Error(page.reason);
    const { articles } = page.read();
    expect(articles).toHaveLength(1);
    for (const { body, language } of articles) {
      const chunks = chunkBody(body, language, { maxModelTokens: 240, countTokens });
      const texts = chunks.map(({ start, end }) => body.slice(start, end));
      for (const text of texts) chunkTerms(text);
      const lengths = chunks.flatMap(({ sentences }) => sentences.map(({ start, end }) => end - start));
      expect(longestOf(lengths)).toBeLessThanOrEqual(longest.sentence);
      expect(longestOf(texts.map((text) => text.replace(/\s+/g, ' ').length))).toBeLessThanOrEqual(
        longest.chunk,
      );
    }
    expect(performance.now() - startedMs).toBeLessThan(limitMs);
  });

  it.each([
    [
      '.html',
      (line: string) => `<html><head><title>A long line</title></head><body><p>${line}</p></body></html>`,
    ],
    [
      '.xml',
      (line: string) =>
        `<rss version="2.0"><channel><title>x</title><item><description>${line}</description></item></channel></rss>`,
    ],
    ['.json', (line: string) => JSON.stringify({ title: 'A long line', body: line })],
    ['.jsonl', (line: string) => JSON.stringify({ title: 'A long line', body: line })],
  ])('is read in files of other kinds: %s', async (extension, wrap) => {
    for (const unit of ['中', 'The old ferry sails again. ']) {
      const line = unit.repeat(1e6 / unit.length);
      const startedMs = performance.now();
      const page = await openPage(`line${extension}`, Buffer.from(wrap(line)));
      if ('reason' in page) throw new Error(page.reason);
      expect(page.read().articles.map(({ body }) => body)).toEqual([line.trim()]);
      expect(performance.now() - startedMs).toBeLessThan(limitMs);
    }
  });

  it('goes through the whole of an index, with the other pages', () => {
    const folder = writeFiles(temporaryFolder(), {
      ...tinyCorpus,
      'letters.md': `# Letters\n\n${'a'.repeat(1e6)}\n`,
      'list.md': `# Numbers\n\n${'1. '.repeat(333_333)}\n`,
      'dashes.txt': `Dashes\n\nThey stand here.${'—'.repeat(1e6)}\n`,
    });
    const { counts, setAside, peakBytes } = indexInProcess(folder);
    expect(setAside).toEqual([]);
    expect(counts).toMatchObject({ pages: 6, articles: 6 });
    expect(peakBytes).toBeLessThan(1_500 * megabyte);
  });
});
