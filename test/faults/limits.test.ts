import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { maxPageBytes } from '../../src/corpus/read-corpus.ts';
import { openPage } from '../../src/corpus/readers/readers.ts';
import { splitSentences } from '../../src/text/sentences.ts';
import { writePdf } from '../support/pdf-file.ts';

const design = readFileSync(path.join(import.meta.dirname, '../../DESIGN.md'), 'utf8');
const table = design.slice(design.indexOf('\n## Limits\n'), design.indexOf('\n## Performance\n'));

/** The number that the table of limits gives in the place of `#`, in a row. */
function limitOf(row: string, wording: string): number {
  const line = table.split('\n').find((each) => each.startsWith(`| ${row} `)) ?? '';
  const [before = '', after = ''] = wording.split('#');
  const found = new RegExp(`(?<![\\d,])${before}([\\d,]+)${after}`).exec(line)?.[1];
  if (found === undefined) throw new Error(`DESIGN.md gives no “${wording}” for ${row}`);
  return Number(found.replaceAll(',', ''));
}

/** A file that stands at a limit, or one beyond it. */
interface Limit {
  readonly row: string;
  readonly wording: string;
  readonly extension: string;
  readonly write: (count: number) => string | Uint8Array;
  /** Why a file beyond it is refused. */
  readonly reason?: string;
}

const words = 'The ferry sails to the island on Monday, and a ticket costs nine crowns.';
const rss = (items: string): string => `<rss><channel><title>x</title>${items}</channel></rss>`;
const item = `<item><description>${words}</description></item>`;
/** Elements that `rss(item)` has. */
const feedElements = 5;

const limits: readonly Limit[] = [
  {
    row: 'page of several stories',
    wording: '# lines',
    extension: '.md',
    write: (count) => `${words}\n`.repeat(count),
  },
  {
    row: 'page of several stories',
    wording: '# paragraphs',
    extension: '.txt',
    write: (count) => `${words}\n\n`.repeat(count),
  },
  {
    row: 'HTML',
    wording: '# elements',
    extension: '.html',
    write: (count) => `<p>${words}</p>${'<br>'.repeat(count - 1)}`,
  },
  {
    row: 'HTML',
    wording: '# deep',
    extension: '.html',
    write: (count) => `${'<div>'.repeat(count - 1)}<p>${words}</p>${'</div>'.repeat(count - 1)}`,
  },
  {
    row: 'HTML',
    wording: '# tags and entities',
    extension: '.html',
    write: (count) => `<p>${words}${'&nbsp;'.repeat(count - 1)}</p>`,
  },
  {
    row: 'feed; JSON; PDF',
    wording: '# deep, ',
    extension: '.xml',
    write: (count) => rss(item + '<a>'.repeat(count - 2) + '</a>'.repeat(count - 2)),
  },
  {
    row: 'feed; JSON; PDF',
    wording: '# elements',
    extension: '.rss',
    write: (count) => rss(item + '<a/>'.repeat(count - feedElements)),
  },
  {
    row: 'feed; JSON; PDF',
    wording: '# deep; ',
    extension: '.json',
    write: (count) =>
      `{"title": "x", "body": "${words}", "more": ${'['.repeat(count - 1)}${']'.repeat(count - 1)}}`,
  },
  {
    row: 'feed; JSON; PDF',
    wording: '# deep; ',
    extension: '.jsonl',
    write: (count) =>
      `{"title": "x", "body": "${words}", "more": ${'['.repeat(count - 1)}${']'.repeat(count - 1)}}`,
    reason: 'no-article',
  },
  {
    row: 'feed; JSON; PDF',
    wording: '# pages',
    extension: '.pdf',
    write: (count) =>
      writePdf(Array.from({ length: count }, () => [{ x: 50, y: 700, size: 10, text: words }])),
  },
  {
    row: 'feed; JSON; PDF',
    wording: '# texts on one',
    extension: '.pdf',
    write: (count) =>
      writePdf([
        Array.from({ length: count }, (_, at) => ({
          x: 20 + (at % 10) * 50,
          y: 10 + Math.floor(at / 10) * 0.35,
          size: 10,
          text: 'ab',
        })),
      ]),
  },
];

describe('a limit that the table of DESIGN.md gives', () => {
  it.each(limits)(
    'is held: $row, $wording, in $extension',
    async ({ row, wording, extension, write, reason = 'too-complex' }) => {
      const limit = limitOf(row, wording);
      expect(await openPage(`at-the-limit${extension}`, Buffer.from(write(limit)))).not.toHaveProperty(
        'reason',
      );
      expect(await openPage(`beyond${extension}`, Buffer.from(write(limit + 1)))).toHaveProperty(
        'reason',
        reason,
      );
    },
  );

  it('is held: the size of a page file', () => {
    // read-corpus.test.ts reads a file of this size, and one of a byte more.
    expect(maxPageBytes).toBe(limitOf('page file', '# MiB') * 1024 * 1024);
  });

  it('is held: the length of a sentence, in any script and without any', () => {
    const limit = limitOf('chunk; sentence; text the model reads', '# units, then cut at a clause');
    for (const unit of ['a', 'ab ', '中', 'ก', 'ب', 'e\u0301', '👩‍👩‍👧', '—', '\u0301']) {
      const text = unit.repeat(limit * 3);
      const lengths = splitSentences(text).map(({ start, end }) => end - start);
      expect(lengths.length).toBeGreaterThan(2);
      expect(Math.max(...lengths)).toBeLessThanOrEqual(limit);
    }
  });

  it('names what is refused whatever its size', () => {
    for (const what of [
      'links',
      'pipes',
      'sockets',
      'devices',
      'paths out of the corpus',
      'names that are no UTF-8',
    ]) {
      // corpus-files.test.ts has a test for each.
      expect(table).toContain(what);
    }
  });
});
