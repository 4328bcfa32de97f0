import { describe, expect, it } from 'vitest';
import { completeArticle, hashArticle, prepareArticle } from '../../src/pipeline/prepare-article.ts';
import { chunkTerms } from '../../src/text/terms.ts';
import { makeArticle } from '../support/articles.ts';
import type { ArticleSketch } from '../support/articles.ts';
import { createFakeEmbedder, embedFakePassage } from '../support/fake-embedder.ts';

const scripts: readonly (readonly [string, ArticleSketch])[] = [
  [
    'Chinese',
    { title: '大桥', language: 'zh', paragraphs: [['青崖大桥昨天通车。', '全长三百米。'], ['天气很好。']] },
  ],
  ['English', { title: 'Ferry', paragraphs: [['The ferry sails.', 'Fares rise.'], ['It rained.']] }],
  ['Arabic', { title: 'سوق', language: 'ar', paragraphs: [['فتح السوق أمس.', 'الطقس جميل.']] }],
  ['emoji', { title: '🎉', language: 'und', paragraphs: [['👩‍👩‍👧 came.'], ['🇨🇳 too.']] }],
];

const prepare = (sketch: ArticleSketch) => {
  const texts = new Map<string, string>();
  const article = makeArticle(sketch);
  return { article, texts, prepared: prepareArticle(article, 'hash', createFakeEmbedder(), texts) };
};

describe('hashArticle', () => {
  const base = makeArticle();

  it('is the same for the same article', () => {
    expect(hashArticle(makeArticle())).toBe(hashArticle(base));
  });

  it.each([
    ['body', { body: `${base.body} More.` }],
    ['title', { title: '渡轮' }],
    ['date', { publishedOn: null }],
    ['author', { authors: ['Ida'] }],
    [
      'place on the page',
      { segments: base.segments.map((part) => ({ ...part, pageStart: part.pageStart + 1 })) },
    ],
  ])('is another one for another %s', (_what, change) => {
    expect(hashArticle({ ...base, ...change })).not.toBe(hashArticle(base));
  });
});

describe('prepareArticle and completeArticle', () => {
  it.each(scripts)('embed each sentence by itself and each chunk under the title: %s', (_what, sketch) => {
    const { article, texts, prepared } = prepare(sketch);
    const { body, title } = article;
    const complete = completeArticle(prepared, (key) => embedFakePassage(texts.get(key) ?? 'no text'));
    expect(complete).toMatchObject({ article, contentHash: 'hash' });
    expect(complete.chunks.length).toBeGreaterThan(0);
    for (const { start, end, embedding, terms, sentences } of complete.chunks) {
      const text = `${title}\n${body.slice(start, end)}`;
      expect(embedding).toEqual(embedFakePassage(text));
      expect(terms).toEqual(chunkTerms(text));
      expect([sentences[0]?.start, sentences.at(-1)?.end]).toEqual([start, end]);
      for (const sentence of sentences) {
        expect(sentence.embedding).toEqual(embedFakePassage(body.slice(sentence.start, sentence.end)));
      }
    }
  });

  it('embed a chunk without a title as it is', () => {
    const { article, texts } = prepare({ title: '', paragraphs: [['One. ', 'Two.']] });
    expect([...texts.values()]).toContain(article.body);
  });

  it('list a sentence that stands twice only once', () => {
    const { texts } = prepare({ title: '', paragraphs: [['Amen.'], ['Amen.']] });
    expect([...texts.values()].filter((text) => text === 'Amen.')).toHaveLength(1);
  });
});
