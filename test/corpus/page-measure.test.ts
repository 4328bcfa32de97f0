import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { splitArticles } from '../../src/corpus/split-articles.ts';
import { fitChoices } from '../support/logistic.ts';
import { evaluatePage, f1 } from '../support/page-evaluation.ts';
import { measurePages, pageSets } from '../support/page-figures.ts';
import { generatePage } from '../support/page-generator.ts';
import { chooseArticles, readSourceArticles } from '../support/source-articles.ts';

const articles = readSourceArticles(fileURLToPath(new URL('../../corpus', import.meta.url)));

describe('the page generator', () => {
  it('prints the same page for the same seed', () => {
    const page = () => generatePage(chooseArticles(articles, 12), 12);
    expect(page()).toEqual(page());
  });

  it('knows where it printed every fragment, and loses none', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const chosen = chooseArticles(articles, seed);
      const { text, fragments } = generatePage(chosen, seed);
      for (const { start, end, text: printed, addsHyphen } of fragments) {
        const squeeze = (part: string): string => part.replace(/\s+/g, '');
        expect(squeeze(text.slice(start, end))).toBe(squeeze(addsHyphen ? printed.slice(0, -1) : printed));
      }
      for (const article of chosen.keys()) {
        const own = fragments.filter((fragment) => fragment.article === article).map(({ order }) => order);
        expect([...own].sort((a, b) => a - b)).toEqual([...own.keys()]);
      }
    }
  });
});

describe('evaluatePage', () => {
  const page = generatePage(chooseArticles(articles, 3), 3);
  const bodyOf = (article: number) => ({
    title: page.titles[article] ?? '',
    segments: page.fragments
      .filter((fragment) => fragment.article === article)
      .map(({ start, end }) => ({ start: 0, end: end - start, pageStart: start })),
  });

  it('finds no fault in the truth', () => {
    const counts = evaluatePage(page, { articles: page.titles.map((_, at) => bodyOf(at)), joins: [] });
    expect([f1(counts.boundary), f1(counts.pairs), counts.titles.right]).toEqual([1, 1, counts.titles.all]);
    expect([counts.lostCharacters, counts.doubledCharacters, counts.foreignCharacters]).toEqual([0, 0, 0]);
  });

  it('counts what is lost, doubled and mixed', () => {
    const [first] = page.titles.map((_, at) => bodyOf(at));
    if (first === undefined) throw new Error('the page has articles');
    const counts = evaluatePage(page, { articles: [first, first], joins: [{ lines: [1, 1] }] });
    expect(counts.lostCharacters).toBeGreaterThan(0);
    expect(counts.doubledCharacters).toBeGreaterThan(0);
    expect(counts.joins.wrong).toBe(1);
  });
});

describe('fitChoices', () => {
  it('gives weight to what tells the right option', () => {
    const choices = Array.from({ length: 40 }, (_, at) => ({
      options: [
        { sign: 1, noise: at % 2 },
        { sign: 0, noise: 0 },
      ],
      right: at % 5 === 0 ? 1 : 0,
    }));
    const { sign = 0, noise = 0 } = fitChoices(choices, { steps: 600, ridge: 0.001 });
    // Right in four of five choices: the likeliest weight is the logarithm of 4 to 1.
    expect(sign).toBeCloseTo(Math.log(4), 1);
    expect(noise).toBeCloseTo(0, 0);
  });
});

describe('reading generated pages kept apart from tuning', () => {
  const figures = measurePages(articles, pageSets.kept);

  // The goal is 0.97 and 0.95 (issue 4); these are floors under what was reached on 2026-11-24.
  it('puts articles together better than a split at headings', () => {
    expect(figures.boundaryF1).toBeGreaterThan(0.87);
    expect(figures.pairwiseF1).toBeGreaterThan(0.88);
    expect(figures.boundaryF1).toBeGreaterThan(figures.baseline.boundaryF1);
    expect(figures.pairwiseF1).toBeGreaterThan(figures.baseline.pairwiseF1);
  });

  it('doubles no character, and takes few headings for text or text for headings', () => {
    expect(figures.doubledCharacters).toBe(0);
    expect(figures.lostCharacters / figures.bodyCharacters).toBeLessThan(0.002);
    expect(figures.foreignCharacters / figures.bodyCharacters).toBeLessThan(0.003);
    expect(figures.wrongJoinShare).toBeLessThan(0.05);
  });

  it('gives every block of every page once', () => {
    for (let seed = 151; seed <= 200; seed++) {
      const page = generatePage(chooseArticles(articles, seed), seed);
      const { blocks } = splitArticles(page);
      expect(blocks.map(({ start, end }) => page.text.slice(start, end)).join('')).toBe(page.text);
    }
  });
});
