import path from 'node:path';
import { alternateId } from '../corpus/article-id.ts';
import type { Article } from '../corpus/article.ts';
import type { FileStamps } from '../store/file-stamps.ts';
import { listCorpus, readCorpusFile } from '../corpus/read-corpus.ts';
import type { CorpusFile, SetAside, Unreadable } from '../corpus/read-corpus.ts';
import { extensions, openPage } from '../corpus/readers/readers.ts';
import type { Embedder } from '../embed/embedder.ts';
import { UserError } from '../errors.ts';
import type { ArticleState, NewsStore, StoredPage, VersionFacts } from '../store/news-store.ts';
import { hashArticle, prepareArticle } from './prepare-article.ts';
import type { PreparedArticle } from './prepare-article.ts';
import type { OnProgress } from './progress.ts';
import { resolveVersions } from './resolve-versions.ts';
import type { ReadPage, ResolvedArticle } from './resolve-versions.ts';

/**
 * An article that is not indexed: another page holds the same, and the first page by folder and path keeps it, or a newer
 * version.
 */
export interface DuplicateArticle {
  readonly title: string;
  readonly path: string;
}

/** A page that is new or changed. */
export interface PlannedPage {
  readonly page: Omit<StoredPage, 'id'> & { readonly id?: number };
  readonly changed: readonly PlannedArticle[];
  readonly keptIds: readonly string[];
}

/** An article that is new or changed. */
export interface PlannedArticle {
  readonly prepared: PreparedArticle;
  readonly versions: VersionFacts;
}

/** All that a reindex has to do, before anything is written. */
export interface Plan {
  readonly pages: readonly PlannedPage[];
  readonly removed: readonly StoredPage[];
  /** Pages whose stored hash is to be forgotten, so that they are read again once they can be. */
  readonly toReadAgain: readonly StoredPage[];
  /** Texts of the changed articles, by embedding key. */
  readonly texts: ReadonlyMap<string, string>;
  readonly filesFound: number;
  readonly filesUnchanged: number;
  readonly otherFiles: number;
  /** Files, and records of files that were read otherwise. */
  readonly setAside: readonly SetAside[];
  readonly duplicates: readonly DuplicateArticle[];
  /** Articles of which the corpus holds a newer version. */
  readonly olderVersions: readonly DuplicateArticle[];
  /** Stored articles that leave the index, since a newer version was read from another page. */
  readonly supersededIds: readonly string[];
}

/** What the plan compares. */
export interface PlanOptions {
  /** Corpus folders, absolute. */
  readonly folders: readonly string[];
  /** Reads and embeds everything again, as if the index were empty. */
  readonly isForced: boolean;
  /** The embeddings in the index can not be compared with new ones. */
  readonly isOtherModel: boolean;
  /** How files looked when they were read: those that look the same are not read again. */
  readonly stamps: FileStamps;
  readonly onProgress: OnProgress;
}

/**
 * Compares the corpus with the store: by the file's hash first, then by each article's.
 *
 * @throws UserError `corpus-missing`, `corpus-empty`
 */
export async function planChanges(store: NewsStore, embedder: Embedder, options: PlanOptions): Promise<Plan> {
  const listings = options.folders.map((folder) => listCorpus(folder, extensions));
  const files = onePerPath(listings.flatMap((listing) => listing.files));
  const setAside = listings.flatMap((listing) => [...listing.setAside]);
  const stored = new Map((await store.pages()).map((page) => [keyOf(page), page]));
  const reader = new PageReader(store, options);
  for (const [position, file] of files.entries()) {
    const failure = await reader.read(file, stored.get(keyOf(file)));
    if (failure !== undefined) setAside.push(failure);
    options.onProgress({ stage: 'read', done: position + 1, total: files.length });
  }
  const failed = setAside.map((failure) => failure.path);
  const hasFailed = (file: CorpusFile): boolean =>
    failed.some((failure) => pathOf(file) === failure || pathOf(file).startsWith(failure + path.sep));
  const found = new Set(files.filter((file) => !hasFailed(file)).map(keyOf));
  if (found.size === 0) throw new UserError('corpus-empty', describeEmpty(options.folders, setAside));
  const notFound = [...stored.values()].filter((page) => !found.has(keyOf(page)));
  // A page that can not be read just now keeps its articles: a passing fault must not empty the index. Under another
  // model it can not, since embeddings of two models must never stand side by side.
  const kept = options.isOtherModel ? [] : notFound.filter(hasFailed);
  const removed = notFound.filter((page) => !kept.includes(page));
  const resolution = await resolveVersions(reader.reads, store, removed);
  const texts = new Map<string, string>();
  return {
    pages: reader.reads.map((read, at) =>
      planPage(read, resolution.pages[at] ?? [], { embedder, texts, isForced: options.isForced }),
    ),
    removed,
    // Kept through a forced build, it has yet to be read the new way.
    toReadAgain: options.isForced ? kept : [],
    texts,
    filesFound: files.length,
    filesUnchanged: reader.unchanged,
    otherFiles: listings.reduce((sum, { otherCount }) => sum + otherCount, 0),
    setAside: [...setAside, ...reader.skipped],
    duplicates: reader.duplicates,
    olderVersions: reader.reads.flatMap(({ page }, at) =>
      (resolution.older[at] ?? []).map(({ title }) => ({ title, path: pathOf(page) })),
    ),
    supersededIds: resolution.supersededIds,
  };
}

/** What preparing an article takes. */
interface Preparing {
  readonly embedder: Embedder;
  /** Takes the texts to embed, by key. */
  readonly texts: Map<string, string>;
  readonly isForced: boolean;
}

/**
 * A page with an article that is not indexed is stored without its hash, so that it is read again each time: when the page
 * that holds the other goes, this one takes over. So is a page with a bad record, which is reported until it is repaired.
 */
function planPage(
  { page, articles: read, states }: ReadFile,
  articles: readonly ResolvedArticle[],
  { embedder, texts, isForced }: Preparing,
): PlannedPage {
  const keptIds: string[] = [];
  const changed: PlannedArticle[] = [];
  for (const { article, ...versions } of articles) {
    const hash = hashArticle(article);
    if (states.get(article.id)?.contentHash === hash && !isForced) keptIds.push(article.id);
    else changed.push({ prepared: prepareArticle(article, hash, embedder, texts), versions });
  }
  const isWhole = articles.length === read.length;
  return { page: isWhole ? page : { ...page, contentHash: '' }, changed, keptIds };
}

/** A file below two of the folders belongs to the first. */
function onePerPath(files: readonly CorpusFile[]): CorpusFile[] {
  const byPath = new Map<string, CorpusFile>();
  for (const file of files) if (!byPath.has(pathOf(file))) byPath.set(pathOf(file), file);
  return [...byPath.values()];
}

function describeEmpty(folders: readonly string[], setAside: readonly SetAside[]) {
  return {
    folders,
    setAside: setAside.map((failure) => `${failure.path}: ${failure.reason}`),
    formats: [...extensions],
  };
}

/** What to say of a file that gave no article: what was wrong with its records, if anything was. */
function noArticle(skipped: readonly Unreadable[]): Unreadable {
  const detail = skipped
    .slice(0, 3)
    .map((record) => record.detail)
    .join('; ');
  return { reason: 'no-article', detail };
}

function pathOf({ folder, file }: CorpusFile): string {
  return path.join(folder, file);
}

function keyOf({ folder, file }: CorpusFile): string {
  return `${folder}\0${file}`;
}

/** A page that is new or changed, with what was read of it. */
interface ReadFile extends ReadPage {
  readonly page: PlannedPage['page'];
}

/** Reads one page after another, remembering which article ids were met. */
class PageReader {
  readonly reads: ReadFile[] = [];
  readonly duplicates: DuplicateArticle[] = [];
  readonly skipped: SetAside[] = [];
  unchanged = 0;
  /** The id that an article's page gives it → the id it is stored under, or its body where it was read just now. */
  readonly #seen = new Map<string, { readonly storedId: string } | { readonly body: string }>();
  readonly #store: NewsStore;
  readonly #isForced: boolean;
  readonly #stamps: FileStamps;

  constructor(store: NewsStore, { isForced, stamps }: Pick<PlanOptions, 'isForced' | 'stamps'>) {
    this.#store = store;
    this.#isForced = isForced;
    this.#stamps = stamps;
  }

  async read(file: CorpusFile, stored: StoredPage | undefined): Promise<SetAside | undefined> {
    const stamp = this.#stamps.look(file);
    const isAsStored =
      stored !== undefined && !this.#isForced && this.#stamps.isAsRead(file, stamp, stored.contentHash);
    const states =
      stored === undefined ? new Map<string, ArticleState>() : await this.#store.articleStates(stored.id);
    const read = isAsStored ? { contentHash: stored.contentHash } : readCorpusFile(file);
    if ('setAside' in read) return read.setAside;
    this.#stamps.remember(file, stamp, read.contentHash);
    if (!('bytes' in read) || (stored?.contentHash === read.contentHash && !this.#isForced)) {
      this.unchanged += 1;
      for (const [storedId, { readId }] of states) this.#seen.set(readId, { storedId });
      return undefined;
    }
    const opened = await openPage(file.file, read.bytes);
    if ('reason' in opened) return { path: pathOf(file), ...opened };
    const { articles, skipped } = opened.read();
    if (articles.length === 0) return { path: pathOf(file), ...noArticle(skipped) };
    this.skipped.push(...skipped.map((record) => ({ path: pathOf(file), ...record })));
    const fresh: Article[] = [];
    for (const article of articles) fresh.push(...(await this.#claimId(article, file)));
    const isWhole = fresh.length === articles.length && skipped.length === 0;
    const page = { ...file, contentHash: isWhole ? read.contentHash : '', ...(stored && { id: stored.id }) };
    this.reads.push({ page, pageId: stored?.id, fileHash: read.contentHash, states, articles: fresh });
    return undefined;
  }

  /**
   * The article, under its id or, where another page's article of the same source, title and day has that id, under
   * one of its own. Nothing where that other article says the same.
   */
  async #claimId(article: Article, file: CorpusFile): Promise<Article[]> {
    const seen = this.#seen.get(article.id);
    if (seen === undefined) {
      this.#seen.set(article.id, { body: article.body });
      return [article];
    }
    const body =
      'body' in seen ? seen.body : (await this.#store.articles([seen.storedId])).get(seen.storedId)?.body;
    if (body !== article.body) return this.#claimId({ ...article, id: alternateId(article) }, file);
    this.duplicates.push({ title: article.title, path: pathOf(file) });
    return [];
  }
}
