import { describe, expect, it } from 'vitest';
import { checkSlice } from '../../src/corpus/provenance.ts';
import { splitArticles } from '../../src/corpus/split-articles.ts';

const first =
  'The harbour board voted by seven to two on Monday night to raise ferry fares for the first time since 2019.';
const second =
  'A tortoise that left a yard on Alder Row last April was found on Thursday under the bandstand of Fenner Park.';

describe('splitArticles', () => {
  it('reads one clean article with front matter and keeps its crossheads in it', () => {
    const text = `---\ntitle: Fares to rise\nsource: The Harbour Courier\ndate: 2025-03-04\nauthor: [Nessa Tolliver]\nurl: https://a.example/1\nlanguage: en\nsection: Transport\n---\n\n${first}\n\n## What it costs\n\nAn adult single will be £5.60.\n`;
    const { articles } = splitArticles({ file: 'x.md', text });
    expect(articles).toHaveLength(1);
    expect(articles[0]).toMatchObject({
      title: 'Fares to rise',
      source: 'The Harbour Courier',
      publishedOn: '2025-03-04',
      authors: ['Nessa Tolliver'],
      url: 'https://a.example/1',
      language: 'en',
      section: 'Transport',
      inferred: [],
      body: `${first}\n\nWhat it costs\n\nAn adult single will be £5.60.`,
    });
  });

  it('gives a second half that stands under another heading back to its story', () => {
    const text = [
      '# Ferry fares to rise',
      'By Nessa Tolliver',
      first,
      'Some 612,000 passenger journeys were made on the ferry in 2024, the harbour board',
      '# Tortoise found',
      'By Marcus Oyelle',
      second,
      'said, and fares will pay for the new ferry lift.',
      'The board meets again in May to vote on fares.',
    ].join('\n\n');
    const { articles, joins, decisions } = splitArticles({ file: 'post-2025-03-04.md', text });
    expect(articles.map(({ title }) => title)).toEqual(['Ferry fares to rise', 'Tortoise found']);
    expect(articles[0]?.body).toContain('the harbour board said, and fares');
    expect(articles[0]?.body.endsWith('vote on fares.')).toBe(true);
    expect(articles[1]?.body).toBe(second);
    expect(joins).toHaveLength(1);
    expect(decisions.some(({ kind }) => kind === 'piece-moved')).toBe(true);
  });

  it('leaves markup out of a body that still maps to the page', () => {
    const text = `# Fares\n\nThe **board** voted [to raise](https://a.example) fares.\n`;
    const { articles } = splitArticles({ file: 'x.md', text });
    const [article] = articles;
    expect(article?.body).toBe('The board voted to raise fares.');
    expect(article && checkSlice(article, { start: 0, end: article.body.length }, text)).toBe(true);
  });

  it('mends words that lines cut', () => {
    const text =
      'Pool stays open\n\nBy Rosalind Tew\n\nThe council voted on Monday to keep the swim-\nming pool open, and so did the well-\nmeaning members of the parks board, by a\nmajority that nobody had foreseen. Swimming starts.\n';
    expect(splitArticles({ file: 'x.txt', text }).articles[0]?.body).toContain('the swimming pool open');
  });

  it('makes no article of a headline that points to another page', () => {
    const text = `# Ten walks\n\nSee WALKS, page 6\n\n# Fares\n\n${first}\n`;
    const { articles, references } = splitArticles({ file: 'x.md', text });
    expect(articles.map(({ title }) => title)).toEqual(['Fares']);
    expect(references).toEqual([{ title: 'Ten walks', jump: 'See WALKS, page 6', lines: [1, 3] }]);
  });

  it('keeps ids when the page is read again, renamed, or another article on it changes', () => {
    const page = (other: string): string =>
      `---\nsource: Post\n---\n\n# Fares\n\nBy Jane Doe\n\n${first}\n\n# Tortoise\n\nBy John Roe\n\n${other}\n`;
    const idOf = (file: string, text: string) =>
      splitArticles({ file, text }).articles.find(({ title }) => title === 'Fares')?.id;
    const id = idOf('a.md', page(second));
    expect(idOf('b/c.md', page(second))).toBe(id);
    expect(idOf('a.md', page('Something else was found today.'))).toBe(id);
  });

  it('takes source and date from the file name, and the hint where there is none', () => {
    const { articles } = splitArticles({
      file: 'north/harbour-post-2024-03-05.md',
      text: `# Fares\n\n${first}\n`,
    });
    expect(articles[0]).toMatchObject({ source: 'Harbour Post', publishedOn: '2024-03-05' });
    const hinted = splitArticles({ file: 'x.md', text: `# Fares\n\n${first}\n` }, { sourceHint: 'The Post' });
    expect(hinted.articles[0]?.source).toBe('The Post');
  });

  it.each([
    ['zh', '本报讯(记者 张三)3月4日,市气象台发布暴雨黄色预警,请市民减少外出。'],
    ['en', first],
    ['ar', 'أعلنت البلدية صباح اليوم افتتاح محطة تحلية المياه الجديدة في المدينة.'],
  ])('tells the language: %s', (language, text) => {
    expect(splitArticles({ file: 'x.md', text: `# A\n\n${text}\n` }).articles[0]?.language).toBe(language);
  });

  it('names an article that has no headline by its first words', () => {
    expect(splitArticles({ file: 'x.txt', text: `${second}\n` }).articles[0]?.title).toBe(
      'A tortoise that left a yard on Alder Row last April was found on Thursday under',
    );
  });
});
