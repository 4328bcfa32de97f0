import { describe, expect, it } from 'vitest';
import { openPage } from '../../../src/corpus/readers/readers.ts';
import { writePdf } from '../../support/pdf-file.ts';
import type { PdfText } from '../../support/pdf-file.ts';
import { describeReader, openReadable } from './reader-contract.ts';

/** Lines of a column, set solid with a fifth of the size between them. */
const column = (x: number, y: number, lines: readonly string[], size = 10): PdfText[] =>
  lines.map((text, at) => ({ x, y: y - at * size * 1.2, size, text }));
/** A PDF holds right-to-left words in the order in which they are drawn, from the left. */
const drawn = (text: string): string => [...text].reverse().join('');

const english: PdfText[] = [
  { x: 50, y: 740, size: 24, text: 'Harbour wall to be mended in spring' },
  ...column(50, 700, [
    'The council of Lowmere voted',
    'on Tuesday to mend the old',
    'harbour wall, said the mayor,',
    'and the work begins in May.',
    'It will take three months and',
  ]),
  ...column(230, 700, [
    'cost four hundred thousand',
    'crowns. Fishermen feared for',
    'their berths. The mayor told',
    'them that no berth would be',
    'closed before the herring had',
  ]),
  ...column(410, 700, ['gone. The last mending was', 'eleven years ago.']),
  { x: 50, y: 600, size: 18, text: 'Market hall opens' },
  { x: 320, y: 600, size: 18, text: 'Ferry fares rise' },
  ...column(50, 575, [
    'The market hall of Lowmere opened',
    'its doors to the first traders on',
    'Wednesday morning.',
  ]),
  ...column(320, 575, [
    'A ticket to the island costs two',
    'crowns more from May on, the',
    'ferry company said.',
  ]),
];
const chinese: PdfText[] = [
  { x: 50, y: 740, size: 24, text: '青崖大桥' },
  { x: 50, y: 712, size: 24, text: '五月通车' },
  ...column(50, 680, ['青崖大桥将于五月通车，市', '长周三在新闻发布会上说。', '大桥全长两千米，连接老城']),
  ...column(230, 680, ['和新区，工期三年。过桥不', '收费。']),
];
const arabic: PdfText[] = [
  { x: 200, y: 740, size: 24, text: drawn('الميناء يفتح أبوابه') },
  ...column(
    320,
    700,
    [
      'أعلن مجلس المدينة يوم الثلاثاء عن إصلاح الجدار القديم في الميناء،',
      'وقال رئيس البلدية إن العمل يبدأ في شهر مايو ويستمر ثلاثة أشهر، وإن',
      'الصيادين لن يخسروا أماكن قواربهم قبل نهاية الموسم، لأن العمال',
    ].map(drawn),
    8,
  ),
  ...column(
    20,
    700,
    ['يعملون في الليل فقط. وأضاف أن تكلفة الإصلاح تبلغ أربعمئة ألف، وأن', 'صندوق الجزيرة يدفع نصفها.'].map(
      drawn,
    ),
    8,
  ),
];
/** From a shuffled file: the order in which a program wrote the words says nothing. */
const shuffled = english.toSorted((a, b) => (a.text < b.text ? -1 : 1));

const harbour = {
  title: 'Harbour wall to be mended in spring',
  source: 'Lowmere Post',
  publishedOn: '2025-03-04',
  authors: [],
  language: 'en',
  url: null,
  body:
    'The council of Lowmere voted on Tuesday to mend the old harbour wall, said the mayor, and the work begins in May. ' +
    'It will take three months and cost four hundred thousand crowns. Fishermen feared for their berths. The mayor told ' +
    'them that no berth would be closed before the herring had gone. The last mending was eleven years ago.',
  lines: [
    [3, 3],
    [16, 16],
  ],
} as const;

describeReader('PDF', {
  extension: '.pdf',
  files: [
    {
      file: 'lowmere-post-2025-03-04.pdf',
      bytes: writePdf([english]),
      charset: null,
      articles: [
        harbour,
        {
          ...harbour,
          title: 'Market hall opens',
          body: 'The market hall of Lowmere opened its doors to the first traders on Wednesday morning.',
          lines: [
            [20, 20],
            [22, 22],
          ],
        },
        {
          ...harbour,
          title: 'Ferry fares rise',
          body: 'A ticket to the island costs two crowns more from May on, the ferry company said.',
          lines: [
            [26, 26],
            [28, 28],
          ],
        },
      ],
    },
    {
      file: 'qingya-2025-04-16.pdf',
      bytes: writePdf([chinese]),
      charset: null,
      articles: [
        {
          title: '青崖大桥五月通车',
          source: 'Qingya',
          publishedOn: '2025-04-16',
          authors: [],
          language: 'zh',
          url: null,
          body: '青崖大桥将于五月通车，市长周三在新闻发布会上说。大桥全长两千米，连接老城和新区，工期三年。过桥不收费。',
          lines: [
            [3, 3],
            [8, 8],
          ],
        },
      ],
    },
    {
      file: 'sada-2025-09-12.pdf',
      bytes: writePdf([arabic]),
      charset: null,
      articles: [
        {
          title: 'الميناء يفتح أبوابه',
          source: 'Sada',
          publishedOn: '2025-09-12',
          authors: [],
          language: 'ar',
          url: null,
          body:
            'أعلن مجلس المدينة يوم الثلاثاء عن إصلاح الجدار القديم في الميناء، وقال رئيس البلدية إن العمل يبدأ في شهر مايو ' +
            'ويستمر ثلاثة أشهر، وإن الصيادين لن يخسروا أماكن قواربهم قبل نهاية الموسم، لأن العمال يعملون في الليل فقط. ' +
            'وأضاف أن تكلفة الإصلاح تبلغ أربعمئة ألف، وأن صندوق الجزيرة يدفع نصفها.',
          lines: [
            [3, 3],
            [8, 8],
          ],
        },
      ],
    },
  ],
});

describe('pdfReader', () => {
  const textOf = async (pages: readonly (readonly PdfText[])[]): Promise<string> =>
    (await openReadable('x.pdf', writePdf(pages))).text;

  it('reads the same whatever order the words were written in', async () => {
    expect(await textOf([shuffled])).toBe(await textOf([english]));
  });

  it('puts pages one after the other', async () => {
    expect(await textOf([column(50, 700, ['One.']), [], column(50, 700, ['二。'])])).toBe('One.\n\n二。');
  });

  it('joins words that were placed one by one, with spaces where there is room for one', async () => {
    const words = ['The', 'ferry', 'sails'].map((text, at) => ({
      x: [50, 68, 96][at] ?? 0,
      y: 700,
      size: 10,
      text,
    }));
    const letters = [...'大桥通车'].map((text, at) => ({ x: 50 + at * 10, y: 688, size: 10, text }));
    expect(await textOf([[...words, ...letters]])).toBe('The ferry sails\n大桥通车');
  });

  it.each([
    ['encrypted', writePdf([english], { isEncrypted: true }), 'encrypted'],
    ['without text', writePdf([[], []]), 'no-text'],
    ['of glyphs that stand for no characters', writePdf([english], { isUnmapped: true }), 'no-text'],
    ['cut short', writePdf([english]).subarray(0, 900), 'damaged'],
    ['no PDF', Buffer.from('<p>The ferry sails.</p>'), 'damaged'],
    ['of too many pages', writePdf(Array.from({ length: 401 }, () => [])), 'too-complex'],
  ])('sets aside a file that is %s', async (_what, bytes, reason) => {
    expect(await openPage('x.pdf', bytes)).toMatchObject({ reason });
  });

  it('survives a flipped byte anywhere', async () => {
    const bytes = writePdf([chinese]);
    for (let at = 0; at < bytes.length; at += 97) {
      const flipped = Buffer.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ 0x21;
      const page = await openPage('x.pdf', flipped);
      expect('reason' in page || page.text.length > 0).toBe(true);
    }
  });
});
