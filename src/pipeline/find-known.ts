import path from 'node:path';
import type { Article } from '../corpus/article.ts';
import { areNearCopies, cutShingles, isSameTime } from '../corpus/near-copies.ts';
import { areVersions, versionKeys } from '../corpus/versions.ts';
import type { NewsStore, StoredArticle } from '../store/news-store.ts';
import { questionTerms } from '../text/terms.ts';

/** An article of the index that a pulled one is, or is another version or a copy of. */
export interface KnownArticle {
  /** `same`: word for word, its title too. `version`: the same article in another wording. `copy`: the same report elsewhere. */
  readonly relation: 'same' | 'version' | 'copy';
  readonly articleId: string;
  readonly title: string;
  readonly source: string;
  readonly publishedOn: string | null;
  /** The page that holds it. */
  readonly folder: string;
  readonly file: string;
}

/** How much of an article copies are looked for by, in UTF-16 code units and in terms. */
const probeLength = 400;
const probeTerms = 60;
const probeChunks = 60;

/** What the index holds of an article already, versions first, then copies. */
export async function findKnown(
  article: Article,
  isUrlOwn: boolean,
  store: NewsStore,
): Promise<KnownArticle[]> {
  const keys = [...versionKeys(article, isUrlOwn), JSON.stringify(['read', article.id])];
  const ids = [...(await store.articlesByKey(keys)).values()].flat().map(({ id }) => id);
  const kin = await store.articles([...new Set([...ids, article.id])]);
  const versions = [...kin.values()].filter(
    (other) => other.id === article.id || areVersions(other, article) || other.body === article.body,
  );
  const known = new Set(versions.map(({ id }) => id));
  const copies = (await findCopies(article, store)).filter(({ id }) => !known.has(id));
  return [
    ...versions.map((other) => form(other, isSame(other, article) ? 'same' : 'version')),
    ...copies.map((other) => form(other, 'copy')),
  ];
}

function isSame(a: Pick<Article, 'title' | 'body'>, b: Pick<Article, 'title' | 'body'>): boolean {
  return a.title === b.title && a.body === b.body;
}

/** Near-copies, among the articles that share most of the first words. */
async function findCopies(article: Article, store: NewsStore): Promise<StoredArticle[]> {
  const terms = questionTerms(article.body.slice(0, probeLength)).slice(0, probeTerms);
  const matches = await store.searchTerms(terms, probeChunks);
  const chunks = await store.chunks(matches.map(({ chunkId }) => chunkId));
  const candidates = await store.articles([...new Set(chunks.map(({ articleId }) => articleId))]);
  const shingles = cutShingles(article.body);
  return [...candidates.values()].filter(
    (other) => isSameTime(article, other) && areNearCopies(shingles, cutShingles(other.body)),
  );
}

function form(
  { id, title, source, publishedOn, page }: StoredArticle,
  relation: KnownArticle['relation'],
): KnownArticle {
  return {
    relation,
    articleId: id,
    title,
    source,
    publishedOn,
    folder: path.resolve(page.folder),
    file: page.file,
  };
}
