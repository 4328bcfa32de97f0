import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answer/answer.ts';
import type { Answerer } from '../../src/answer/answerer.ts';
import { renderAnswer } from '../../src/terminal/render-answer.ts';
import { openRealAnswerer } from '../support/real-answerer.ts';

/**
 * Eleven invented pages: an agency's report in three papers, one of which cut it and one of which prints another number;
 * another in Simplified and Traditional Chinese, corrected two days later; an article in Spanish, corrected by date and
 * words alone; two readings of a feed whose item was edited between them.
 */
const fixtures = path.join(import.meta.dirname, '..', 'fixtures', 'same-story');

describe('one story in several outlets, versions and corrections', () => {
  let answerer: Answerer;
  beforeAll(async () => {
    answerer = await openRealAnswerer(fixtures);
  });
  afterAll(() => answerer.close());

  // What is sure enough to be shown is measured elsewhere; here it matters what stands beside a quote.
  const ask = (question: string): Promise<Answer> =>
    answerer.answer(question, { limit: 8, minConfidence: 0 });

  it.each([
    [
      'How many barges are waiting below the lock?',
      '61 barges',
      ['Harrow Herald', 'Ostrey Echo', 'Tidewater Gazette'],
    ],
    [
      'What happened to the lock gate on Tuesday evening?',
      'broke from its hinges',
      ['Harrow Herald', 'Ostrey Echo', 'Tidewater Gazette'],
    ],
    ['备用柴油机什么时候启动？', '柴油', ['海星晚報', '青崖日报']],
    ['備用柴油機什麼時候啟動？', '柴油', ['海星晚報', '青崖日报']],
  ])('quotes a sentence once and names all who print it: %s', async (question, words, outlets) => {
    const { quotes } = await ask(question);
    const quoted = quotes.filter(({ text }) => text.includes(words));
    expect(quoted).toHaveLength(1);
    const [quote] = quoted;
    expect([quote?.source, ...(quote?.alsoIn ?? []).map(({ source }) => source)].sort()).toEqual(outlets);
  });

  it('quotes each number from the paper that prints it', async () => {
    const { quotes } = await ask('How much will the repair of the lock gate cost?');
    const costs = quotes.filter(({ text }) => text.includes('million crowns'));
    expect(costs.map(({ text, source }) => [/\d\.\d/.exec(text)?.[0], source === 'Harrow Herald'])).toEqual(
      expect.arrayContaining([
        ['2.4', false],
        ['3.1', true],
      ]),
    );
    expect(costs).toHaveLength(2);
  });

  it.each([
    ['索道停车时车厢里有多少游客？', '青崖日报', '214名游客', '更正', '2026-01-22'],
    [
      '¿Cuánto costará ampliar el horario de la biblioteca?',
      'Diario de Encinar',
      '38.000 euros al año y',
      'Fe de errores',
      '2026-03-05',
    ],
  ])('shows the correction with what it corrects: %s', async (question, source, words, title, date) => {
    const found = await ask(question);
    const quote = found.quotes.find((each) => each.source === source && each.text.includes(words));
    expect(quote?.corrections).toMatchObject([{ title, publishedOn: date }]);
    const articleId = quote?.corrections[0]?.articleId ?? '';
    expect(renderAnswer(found, { hasColour: false, workingFolder: fixtures })).toContain(
      `This article was corrected on ${date}: “${title}” (article ${articleId})`,
    );
    const others = found.quotes.filter((each) => each.articleId !== quote?.articleId);
    expect(others.flatMap(({ corrections }) => corrections.map((each) => each.articleId))).not.toContain(
      articleId,
    );
  });

  it('quotes the newest version of an article and none before it', async () => {
    const { quotes } = await ask('In how many houses did the quarry blast break windows?');
    expect(quotes[0]?.text).toContain('52 houses');
    expect(quotes.map(({ text }) => text).join(' ')).not.toContain('18 houses');
  });

  it('sets the numbers of outlets that differ side by side, each in its own words', async () => {
    const found = await ask('How much will the repair of the lock gate cost?');
    expect(found.differing.map(({ text, source }) => [text, source === 'Harrow Herald'])).toEqual([
      ['2.4 million', false],
      ['3.1 million', true],
    ]);
    for (const { quote, text, source } of found.differing) {
      const { highlight, ...quoted } = found.quotes[quote]!;
      expect(quoted.source).toBe(source);
      expect(quoted.text.slice(highlight.start, highlight.end)).toBe(text);
    }
    expect(renderAnswer(found, { hasColour: false, workingFolder: fixtures })).toMatch(
      /^(?:Not sure[^\n]+\n\n)?The outlets differ: 2\.4 million \([^)]+\) · 3\.1 million \(Harrow Herald\)\.\n/,
    );
  });

  it.each([
    // Both numbers stand in each of the articles: they count different things.
    'How many barges are waiting below the lock?',
    '索道停车时车厢里有多少游客？',
    'In how many houses did the quarry blast break windows?',
    '¿Cuánto costará ampliar el horario de la biblioteca?',
  ])('says of no others that they differ: %s', async (question) => {
    expect((await ask(question)).differing).toEqual([]);
  });
});
