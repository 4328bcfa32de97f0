import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { splitArticles } from '../../src/corpus/split-articles.ts';
import type { SourceArticle } from './page-generator.ts';
import { makeRandom } from './random.ts';

/** Whole articles of a corpus folder, by language; pages that end in mid-sentence are left out. */
export function readSourceArticles(folder: string): Map<string, SourceArticle[]> {
  const byLanguage = new Map<string, SourceArticle[]>();
  for (const name of readdirSync(folder).sort()) {
    if (!/\.(?:md|txt)$/.test(name) || /^readme/i.test(name)) continue;
    const { articles } = splitArticles({ file: name, text: readFileSync(path.join(folder, name), 'utf8') });
    for (const { title, authors, language, body } of articles) {
      const paragraphs = body.split('\n\n').filter((paragraph) => /[.。!?！？”"»」）)]$/.test(paragraph));
      if (paragraphs.length < 3 || !/[.。!?！？”"»」）)]$/.test(body)) continue;
      byLanguage.set(language, [
        ...(byLanguage.get(language) ?? []),
        { title, authors, language, paragraphs },
      ]);
    }
  }
  return byLanguage;
}

/** The articles of page number `seed`: two to six of one language, in a random order. */
export function chooseArticles(
  byLanguage: ReadonlyMap<string, readonly SourceArticle[]>,
  seed: number,
): SourceArticle[] {
  const random = makeRandom(seed * 7919 + 1);
  const languages = [...byLanguage]
    .filter(([, articles]) => articles.length >= 2)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const [, articles] = random.pick(languages);
  return random.shuffle(articles).slice(0, random.between(2, 6));
}
