import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openPage } from '../../../src/corpus/readers/readers.ts';
import { describeReader, fixture, openReadable } from './reader-contract.ts';

const zh = fixture('charsets/zh.utf-8.txt');
const zhArticle = {
  title: '青崖大桥五月通车',
  source: 'Qingya',
  publishedOn: '2025-04-16',
  authors: ['沈若川'],
  language: 'zh',
  url: null,
  body: [
    '青崖大桥将于五月十八日正式通车，市交通局昨日在新闻发布会上公布了这一消息。大桥全长两千一百米，连接老城和江北新区。',
    '据介绍，大桥双向六车道，两侧设有人行道和自行车道，过桥不收费。通车后，从老城到江北新区的车程将由四十分钟缩短到八分钟。',
  ].join('\n\n'),
  lines: [
    [5, 5],
    [7, 7],
  ],
} as const;

describeReader('markdown', {
  extension: '.md',
  files: [
    { file: 'qingya-2025-04-16.md', bytes: zh, charset: 'utf-8', articles: [zhArticle] },
    {
      file: 'qingya-2025-04-16.txt',
      bytes: fixture('charsets/zh.gb18030.txt'),
      charset: 'gb18030',
      articles: [zhArticle],
    },
  ],
});

describe('decoding', () => {
  const folder = path.join(import.meta.dirname, '../../fixtures/readers/charsets');
  const names = readdirSync(folder).sort();
  const charsets: Readonly<Record<string, string>> = {
    'utf-8': 'utf-8',
    'utf-16-le': 'utf-16le',
    gb18030: 'gb18030',
    gbk: 'gb18030',
    big5: 'big5',
    'shift-jis': 'shift_jis',
    'euc-jp': 'euc-jp',
    'iso2022-jp': 'iso-2022-jp',
    'euc-kr': 'euc-kr',
    cp1250: 'windows-1250',
    cp1251: 'windows-1251',
    cp1252: 'windows-1252',
    cp1253: 'windows-1253',
    cp1254: 'windows-1254',
    cp1255: 'windows-1255',
    cp1256: 'windows-1256',
    cp1257: 'windows-1257',
    cp1258: 'windows-1258',
    cp874: 'windows-874',
    'iso8859-2': 'iso-8859-2',
    'iso8859-5': 'iso-8859-5',
    // Where both give the same text, the commoner is named.
    'iso8859-7': 'windows-1253',
    'koi8-r': 'koi8-u',
  };

  it.each(names)('reads %s, which declares nothing, without a wrong character', async (name) => {
    const page = await openReadable('x.txt', fixture(`charsets/${name}`));
    const [language = '', encoding = ''] = name.split('.');
    expect(page.text).toBe(Buffer.from(fixture(`charsets/${language}.utf-8.txt`)).toString());
    expect(page.charset).toBe(charsets[encoding]);
  });

  it.each([
    ['UTF-8', Buffer.from('\ufeff大桥通车'), 'utf-8'],
    ['UTF-16, little end first', Buffer.from('\ufeff大桥通车', 'utf16le'), 'utf-16le'],
    ['UTF-16, big end first', Buffer.from('\ufeff大桥通车', 'utf16le').swap16(), 'utf-16be'],
  ])('reads %s by its mark, and leaves the mark out', async (_what, bytes, charset) => {
    const page = await openReadable('x.md', bytes);
    expect([page.text, page.charset]).toEqual(['大桥通车', charset]);
  });

  const cut = (name: string, length: number): Uint8Array => fixture(`charsets/${name}`).subarray(0, length);
  const utf8Line = Buffer.from('据介绍，大桥双向六车道，过桥不收费。\n');

  it.each([
    ['Latin-1, one word', Buffer.from('café', 'latin1'), 'charset-unknown'],
    ['GB 18030, two characters', Buffer.of(0xd0, 0xc2, 0xce, 0xc5), 'charset-unknown'],
    ['Big5, ten characters', cut('zh-Hant.big5.txt', 20), 'charset-unknown'],
    ['Cyrillic, one sentence', cut('ru.cp1251.txt', 60), 'charset-unknown'],
    [
      'GB 18030 with a line of UTF-8',
      Buffer.concat([fixture('charsets/zh.gb18030.txt'), utf8Line]),
      'charset-unknown',
    ],
    ['UTF-8 with a line of GB 18030', Buffer.concat([zh, cut('zh.gb18030.txt', 22)]), 'charset-unknown'],
    [
      'GB 18030, then Big5',
      Buffer.concat([fixture('charsets/zh.gb18030.txt'), fixture('charsets/zh-Hant.big5.txt')]),
      'charset-unknown',
    ],
    [
      'Japanese, then Korean',
      Buffer.concat([fixture('charsets/ja.euc-jp.txt'), fixture('charsets/ko.euc-kr.txt')]),
      'charset-unknown',
    ],
    [
      'Windows-1251, then KOI8',
      Buffer.concat([fixture('charsets/ru.cp1251.txt'), fixture('charsets/ru.koi8-r.txt')]),
      'charset-unknown',
    ],
    ['a character cut in the middle', Buffer.from('大桥').subarray(0, 5), 'charset-unknown'],
    ['an overlong slash', Buffer.of(0xc0, 0xaf), 'charset-unknown'],
    ['a surrogate in UTF-8', Buffer.of(0xed, 0xa0, 0xbd), 'charset-unknown'],
    ['a surrogate in UTF-16', Buffer.of(0xff, 0xfe, 0x3d, 0xd8), 'charset-wrong'],
    ['half a unit of UTF-16', Buffer.of(0xff, 0xfe, 0x41), 'charset-wrong'],
    ['a mark and no UTF-8', Buffer.of(0xef, 0xbb, 0xbf, 0xff), 'charset-wrong'],
    ['UTF-32', Buffer.of(0xff, 0xfe, 0, 0, 0x41, 0, 0, 0), 'charset-unknown'],
    ['a zero byte in UTF-8', Buffer.from('大桥\0'), 'binary'],
    ['UTF-16 without a mark, one word', Buffer.from('ferry', 'utf16le'), 'binary'],
    ['text that another program garbled', Buffer.from('\ufffd\ufffd通\ufffd车'), 'charset-wrong'],
    ['escape sequences that are no Japanese', Buffer.from('\x1b$B~~~~\x1b(B and more'), 'charset-unknown'],
  ])('sets aside rather than guesses: %s', async (_what, bytes, reason) => {
    expect(await openPage('x.txt', bytes)).toMatchObject({ reason });
  });

  it('never gives a wrong character, whatever part of a file it sees', async () => {
    for (const name of names.filter((each) => !/utf-(?:8|16)|2022/.test(each))) {
      const bytes = fixture(`charsets/${name}`);
      const [language = '', encoding = ''] = name.split('.');
      const whole = Buffer.from(fixture(`charsets/${language}.utf-8.txt`)).toString();
      for (const length of [16, 40, 90, 160, 300]) {
        const page = await openPage('x.txt', bytes.subarray(0, length));
        if (!('reason' in page))
          expect(`${encoding}: ${String(whole.startsWith(page.text))}`).toBe(`${encoding}: true`);
      }
    }
  });
});
