import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../src/corpus/charset/charset.ts';
import { openPage } from '../../src/corpus/readers/readers.ts';
import { makeRandom } from '../support/random.ts';

/** Real sentences of a language in one of its encodings. */
interface Sample {
  readonly name: string;
  readonly language: string;
  readonly encoding: string;
  readonly bytes: Uint8Array;
  /** The same, as it is meant. */
  readonly text: string;
}

const folder = path.join(import.meta.dirname, '../fixtures/readers/charsets');
const read = (name: string): Buffer => readFileSync(path.join(folder, name));
const samples: readonly Sample[] = readdirSync(folder)
  .sort()
  .map((name) => {
    const [language = '', encoding = ''] = name.split('.');
    return { name, language, encoding, bytes: read(name), text: read(`${language}.utf-8.txt`).toString() };
  });

/** Labels under which pages declare encodings, right or wrong. */
const labels = [
  ...[
    'utf-8',
    'UTF8',
    'gb2312',
    'GBK',
    'gb18030',
    'big5',
    'euc-kr',
    'ks_c_5601-1987',
    'shift_jis',
    'x-sjis',
    'euc-jp',
    'iso-2022-jp',
  ],
  ...[
    'windows-1250',
    'windows-1251',
    'windows-1252',
    'windows-1253',
    'windows-1254',
    'windows-1255',
    'windows-1256',
    'windows-1257',
  ],
  ...[
    'windows-1258',
    'windows-874',
    'iso-8859-1',
    'latin1',
    'iso-8859-2',
    'iso-8859-5',
    'iso-8859-7',
    'iso-8859-9',
    'iso-8859-15',
  ],
  ...[
    'us-ascii',
    'koi8-r',
    'koi8-u',
    'ibm866',
    'macintosh',
    'utf-16',
    'utf-16be',
    'utf-7',
    'hz-gb-2312',
    'klingon',
    '',
  ],
];
/** How each encoding of a fixture is declared. */
const ownLabels: Readonly<Record<string, readonly string[]>> = {
  'utf-8': ['utf-8'],
  gbk: ['gb2312', 'gbk', 'gb18030'],
  gb18030: ['gb2312', 'gbk', 'gb18030'],
  big5: ['big5', 'big5-hkscs'],
  'euc-kr': ['euc-kr', 'ks_c_5601-1987'],
  'shift-jis': ['shift_jis', 'x-sjis'],
  'euc-jp': ['euc-jp'],
  'iso2022-jp': ['iso-2022-jp'],
  cp1250: ['windows-1250'],
  cp1251: ['windows-1251'],
  cp1252: ['windows-1252', 'iso-8859-1'],
  cp1253: ['windows-1253'],
  cp1254: ['windows-1254', 'iso-8859-9'],
  cp1255: ['windows-1255'],
  cp1256: ['windows-1256'],
  cp1257: ['windows-1257'],
  cp1258: ['windows-1258'],
  cp874: ['windows-874', 'tis-620'],
  'iso8859-2': ['iso-8859-2'],
  'iso8859-5': ['iso-8859-5'],
  'iso8859-7': ['iso-8859-7'],
  'koi8-r': ['koi8-r'],
};
/** Encodings in which a declaration can be written in bytes of ASCII. */
const declarable = samples.filter(({ encoding }) => encoding !== 'utf-16-le');

const bare = (text: string): string => text.replace(/\s+/g, '');

function asFeed(label: string, bytes: Uint8Array): Buffer {
  const head = `<?xml version="1.0" encoding="${label}"?><rss version="2.0"><channel><title>x</title><item><description>`;
  return Buffer.concat([Buffer.from(head), bytes, Buffer.from('</description></item></channel></rss>')]);
}

/** The page's text without white space, or null where the file is set aside. */
async function readFeed(label: string, bytes: Uint8Array): Promise<string | null> {
  const page = await openPage('x.xml', asFeed(label, bytes));
  return 'reason' in page ? null : bare(page.text);
}

/** What a file was read as that reads as it should not; null where it was set aside or is the beginning of the text. */
function findMojibake(bytes: Uint8Array, text: string, label: string | null = null): string | null {
  const decoded = decodeText(bytes, () => label);
  return 'reason' in decoded || text.startsWith(decoded.text) ? null : decoded.text.slice(0, 80);
}

it.each(samples)('reads $name, which declares nothing, as it is meant', ({ bytes, text }) => {
  expect(decodeText(bytes)).toHaveProperty('text', text);
});

describe('a declaration that is right', () => {
  it.each(declarable)('is followed: $name', async ({ encoding, bytes, text }) => {
    const own = ownLabels[encoding] ?? [];
    expect(own).not.toEqual([]);
    for (const label of own) expect(await readFeed(label, bytes)).toBe(bare(text));
  });

  it('is followed for UTF-16 with its mark, whatever else is declared', async () => {
    const { text } = samples.find(({ encoding }) => encoding === 'utf-16-le') ?? { text: '' };
    for (const marked of [
      Buffer.from(`\ufeff${text}`, 'utf16le'),
      Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
    ]) {
      expect(decodeText(marked, () => 'gbk')).toHaveProperty('text', text);
    }
    expect(await openPage('x.md', Buffer.from(`\ufeff${text}`))).toHaveProperty('text', text);
  });
});

describe('a declaration that is wrong', () => {
  it.each(declarable)('never makes other characters of $name', async ({ bytes, text }) => {
    const wrong: string[] = [];
    for (const label of labels) {
      const found = await readFeed(label, bytes);
      if (found !== null && found !== bare(text)) wrong.push(`${label}: ${found.slice(0, 60)}`);
    }
    expect(wrong).toEqual([]);
  });

  it('is noticed where it contradicts a byte order mark', () => {
    for (const label of labels) {
      expect(decodeText(Buffer.from('\ufeff大桥通车'), () => label)).toEqual({
        text: '大桥通车',
        charset: 'utf-8',
      });
    }
  });
});

describe('a file that is cut', () => {
  // Of less than a line nothing can be told: two bytes of EUC-JP are one letter in UTF-8 as well.
  const shortest = 16;

  it.each(samples)('is not read as anything else, wherever it is cut: $name', ({ bytes, text }) => {
    const wrong: string[] = [];
    for (let length = shortest; length < bytes.length; length++) {
      const found = findMojibake(bytes.subarray(0, length), text);
      if (found !== null) wrong.push(`${String(length)} bytes: ${found}`);
    }
    expect(wrong).toEqual([]);
  });

  it.each(declarable)(
    'is not read as anything else where it declares its encoding: $name',
    ({ encoding, bytes, text }) => {
      for (const label of ownLabels[encoding] ?? []) {
        for (let length = 1; length < bytes.length; length++) {
          expect(findMojibake(bytes.subarray(0, length), text, label)).toBe(null);
        }
      }
    },
  );

  it.each([
    ['UTF-8', Buffer.from('青崖大桥将于五月正式通车').subarray(0, -1)],
    ['UTF-8, French', read('fr.utf-8.txt').subarray(0, 128)],
    ['GB 18030', read('zh.gb18030.txt').subarray(0, -2)],
    [
      'a character of four bytes in GB 18030',
      Buffer.concat([read('zh.gb18030.txt'), Buffer.of(0x81, 0x30, 0x81)]),
    ],
    ['UTF-16', Buffer.from('\ufeff大桥', 'utf16le').subarray(0, -1)],
    ['a pair of UTF-16', Buffer.from('\ufeff👩', 'utf16le').subarray(0, -2)],
  ])('is set aside if it ends in the middle of a character: %s', (_what, bytes) => {
    expect(decodeText(bytes)).toHaveProperty('reason');
  });
});

describe('a file in two encodings', () => {
  const legacy = samples.filter(({ encoding }) => !encoding.startsWith('utf-16'));

  it.each(legacy)(
    'is never read as if it were in one: $name and each of the others',
    ({ encoding, bytes, text }) => {
      const wrong: string[] = [];
      for (const other of legacy) {
        if (other.encoding === encoding) continue;
        const meant = text + other.text;
        const found = findMojibake(Buffer.concat([bytes, other.bytes]), meant);
        if (found !== null) wrong.push(`${other.name}: ${found}`);
      }
      expect(wrong).toEqual([]);
    },
  );

  it.each([
    ['GB 18030 with a line of UTF-8', read('zh.gb18030.txt'), read('zh.utf-8.txt')],
    ['UTF-8 with a line of GB 18030', read('zh.utf-8.txt'), read('zh.gb18030.txt')],
    ['UTF-8 with a line of Windows-1251', read('ru.utf-8.txt'), read('ru.cp1251.txt')],
    ['Windows-1256 with a line of UTF-8', read('ar.cp1256.txt'), read('ar.utf-8.txt')],
    ['Big5 with a line of Shift_JIS', read('zh-Hant.big5.txt'), read('ja.shift-jis.txt')],
  ])('is set aside, declared or not: %s', async (_what, most, one) => {
    const line = one.subarray(0, one.indexOf(10));
    const bytes = Buffer.concat([most, line, Buffer.from('\n')]);
    expect(decodeText(bytes)).toHaveProperty('reason');
    for (const label of ['utf-8', 'gbk', 'windows-1251', 'windows-1256', 'big5'])
      expect(await readFeed(label, bytes)).toBe(null);
  });
});

describe('a text that another program has garbled', () => {
  const utf8 = samples.filter(({ encoding }) => encoding === 'utf-8');
  /** UTF-8 read as if it were something else, and written as UTF-8. */
  const reread = (text: string, charset: string): string =>
    new TextDecoder(charset).decode(Buffer.from(text));

  it.each(utf8)('is set aside where UTF-8 was taken for Latin-1: $name', ({ text }) => {
    expect(decodeText(Buffer.from(Buffer.from(text).toString('latin1')))).toMatchObject({
      reason: 'charset-wrong',
    });
  });

  it.each([
    ['Chinese, for GBK', 'zh', 'gbk'],
    ['traditional Chinese, for Big5', 'zh-Hant', 'big5'],
    ['Japanese, for GBK', 'ja', 'gbk'],
    ['Japanese, for Shift_JIS', 'ja', 'shift_jis'],
    ['Russian, for GBK', 'ru', 'gbk'],
    ['Arabic, for GBK', 'ar', 'gbk'],
  ])('is set aside where UTF-8 was taken for something else: %s', (_what, language, charset) => {
    const garbled = reread(read(`${language}.utf-8.txt`).toString(), charset);
    expect(decodeText(Buffer.from(garbled))).toMatchObject({ reason: 'charset-wrong' });
  });

  it.each([
    ['“锟斤拷”', '锟斤拷锟斤拷锟斤拷 2025 锟斤拷锟斤拷'],
    ['lost characters', '\ufffd\ufffd通\ufffd车'],
  ])('is set aside: %s', (_what, text) => {
    expect(decodeText(Buffer.from(text))).toMatchObject({ reason: 'charset-wrong' });
  });

  it.each([
    [
      'one that tells of it',
      'The page said “Ã©” for “é”, and a Chinese one 锟斤拷 for lost characters, the archive wrote.',
    ],
    ['names in capitals', 'SÃO PAULO – Não há voos, disse João. Â, Ã, É são letras.'],
    ['French between guillemets', 'Il a dit : « À bientôt, à Évian » – et « ça ira ».'],
    ['a list of rare Chinese characters', '甲：龘靐齉爩鱻麤龗灪'],
    ['a poem', '床前明月光，疑是地上霜。舉頭望明月，低頭思故鄉。'.repeat(5)],
    [
      'a list of names',
      '获奖名单：王伟、李娜、张敏、刘洋、陈静、杨磊、赵强、黄艳、周杰、吴霞、徐鹏、孙丽、胡军、朱红、高飞、林涛、何平、郭亮、马超、罗兰。'.repeat(
        2,
      ),
    ],
  ])('is told from %s', (_what, text) => {
    expect(decodeText(Buffer.from(text))).toEqual({ text, charset: 'utf-8' });
  });
});

describe('a file that is no text', () => {
  const random = makeRandom(23);
  const randomBytes = (length: number): Buffer =>
    Buffer.from(Array.from({ length }, () => random.between(0, 255)));

  const noText: readonly (readonly [what: string, bytes: Uint8Array])[] = [
    [
      'a PNG picture',
      Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), randomBytes(500)]),
    ],
    ['a JPEG picture', Buffer.concat([Buffer.from('ffd8ffe000104a46494600', 'hex'), randomBytes(500)])],
    ['a ZIP archive', Buffer.concat([Buffer.from('504b03041400000008000000', 'hex'), randomBytes(500)])],
    ['a packed page', gzipSync(read('zh.utf-8.txt'))],
    ['a program', Buffer.concat([Buffer.from('7f454c4602010100', 'hex'), randomBytes(500)])],
    ['a Word document', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), randomBytes(500)])],
    ['zero bytes', Buffer.alloc(1000)],
    ['text with a zero byte in it', Buffer.from(`${read('zh.utf-8.txt').toString()}\0`)],
    [
      'bytes from 128 to 255',
      Buffer.from(Array.from({ length: 4096 }, (_, at) => 128 + ((at * at * 31 + at * 7) % 128))),
    ],
    ['random bytes without a zero', randomBytes(4096).map((byte) => (byte === 0 ? 1 : byte))],
    [
      'UTF-32',
      Buffer.concat([
        Buffer.of(0xff, 0xfe, 0, 0),
        Buffer.from(Uint32Array.from('大桥', (char) => char.charCodeAt(0)).buffer),
      ]),
    ],
  ];

  it.each(noText)('is set aside: %s', async (_what, bytes) => {
    expect(decodeText(bytes)).toHaveProperty('reason');
    for (const extension of ['.md', '.txt', '.html', '.xml', '.json', '.jsonl', '.pdf']) {
      expect(await openPage(`x${extension}`, bytes)).toHaveProperty('reason');
    }
  });

  it.each(noText)('is set aside whatever it declares: %s', async (_what, bytes) => {
    for (const label of labels) expect(await readFeed(label, bytes)).toBe(null);
  });
});
