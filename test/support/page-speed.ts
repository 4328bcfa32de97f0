import { splitArticles } from '../../src/corpus/split-articles.ts';
import { generatePage } from './page-generator.ts';
import type { SourceArticle } from './page-generator.ts';
import { chooseArticles } from './source-articles.ts';

/** How long pages of one size took. */
export interface PageSpeed {
  /** UTF-8 bytes of all texts, in millions, rounded down: the texts are at most one generated page longer. */
  readonly megabytes: number;
  /** Whether each page was a whole newspaper page torn into columns, or one article as it should be. */
  readonly kind: 'torn pages' | 'one page';
  readonly seconds: number;
}

const sizes = [0.1, 1, 10, 100];
const bytesPerMegabyte = 1_000_000;

/**
 * Times reading many torn pages, and one page as long as all of them, at sizes up to `megabytes`. Pages are read untimed
 * first, or the smallest sizes would tell how long the compiler took.
 */
export function measurePageSpeed(
  articles: ReadonlyMap<string, readonly SourceArticle[]>,
  megabytes: number,
  now: () => number,
): PageSpeed[] {
  const torn = Array.from(
    { length: 200 },
    (_, seed) => generatePage(chooseArticles(articles, seed), seed).text,
  );
  const plain = torn.map(bodyOfPage);
  const chosen = sizes.filter((size) => size <= megabytes);
  if (chosen.length > 0) timeReading([...torn, plain.join('\n\n')], now);
  return chosen.flatMap((size) => {
    const pages = collectTexts(torn, size * bytesPerMegabyte);
    const page = collectTexts(plain, size * bytesPerMegabyte).join('\n\n');
    return [
      { megabytes: size, kind: 'torn pages', seconds: timeReading(pages, now) } as const,
      { megabytes: size, kind: 'one page', seconds: timeReading([page], now) } as const,
    ];
  });
}

/** Texts of at least so many bytes in all, the first of them again where there are not enough. */
function collectTexts(distinct: readonly string[], bytes: number): string[] {
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
