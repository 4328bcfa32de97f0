import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Answer, Quote } from '../../src/answer/answer.ts';
import type { RelatedArticle } from '../../src/answer/related.ts';
import { renderAnswer, showPath, toJson } from '../../src/terminal/render-answer.ts';

const workingFolder = path.resolve('/srv/news');

const quote: Quote = {
  text: 'The ferry sails. Fares rise in May.',
  articleId: 'abc',
  title: 'Ferry returns',
  source: 'Harbour Courier',
  publishedOn: '2025-03-04',
  authors: ['Ida Brandvold'],
  url: 'https://harbour.example/ferry',
  file: path.join(workingFolder, 'corpus/ferry.md'),
  lines: [3, 3],
  start: 10,
  end: 45,
  language: 'en',
  highlight: { start: 17, end: 35 },
  alsoIn: [],
  corrections: [],
};

const answered = (change: Partial<Quote> = {}): Answer => ({
  question: 'When do fares rise?',
  language: 'en',
  status: 'answered',
  confidence: 0.98765,
  isUncertain: false,
  period: null,
  newestOn: '2026-05-01',
  differing: [],
  quotes: [{ ...quote, ...change }],
  nearest: [],
  withheld: [],
});

const notFound: Answer = {
  ...answered(),
  status: 'not-found',
  quotes: [],
  nearest: [
    { articleId: 'a', title: '青崖大桥通车', source: '青崖日报', publishedOn: '2025-04-01' },
    { articleId: 'b', title: 'سوق نوران', source: 'صدى نوران', publishedOn: null },
  ],
};

const render = (answer: Answer, hasColour = false) => renderAnswer(answer, { hasColour, workingFolder });

describe('renderAnswer', () => {
  it('says which time the quotes keep to, and how new they are', () => {
    const text = render({
      ...answered({}),
      period: { from: '2026-04-27', phrase: 'last week' },
      newestOn: '2026-05-01',
    });
    expect(text).toMatch(
      /^Only articles since 2026-04-27 \(“last week”\)\. The newest one quoted is of 2026-05-01\.\n\n1\. /,
    );
  });

  it('says that it is not sure', () => {
    expect(render({ ...answered({}), isUncertain: true })).toMatch(/^Not sure that this answers; .*\n\n1\. /);
  });

  it('gives a quote with its title, source, date, file, line and address', () => {
    expect(render(answered())).toBe(
      [
        '1. The ferry sails. **Fares rise in May.**',
        '   Ferry returns',
        '   Harbour Courier · 2025-03-04 · corpus/ferry.md, line 3',
        '   https://harbour.example/ferry',
        '',
      ].join('\n'),
    );
  });

  const related = (change: Partial<RelatedArticle> = {}): RelatedArticle => ({
    articleId: 'def',
    title: '轮渡恢复',
    source: '青崖日报',
    publishedOn: '2025-03-05',
    url: null,
    ...change,
  });

  it('names the outlets that print the same, each with its date, under the address', () => {
    const alsoIn = [related(), related({ articleId: 'g', source: 'Osk Gazette', publishedOn: null })];
    expect(render(answered({ alsoIn }))).toContain(
      '   https://harbour.example/ferry\n   Also in: 青崖日报 (2025-03-05), Osk Gazette\n',
    );
    expect(render(answered({ alsoIn: [related(), related()] }))).toContain(
      'Also in: 青崖日报 (2025-03-05)\n',
    );
    expect(render(answered())).not.toContain('Also in');
  });

  it('shows each correction with its title, date and article', () => {
    const corrections = [related({ title: 'Correction' }), related({ articleId: 'h', publishedOn: null })];
    expect(render(answered({ corrections }))).toContain(
      '   This article was corrected on 2025-03-05: “Correction” (article def)\n   This article was corrected: “轮渡恢复” (article h)\n',
    );
  });

  it('numbers the quotes and parts them by a blank line', () => {
    const two = { ...answered(), quotes: [quote, { ...quote, title: 'Again' }] };
    expect(render(two)).toMatch(/^1\. [^]+\n\n2\. [^]+Again/);
  });

  it.each([
    ['a date', { publishedOn: null }, '   Harbour Courier · corpus/ferry.md, line 3\n'],
    ['an address', { url: null }, 'line 3\n'],
  ])('leaves out %s that is not known', (_what, change, wanted) => {
    const text = render(answered(change));
    expect(text).toContain(wanted);
    expect(text).not.toContain('null');
  });

  it('names several lines', () => {
    expect(render(answered({ lines: [3, 7] }))).toContain('corpus/ferry.md, lines 3–7');
  });

  it.each([
    ['Chinese', '大桥通车。只要五分钟。', { start: 5, end: 11 }, '大桥通车。**只要五分钟。**'],
    ['English', 'Fares rise.', { start: 0, end: 11 }, '**Fares rise.**'],
    ['Arabic', 'فتح السوق. أمس.', { start: 0, end: 10 }, '**فتح السوق.** أمس.'],
    ['emoji', '🎉 a. 👩‍👩‍👧 b.', { start: 0, end: 5 }, '**🎉 a.** 👩‍👩‍👧 b.'],
  ])('marks the part that answers: %s', (_what, text, highlight, wanted) => {
    expect(render(answered({ text, highlight }))).toContain(`1. ${wanted}\n`);
  });

  it('marks it in bold where there is colour', () => {
    expect(render(answered(), true)).toContain('1. The ferry sails. \u001b[1mFares rise in May.\u001b[22m\n');
  });

  const hostile = 'a\u001b[31mred\u001b]0;title\u0007\u009b1A\rb\u0008\u0000\nc';

  it.each([
    ['the text of a quote', answered({ text: hostile, highlight: { start: 0, end: hostile.length } })],
    ['a title', answered({ title: hostile })],
    ['a source', answered({ source: hostile })],
    ['an address', answered({ url: hostile })],
    ['another outlet', answered({ alsoIn: [related({ source: hostile })] })],
    ['a correction', answered({ corrections: [related({ title: hostile })] })],
    ['a file name', answered({ file: `/elsewhere/${hostile}` })],
    ['the title of a near article', { ...notFound, nearest: [{ ...notFound.nearest[0]!, title: hostile }] }],
    [
      'the source of a near article',
      { ...notFound, nearest: [{ ...notFound.nearest[0]!, source: hostile }] },
    ],
    [
      'what is withheld',
      { ...notFound, withheld: [{ reason: 'page-missing', title: hostile, file: hostile }] },
    ],
  ] as const)('lets no escape code or line break of %s reach the terminal', (_what, answer) => {
    const harmless = render(answer).replaceAll('\n', '');
    expect(harmless).not.toMatch(/\p{Cc}/u);
    expect(
      render(answer)
        .split('\n')
        .filter((line) => line === 'c' || line.startsWith('c ')),
    ).toEqual([]);
  });

  it('names the nearest articles when there is no answer', () => {
    expect(render(notFound)).toBe(
      [
        'The articles do not answer this. Nearest:',
        '   青崖大桥通车 · 青崖日报 · 2025-04-01',
        '   سوق نوران · صدى نوران',
        '',
      ].join('\n'),
    );
  });

  it('says that nothing answers where nothing is near', () => {
    expect(render({ ...notFound, nearest: [] })).toBe('The articles do not answer this.\n');
  });

  it.each([
    ['page-missing', 'ferry.md was deleted after it was indexed'],
    ['page-changed', 'ferry.md was changed after it was indexed'],
  ] as const)('says which quote is withheld, why, and what to do: %s', (reason, wanted) => {
    const text = render({ ...answered(), withheld: [{ reason, title: '大桥', file: 'ferry.md' }] });
    expect(text).toContain('“大桥”');
    expect(text).toContain(wanted);
    expect(text).toContain('npm run index');
  });
});

describe('showPath', () => {
  it.each([
    ['below the working folder', '/srv/news/corpus/页.md', 'corpus/页.md'],
    ['elsewhere', '/srv/other/a.md', '/srv/other/a.md'],
    ['in a folder that only begins alike', '/srv/newspaper/a.md', '/srv/newspaper/a.md'],
    ['above', '/srv/a.md', '/srv/a.md'],
    ['of a name that begins with dots', '/srv/news/..corpus/a.md', '..corpus/a.md'],
  ])('shows a file %s', (_what, file, wanted) => {
    expect(showPath(path.resolve(file), workingFolder)).toBe(wanted);
  });
});

describe('toJson', () => {
  const parse = (answer: Answer) => JSON.parse(JSON.stringify(toJson(answer, 12.3456, workingFolder)));

  it('has the keys of the contract, and their values', () => {
    expect(parse(answered())).toMatchObject({
      question: 'When do fares rise?',
      language: 'en',
      status: 'answered',
      confidence: 0.9877,
      isUncertain: false,
      period: null,
      newestOn: '2026-05-01',
      differing: [],
      quotes: [
        {
          text: quote.text,
          articleId: 'abc',
          title: 'Ferry returns',
          source: 'Harbour Courier',
          publishedOn: '2025-03-04',
          url: 'https://harbour.example/ferry',
          file: 'corpus/ferry.md',
          lines: [3, 3],
          start: 10,
          end: 45,
          language: 'en',
        },
      ],
      nearest: [],
      tookMs: 12.35,
    });
  });

  it('keeps what is not known as null, so that every key is there', () => {
    const [found] = parse(answered({ url: null, publishedOn: null })).quotes;
    expect(found).toMatchObject({ url: null, publishedOn: null });
  });

  it('gives what else prints a quote and what corrects it, empty where nothing does', () => {
    expect(parse(answered()).quotes[0]).toMatchObject({ alsoIn: [], corrections: [] });
    const near = { articleId: 'd', title: '更正', source: '青崖日报', publishedOn: null, url: null };
    const [found] = parse(answered({ alsoIn: [near], corrections: [near] })).quotes;
    expect(found).toMatchObject({ alsoIn: [near], corrections: [near] });
  });

  it('names near articles by the keys of the contract', () => {
    const json = parse(notFound);
    expect(json).toMatchObject({ status: 'not-found', quotes: [], nearest: notFound.nearest });
    for (const near of json.nearest) {
      expect(Object.keys(near)).toEqual(
        expect.arrayContaining(['articleId', 'title', 'source', 'publishedOn']),
      );
    }
  });

  it('keeps a quote’s text as it is, whatever it holds', () => {
    const text = '“大桥”\u001b[31m\n👩‍👩‍👧\t\u2028';
    expect(parse(answered({ text })).quotes[0].text).toBe(text);
    expect(JSON.stringify(toJson(answered({ text }), 1, workingFolder))).not.toContain('\n');
  });
});
