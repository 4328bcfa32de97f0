import { describe, expect, it } from 'vitest';
import { readPageWords } from '../../src/corpus/evidence/page-words.ts';
import { readBlocks } from '../../src/corpus/page.ts';
import { buildBody } from '../../src/corpus/stories/body.ts';

function bodyOf(text: string) {
  const blocks = readBlocks({ file: 'a.txt', text }).filter(({ kind }) => kind === 'body');
  return buildBody(
    blocks.map((block) => ({ block, isRunOn: false })),
    text,
    readPageWords(text),
  );
}

describe('buildBody', () => {
  it.each([
    [
      'The ferry sails to the har-\nbour of Lowmere today.',
      'The ferry sails to the harbour of Lowmere today.',
    ],
    ['渡轮今天停航，\n明天复航。', '渡轮今天停航，明天复航。'],
    ['تبحر العبارة اليوم إلى\nالميناء القديم.', 'تبحر العبارة اليوم إلى الميناء القديم.'],
  ])('puts the lines of a paragraph together: %j', (text, body) => {
    expect(bodyOf(text).body).toBe(body);
  });

  it('keeps every segment a slice of the page, hyphens left out', () => {
    const text =
      'The ferry sails to the har-\nbour of Low-\nmere, where *all* wait.\n\nIt sails back.\n'.repeat(50);
    const { body, segments } = bodyOf(text);
    for (const { start, end, pageStart } of segments) {
      expect(body.slice(start, end)).toBe(text.slice(pageStart, pageStart + end - start));
    }
    expect(
      body.startsWith('The ferry sails to the harbour of Lowmere, where all wait.\n\nIt sails back.'),
    ).toBe(true);
  });

  it('takes time that grows with the text, not with its square', () => {
    const time = (count: number): number => {
      const text = 'The ferry sails to the har-\n'.repeat(count);
      const startedMs = performance.now();
      bodyOf(text);
      return performance.now() - startedMs;
    };
    time(2_000);
    // Four times the text; with a square it would be sixteen times as long.
    expect(time(40_000)).toBeLessThan(10 * Math.max(50, time(10_000)));
  });
});
