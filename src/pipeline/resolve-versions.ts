import { alternateId } from '../corpus/article-id.ts';
import type { Article } from '../corpus/article.ts';
import { areVersions, isNewer, isSameArticle, versionKeys } from '../corpus/versions.ts';
import type { Versionable } from '../corpus/versions.ts';
import type {
  ArticleState,
  KeyedArticle,
  NewsStore,
  StoredArticle,
  StoredPage,
  VersionFacts,
} from '../store/news-store.ts';

/** A page that was read, with the articles that it holds now, each under the id that the page gives it. */
export interface ReadPage {
  /** The page's id in the store; undefined where it is new. */
  readonly pageId: number | undefined;
  /** SHA-256 of the file's bytes. */
  readonly fileHash: string;
  /** What is stored of the page. */
  readonly states: ReadonlyMap<string, ArticleState>;
  readonly articles: readonly Article[];
}

/** An article under the id that it keeps through its versions. */
export interface ResolvedArticle extends VersionFacts {
  readonly article: Article;
}

/** What became of the articles that were read. */
export interface Resolution {
  /** For each page that was read, its articles; older versions are left out. */
  readonly pages: readonly (readonly ResolvedArticle[])[];
  /** For each page that was read, its articles of which a newer version stands elsewhere. */
  readonly older: readonly (readonly Article[])[];
  /** Stored articles of pages that were not read, of which a newer version was read; none that passed on its id. */
  readonly supersededIds: readonly string[];
}

/** An article that was read, while it is being compared. */
interface Draft {
  readonly article: Article;
  readonly keys: readonly string[];
  readonly page: ReadPage;
  id: string | undefined;
  isOlder: boolean;
  /** Older versions of it: stored articles and drafts. */
  readonly older: (StoredArticle | Draft)[];
}

/**
 * Gives every article that was read the id it had when it was last read, in whatever wording, and leaves out those of
 * which a newer version is in the corpus.
 *
 * @param removedPages pages that leave the index with this reindex
 */
export async function resolveVersions(
  reads: readonly ReadPage[],
  store: NewsStore,
  removedPages: readonly StoredPage[],
): Promise<Resolution> {
  const removedPageIds = new Set(removedPages.map(({ id }) => id));
  const drafts = reads.flatMap(draftArticles);
  const stored = await findStored(drafts, store);
  const readPageIds = new Set(reads.map(({ pageId }) => pageId));
  const isLive = ({ pageId }: KeyedArticle): boolean =>
    !readPageIds.has(pageId) && !removedPageIds.has(pageId);
  for (const draft of drafts) draft.id = stored.byKey.get(readKey(draft.article.id))?.[0]?.id;
  await matchWithinPages(reads, drafts, store);
  await matchRenamed(drafts, removedPages, store);
  matchDeparted(drafts, stored, removedPageIds);
  const superseded = compareVersions(drafts, stored, isLive);
  await assignIds(drafts, store, superseded);
  return {
    pages: reads.map((read) => drafts.filter(({ page, isOlder }) => page === read && !isOlder).map(form)),
    older: reads.map((read) =>
      drafts.filter(({ page, isOlder }) => page === read && isOlder).map(({ article }) => article),
    ),
    supersededIds: [...superseded].sort(),
  };
}

function draftArticles(page: ReadPage): Draft[] {
  const urls = page.articles.map(({ url }) => url);
  return page.articles.map((article) => {
    const isUrlOwn = urls.filter((url) => url === article.url).length === 1;
    const keys = versionKeys(article, isUrlOwn);
    return { article, keys, page, id: undefined, isOlder: false, older: [] };
  });
}

/** The version key of the id that a page gives its article. */
function readKey(readId: string): string {
  return JSON.stringify(['read', readId]);
}

interface Stored {
  readonly byKey: ReadonlyMap<string, readonly KeyedArticle[]>;
  readonly articles: ReadonlyMap<string, StoredArticle>;
}

/** Stored articles that share a version key with a draft; those only known by the same reading stay unread. */
async function findStored(drafts: readonly Draft[], store: NewsStore): Promise<Stored> {
  const keys = drafts.flatMap((draft) => draft.keys);
  const byKey = await store.articlesByKey([...keys, ...drafts.map(({ article }) => readKey(article.id))]);
  const known = new Set(
    drafts.flatMap(({ article }) => byKey.get(readKey(article.id)) ?? []).map(({ id }) => id),
  );
  const others = keys.flatMap((key) => byKey.get(key) ?? []).filter(({ id }) => !known.has(id));
  return { byKey, articles: await store.articles([...new Set(others.map(({ id }) => id))]) };
}

/** An article that changed on its page, even in its title, keeps its id. */
async function matchWithinPages(
  reads: readonly ReadPage[],
  drafts: readonly Draft[],
  store: NewsStore,
): Promise<void> {
  for (const read of reads) {
    const unknown = drafts.filter(({ page, id }) => page === read && id === undefined);
    const taken = new Set(drafts.map(({ id }) => id));
    const gone = [...read.states.keys()].filter((id) => !taken.has(id));
    if (unknown.length === 0 || gone.length === 0) continue;
    const before = await store.articles(gone);
    const isAlone = read.states.size === 1 && read.articles.length === 1;
    for (const draft of unknown) {
      const matches = isAlone ? isSameArticle : areVersions;
      const same = [...before.values()].find((article) => matches(article, draft.article));
      if (same === undefined) continue;
      draft.id = same.id;
      before.delete(same.id);
    }
  }
}

/**
 * An article of a file that is gone, while one with the same bytes came, keeps its id, also where its source or its date were read
 * off the file's name and are others now.
 */
async function matchRenamed(
  drafts: readonly Draft[],
  removedPages: readonly StoredPage[],
  store: NewsStore,
): Promise<void> {
  const taken = new Set(drafts.map(({ id }) => id));
  for (const { id: pageId, contentHash } of removedPages) {
    const renamed = drafts.filter(({ id, page }) => id === undefined && page.fileHash === contentHash);
    if (renamed.length === 0) continue;
    const before = await store.articles([...(await store.articleStates(pageId)).keys()]);
    for (const draft of renamed) {
      const { title, body } = draft.article;
      const same = [...before.values()].find(
        (article) => article.title === title && article.body === body && !taken.has(article.id),
      );
      if (draft.id !== undefined || same === undefined) continue;
      draft.id = same.id;
      taken.add(same.id);
    }
  }
}

/** An article whose page was removed, while another page came that holds a version of it, keeps its id. */
function matchDeparted(drafts: readonly Draft[], stored: Stored, removed: ReadonlySet<number>): void {
  const taken = new Set(drafts.map(({ id }) => id));
  for (const draft of drafts) {
    if (draft.id !== undefined) continue;
    const departed = storedVersions(draft, stored).find(
      ({ id, page }) => removed.has(page.id) && !taken.has(id),
    );
    draft.id = departed?.id;
    taken.add(departed?.id);
  }
}

/** Marks older versions, of the drafts on themselves, and gives the ids of those that are stored on other pages. */
function compareVersions(
  drafts: readonly Draft[],
  stored: Stored,
  isLive: (article: KeyedArticle) => boolean,
): Set<string> {
  const superseded = new Set<string>();
  const draftsByKey = new Map<string, Draft[]>();
  const moved = new Set(drafts.map(({ id }) => id));
  for (const draft of drafts) {
    const live = storedVersions(draft, stored).filter(
      ({ id, page }) => isLive({ id, pageId: page.id }) && !moved.has(id),
    );
    for (const other of live) {
      if (isNewer(other, draft.article)) draft.isOlder = true;
      else if (isNewer(draft.article, other)) {
        superseded.add(other.id);
        draft.older.push(other);
      }
    }
    const met = new Set(draft.keys.flatMap((key) => draftsByKey.get(key) ?? []));
    for (const other of met) compareDrafts(draft, other);
    for (const key of draft.keys) draftsByKey.set(key, [...(draftsByKey.get(key) ?? []), draft]);
  }
  return superseded;
}

function storedVersions({ article, keys }: Draft, { byKey, articles }: Stored): StoredArticle[] {
  const ids = new Set(keys.flatMap((key) => byKey.get(key) ?? []).map(({ id }) => id));
  return [...ids].flatMap((id) => articles.get(id) ?? []).filter((other) => areVersions(other, article));
}

function compareDrafts(a: Draft, b: Draft): void {
  if (a.page === b.page || !areVersions(a.article, b.article)) return;
  const [older, newer] = isNewer(a.article, b.article) ? [b, a] : [a, b];
  if (!isNewer(newer.article, older.article)) return;
  older.isOlder = true;
  newer.older.push(older);
}

/** The newest version takes the id of the oldest, unless it has been known by its own before. */
async function assignIds(drafts: readonly Draft[], store: NewsStore, superseded: Set<string>): Promise<void> {
  const current = drafts.filter(({ isOlder }) => !isOlder);
  const taken = new Set(current.flatMap(({ id }) => id ?? []));
  const unknown = current.filter(({ id }) => id === undefined);
  // An id may be that of an article whose newer version took it over.
  const holders = await store.articles(unknown.map(({ article }) => article.id));
  const pagesRead = new Set(drafts.map(({ page }) => page.pageId));
  for (const draft of unknown) {
    const inherited = [...draft.older]
      .sort((a, b) => (isNewer(facts(b), facts(a)) ? -1 : 1))
      .map((older) => older.id ?? facts(older).id);
    const holder = holders.get(draft.article.id);
    const isOwnFree = holder === undefined || superseded.has(holder.id) || pagesRead.has(holder.page.id);
    draft.id = [...inherited, ...(isOwnFree ? [draft.article.id] : [])].find((id) => !taken.has(id));
    draft.id ??= alternateId(draft.article);
    taken.add(draft.id);
    superseded.delete(draft.id);
  }
}

function facts(version: StoredArticle | Draft): Versionable & { readonly id: string } {
  return 'article' in version ? version.article : version;
}

function form({ article, keys, older, id = article.id }: Draft): ResolvedArticle {
  return {
    article: { ...article, id },
    readId: article.id,
    versionKeys: [...keys, readKey(article.id)],
    olderCount: older.length,
  };
}
