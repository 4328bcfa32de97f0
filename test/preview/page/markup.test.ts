import { describe, expect, it } from 'vitest';
import { escapeText } from '../../../src/discord/render/escape.ts';
import type { Mark } from '../../../src/preview/page/mark-types.ts';
import { parseInline, parseMarkup } from '../../../src/preview/page/markup.js';
import { formatDay, formatTime } from '../../../src/preview/page/times.js';

const text = (value: string): Mark => ({ kind: 'text', text: value });
const link = (url: string, ...children: Mark[]): Mark => ({ kind: 'link', url, children });

describe('parseInline', () => {
  it.each<readonly [string, readonly Mark[]]>([
    ['新闻', [text('新闻')]],
    ['a **重要** b', [text('a '), { kind: 'bold', children: [text('重要')] }, text(' b')]],
    [
      '**a *b* c**',
      [{ kind: 'bold', children: [text('a '), { kind: 'italic', children: [text('b')] }, text(' c')] }],
    ],
    ['\\*\\*no\\*\\*', [text('**no**')]],
    [
      '__u__ ~~s~~',
      [{ kind: 'underline', children: [text('u')] }, text(' '), { kind: 'strike', children: [text('s')] }],
    ],
    ['||سر||', [{ kind: 'spoiler', children: [text('سر')] }]],
    ['`**a**`', [{ kind: 'code', text: '**a**' }]],
    [
      '[**题**](<https://a.example/1>)',
      [link('https://a.example/1', { kind: 'bold', children: [text('题')] })],
    ],
    ['[a\\]b](https://a.example)', [link('https://a.example', text('a]b'))]],
    ['[x](javascript:alert)', [text('[x](javascript:alert)')]],
    [
      'see https://a.example/x.',
      [text('see '), link('https://a.example/x', text('https://a.example/x')), text('.')],
    ],
    ['https\\://a.example', [text('https://a.example')]],
    ['<t:1772582400:D>', [{ kind: 'time', seconds: 1_772_582_400, style: 'D' }]],
    [
      '<@1> <#22>',
      [{ kind: 'mention', sign: '@', id: '1' }, text(' '), { kind: 'mention', sign: '#', id: '22' }],
    ],
    ['@everyone', [{ kind: 'mention', sign: '@', id: 'everyone' }]],
    ['</ask:123>', [{ kind: 'command', name: 'ask' }]],
    ['<b>x</b>', [text('<b>x</b>')]],
    ['**open', [text('**open')]],
  ])('reads %s', (markup, marks) => {
    expect(parseInline(markup)).toEqual(marks);
  });

  it('gives back as plain text whatever was escaped', () => {
    const hostile = [
      '**b** *i* __u__ ~~s~~ ||x|| `c`',
      '[a](https://evil.example) <https://evil.example> https://evil.example',
      '@everyone <@1> <#2> <t:1:R> </ask:1>',
      '<img src=x onerror=alert(1)>',
      '😀 [新闻](http://坏.example) **اخبار**',
    ];
    for (const each of hostile) expect(parseInline(escapeText(each))).toEqual([text(each)]);
  });

  it('takes a time that grows with the text, whatever is in it', () => {
    for (const piece of ['*', '**', '[', '[a](', '<', '`', '|', '\\', '_a', 'h', '~~']) {
      const startedMs = performance.now();
      parseInline(piece.repeat(4000 / piece.length));
      expect(performance.now() - startedMs).toBeLessThan(400);
    }
  });
});

describe('parseMarkup', () => {
  it('reads lines, quotes, small print, headings, lists and code', () => {
    const kinds = parseMarkup(
      '> 引文\n> two\n-# small\n# Head\n- item\n1. one\n\nline\n```\n**code**\n```',
    ).map((block) => block.kind);
    expect(kinds).toEqual([
      'quote',
      'small',
      'heading',
      'item',
      'item',
      'line',
      'line',
      'line',
      'code-block',
    ]);
  });

  it('leaves an escaped beginning of a line alone', () => {
    expect(parseMarkup(escapeText('- 不是列表'))).toEqual([{ kind: 'line', children: [text('- 不是列表')] }]);
    expect(parseMarkup(escapeText('> no quote'))[0]?.kind).toBe('line');
  });
});

describe('times', () => {
  const at = Date.parse('2026-03-04T12:00:00Z') / 1000;

  it.each([
    ['en', 'D', 'March 4, 2026'],
    ['zh-CN', 'D', '2026年3月4日'],
    ['de', 'D', '4. März 2026'],
    ['en', 'R', '2 days ago'],
    ['ja', 'R', '一昨日'],
  ])('in %s as %s', (locale, style, shown) => {
    const now = Date.parse('2026-03-06T13:00:00Z');
    expect(formatTime(at, style, { locale, timeZone: 'UTC', now })).toBe(shown);
  });

  it('shows what is no time as it is', () => {
    expect(formatTime(9e16, 'D', { locale: 'en', timeZone: 'UTC' })).toBe('90000000000000000');
    expect(formatDay('昨天', 'en')).toBe('昨天');
  });
});
