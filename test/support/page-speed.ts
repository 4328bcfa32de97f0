import { splitArticles } from '../../src/corpus/split-articles.ts';
import { generatePage } from './page-generator.ts';
import type { SourceArticle } from './page-generator.ts';
import { chooseArticles } from './source-articles.ts';

/** How long pages of one size took. */
export interface PageSpeed {
  /** UTF-8 bytes of all texts, in millions. */
  readonly megabytes: number;
  /** Whether each page was a whole newspaper page torn into columns, or one article as it should be. */
  readonly kind: 'torn pages' | 'one page';
  readonly seconds: number;
}

const sizes = [0.1, 1, 10, 100];
const bytesPerMegabyte = 1_000_000;

/** Times reading many torn pages, and one page as long as all of them, at sizes up to `megabytes`. */
export function measurePageSpeed(
  articles: ReadonlyMap<string, readonly SourceArticle[]>,
  megabytes: number,
  now: () => number,
): PageSpeed[] {
  return sizes
    .filter((size) => size <= megabytes)
    .flatMap((size) => {
      const texts = collectPages(articles, size * bytesPerMegabyte);
      const plain = [texts.map(bodyOfPage).join('\n\n')];
      return [
        { megabytes: size, kind: 'torn pages', seconds: timeReading(texts, now) } as const,
        { megabytes: size, kind: 'one page', seconds: timeReading(plain, now) } as const,
      ];
    });
}

/** Pages of different seeds, the first of them again where there are not enough. */
function collectPages(articles: ReadonlyMap<string, readonly SourceArticle[]>, bytes: number): string[] {
  const distinct = Array.from(
    { length: 200 },
    (_, seed) => generatePage(chooseArticles(articles, seed), seed).text,
  );
  const texts: string[] = [];
  let total = 0;
  for (let at = 0; total < bytes; at++) {
    const text = distinct[at % distinct.length] ?? '';
    texts.push(text);
    total += Buffer.byteLength(text);
  }
  return texts;
}

function bodyOfPage(text: string): string {
  return text.replaceAll(/^#.*$/gm, '');
}

function timeReading(texts: readonly string[], now: () => number): number {
  const startedMs = now();
  for (const [at, text] of texts.entries()) splitArticles({ file: `page-${String(at)}.md`, text });
  return (now() - startedMs) / 1000;
}
