import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseReport, readQuality } from '../../src/preview/quality.ts';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts';

const report = `# Evaluation

Not of any section: | a | b |

<!-- begin: 中文 -->

## Question set 中文

Made on 2026-11-24.
Two lines.

| from | R@1 | a \\| b |
| --- | ---: | :-: |
| zh | .970 | <b>x</b> |
| ar |  | سؤال |

<!-- end: 中文 -->

<!-- begin: other -->
Only a text.
<!-- end: other -->

<!-- begin: never closed -->
`;

describe('parseReport', () => {
  it('reads the sections between markers, texts and tables in order', () => {
    expect(parseReport(report)).toEqual([
      {
        title: 'Question set 中文',
        parts: [
          { kind: 'text', text: 'Made on 2026-11-24. Two lines.' },
          {
            kind: 'table',
            head: ['from', 'R@1', 'a | b'],
            rows: [
              ['zh', '.970', '<b>x</b>'],
              ['ar', '', 'سؤال'],
            ],
          },
        ],
      },
      { title: 'other', parts: [{ kind: 'text', text: 'Only a text.' }] },
    ]);
  });

  it.each(['', '# nothing', '| a |\n| --- |'])('finds nothing in %j', (text) => {
    expect(parseReport(text)).toEqual([]);
  });
});

describe('readQuality', () => {
  it('is empty where nothing was measured yet', async () => {
    expect(await readQuality('/nowhere/evaluation.md')).toEqual([]);
  });

  it('reads a file', async () => {
    const folder = writeFiles(temporaryFolder(), { 'evaluation.md': report });
    expect(await readQuality(path.join(folder, 'evaluation.md'))).toHaveLength(2);
  });
});
