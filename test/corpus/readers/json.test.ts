import { describe, expect, it } from 'vitest';
import { openPage } from '../../../src/corpus/readers/readers.ts';
import { describeReader, fixture, openReadable } from './reader-contract.ts';

describeReader('JSON', {
  extension: '.json',
  files: [
    {
      file: 'articles.json',
      bytes: fixture('articles.json'),
      charset: 'utf-8',
      skipped: [
        'record 2, line 11: body, text or content is missing',
        'record 4, line 16: title: Invalid input: expected string, received number',
        'record 5, line 17: author: Invalid input',
      ],
      articles: [
        {
          title: 'Market hall opens',
          source: 'The Lowmere Post',
          publishedOn: '2025-03-05',
          authors: ['Orla Fenwick', 'Tam Oduya'],
          language: 'en',
          url: 'https://lowmere-post.example/market',
          body: 'The market hall opened its doors on Wednesday.\n\nForty traders have a stall there.',
          lines: [
            [9, 9],
            [9, 9],
          ],
        },
        {
          title: '青崖大桥五月通车',
          source: '青崖日报',
          publishedOn: '2025-04-16',
          authors: ['沈若川'],
          language: 'zh',
          url: null,
          body: '青崖大桥将于五月十八日正式通车。\n\n过桥不收费。',
          lines: [
            [14, 14],
            [14, 14],
          ],
        },
        {
          title: 'فتح سوق الواحة القديم أبوابه صباح الجمعة بعد ثلاث سنوات.',
          source: 'صدى الواحات',
          publishedOn: '2025-09-12',
          authors: [],
          language: 'ar',
          url: null,
          body: 'فتح سوق الواحة القديم أبوابه صباح الجمعة بعد ثلاث سنوات.',
          lines: [
            [22, 22],
            [22, 22],
          ],
        },
      ],
    },
    {
      file: 'feed.json',
      bytes: fixture('feed.json'),
      charset: 'utf-8',
      articles: [
        {
          title: 'Ferry fares rise in May',
          source: 'The Lowmere Post',
          publishedOn: '2025-03-05',
          authors: ['Orla Fenwick'],
          language: 'en',
          url: 'https://lowmere-post.example/ferry',
          body: 'A ticket to Gull Island costs two crowns more.\n\nChildren pay what they paid.',
          lines: [
            [6, 13],
            [6, 13],
          ],
        },
        {
          title: 'العبارة',
          source: 'The Lowmere Post',
          publishedOn: null,
          authors: [],
          language: 'ar',
          url: null,
          body: 'ترتفع أجرة العبارة في مايو.',
          lines: [
            [14, 14],
            [14, 14],
          ],
        },
      ],
    },
  ],
});

describeReader('JSON Lines', {
  extension: '.jsonl',
  files: [
    {
      file: 'articles.jsonl',
      bytes: fixture('articles.jsonl'),
      charset: 'utf-8',
      skipped: ['line 2: not JSON', 'record 6, line 6: Invalid input: expected object, received array'],
      articles: [
        {
          title: 'Ferry fares rise',
          source: 'The Lowmere Post',
          publishedOn: '2025-03-05',
          authors: ['Orla Fenwick'],
          language: 'en',
          url: null,
          body: 'A ticket costs two crowns more.',
          lines: [
            [1, 1],
            [1, 1],
          ],
        },
        {
          title: '渔港开渔',
          source: '青崖日报',
          publishedOn: '2025-04-17',
          authors: [],
          language: 'zh',
          url: null,
          body: '清晨五点，一百零二条渔船驶出渔港。',
          lines: [
            [4, 4],
            [4, 4],
          ],
        },
        {
          title: 'Пристань откроют в июне',
          source: 'Озёрный вестник',
          publishedOn: '2025-05-20',
          authors: [],
          language: 'ru',
          url: null,
          body: 'Новую пристань на озере откроют первого июня.',
          lines: [
            [5, 5],
            [5, 5],
          ],
        },
      ],
    },
  ],
});

describe('jsonReader', () => {
  const open = (value: unknown) => openPage('x.json', Buffer.from(JSON.stringify(value, null, 2)));

  it.each([
    ['one article', { title: '开渔', body: '百船出海。' }],
    ['a list under “articles”', { meta: { a: [{}] }, articles: [{ title: '开渔', body: '百船出海。' }] }],
  ])('reads %s', async (_what, value) => {
    const page = await open(value);
    expect('reason' in page ? page : page.read().articles.map(({ title }) => title)).toEqual(['开渔']);
  });

  it('finds a text’s line among lists and objects of other keys', async () => {
    const page = await open({
      meta: { list: [{ body: 'x' }, ['y']] },
      articles: [{ title: 'a', tags: ['{', { body: 'z' }], body: 'Fares rise.' }],
    });
    expect('reason' in page ? page : page.read().articles[0]?.segments[0]?.lines).toEqual([21, 21]);
  });

  it.each([
    ['settings', { name: 'x', version: '1' }],
    ['a list of numbers', [1, 2]],
    ['an empty list', []],
    ['a word', 'x'],
    ['null', null],
  ])('sets %s aside, for they hold no article', async (_what, value) => {
    expect(await open(value)).toMatchObject({ reason: 'no-article' });
  });

  it.each([
    ['one record', '[\n{"title": "a", "body": "Fares rise."},\n{"title": }\n]', 'record 2, line 3: not JSON'],
    [
      'the end',
      '[\n{"title": "a", "body": "Fares rise."},\n{"title": "开渔", "bo',
      'record 2, line 3: not JSON',
    ],
    ['the brackets', '[\n{"title": "a", "body": "Fares rise."}', 'line 2: not JSON'],
  ])('reads what is whole where %s is broken, and says where', async (_what, json, detail) => {
    const reading = (await openReadable('x.json', Buffer.from(json))).read();
    expect(reading.articles.map(({ body }) => body)).toEqual(['Fares rise.']);
    expect(reading.skipped).toEqual([{ reason: 'record-invalid', detail }]);
  });

  it('says where the break is when nothing is whole', async () => {
    expect(await openPage('x.json', Buffer.from('[\n{"title": }\n]'))).toEqual({
      reason: 'damaged',
      detail: 'record 1, line 2: not JSON',
    });
  });

  it('replaces half a character, which could never be found in its page again', async () => {
    const json = String.raw`[{"title": "A \ud83d ferry", "author": "\udc00 Fenwick", "body": "Fares \ud83d rise. 😀 开渔."}]`;
    const page = await openReadable('x.json', Buffer.from(json));
    const [article] = page.read().articles;
    expect(article).toMatchObject({
      title: 'A \ufffd ferry',
      authors: ['\ufffd Fenwick'],
      body: 'Fares \ufffd rise. 😀 开渔.',
    });
    expect(page.text.isWellFormed()).toBe(true);
  });
});
