import { describe, expect, it } from 'vitest';
import { findGarbling } from '../../../src/corpus/charset/garbled.ts';

const chinese = '青崖大桥将于五月十八日正式通车，市交通局昨日在新闻发布会上公布了这一消息。'.repeat(3);
const reread = (text: string, charset: string): string => new TextDecoder(charset).decode(Buffer.from(text));

describe('findGarbling', () => {
  it.each([
    [
      'French taken for Windows-1252',
      'DÃ©cidÃ© mardi, le cÅ“ur de la citÃ© rouvre.',
      'utf-8 read as windows-1252',
    ],
    [
      'Arabic taken for Windows-1252',
      Buffer.from('فتح السوق').toString('latin1'),
      'utf-8 read as windows-1252',
    ],
    [
      'one line among others',
      'All is well.\nDÃ©cidÃ© Ã\u00a0 la citÃ©.\n全部都好。',
      'utf-8 read as windows-1252',
    ],
    [
      'Chinese taken for GBK',
      reread(chinese, 'gbk').replaceAll('\ufffd', ''),
      'utf-8 read as another encoding',
    ],
    ['lost characters', '\ufffd\ufffd通\ufffd车', '3 lost characters'],
    ['lost characters, taken for GBK', '锟斤拷锟斤拷', '2 lost characters'],
  ])('says what was done to %s', (_what, text, expected) => {
    expect(findGarbling(text)).toBe(expected);
  });

  it.each([
    ['Chinese', chinese],
    ['Japanese of one rare kanji', 'の港で'.repeat(100)],
    ['French', 'Décidé mardi : « À bientôt, à Évian », dit-il – ça ira.'],
    ['Arabic', 'فتح السوق أبوابه'],
    ['two sequences in a quotation', 'The page said “Ã©” for “é”.'],
    ['a lost character in a long text', `${'The ferry sails. '.repeat(10)}\ufffd`],
    ['nothing', ''],
  ])('finds nothing in %s', (_what, text) => {
    expect(findGarbling(text)).toBe(null);
  });
});
