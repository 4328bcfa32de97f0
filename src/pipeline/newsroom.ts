import { randomBytes } from 'node:crypto';
import type { Embedder } from '../embed/embedder.ts';
import { UserError } from '../errors.ts';
import { safeFetch } from '../fetch/safe-fetch.ts';
import type { FetchOptions } from '../fetch/safe-fetch.ts';
import type { DeskStore } from '../store/desk-store.ts';
import { pollFeeds } from './poll-feeds.ts';
import type { FeedReport, PollReport } from './poll-feeds.ts';
import { confirmPull, previewFile, previewPull } from './pull-article.ts';
import type { PreviewedArticle, PullPlaces, PullPreview } from './pull-article.ts';

/** What a newsroom works with. */
export interface NewsroomOptions {
  readonly indexFolder: string;
  readonly corpusFolder: string;
  readonly cacheFile: string;
  readonly embedder: Embedder;
  readonly desk: DeskStore;
  /** Says to another indexer who is at work. */
  readonly holder: string;
  readonly now: () => number;
  /** Hears what came of each feed that was asked. */
  readonly onFeed?: (outcome: 'read' | 'unchanged' | 'failed') => void;
  /** Where connections may go; the public internet if not given. */
  readonly network?: FetchOptions['network'];
}

/** What was found, to be looked at before it is taken in. */
interface KeptOffer {
  readonly preview: PullPreview;
  readonly guildId: string | null;
  readonly userId: string;
  readonly at: number;
}

/** Offers are kept in memory: so many, so long. A page is a few hundred kilobytes. */
const maxOffers = 20;
const offerLifeMs = 15 * 60_000;
/** Largest file that is taken from Discord, in bytes. */
const maxFileBytes = 10 * 2 ** 20;

/** Brings articles in for a process that answers questions at the same time. */
export class PipelineNewsroom {
  readonly #options: NewsroomOptions;
  readonly #offers = new Map<string, KeptOffer>();
  /** One at a time: the index has one writer, and a second pull would only wait for it. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(options: NewsroomOptions) {
    this.#options = options;
  }

  /** @throws UserError as `previewPull` */
  async offerUrl(url: string, puller: { readonly guildId: string | null; readonly userId: string }) {
    const now = new Date(this.#options.now());
    return this.#keep(
      await previewPull(url, this.#places(puller.guildId), { now, ...this.#network() }),
      puller,
    );
  }

  /** A file at an address of Discord's. @throws UserError as `safeFetch`, `url-not-an-article` */
  async offerFile(
    { name, url }: { readonly name: string; readonly url: string },
    puller: { readonly guildId: string | null; readonly userId: string },
  ) {
    const { bytes } = await safeFetch(url, { maxBytes: maxFileBytes, ...this.#network() });
    const now = new Date(this.#options.now());
    return this.#keep(await previewFile({ name, bytes }, this.#places(puller.guildId), now), puller);
  }

  /** @throws UserError `offer-expired`, also for what another moderator was offered; as `confirmPull` */
  async take(
    offerId: string,
    { guildId, userId }: { readonly guildId: string | null; readonly userId: string },
  ): Promise<readonly string[]> {
    const offer = this.#offers.get(offerId);
    const isGood = offer !== undefined && offer.userId === userId && offer.guildId === guildId;
    if (!isGood || this.#options.now() - offer.at > offerLifeMs) throw new UserError('offer-expired');
    // Taken from the list at once: a double click takes it in once.
    this.#offers.delete(offerId);
    const { articleIds, file } = await this.#inTurn(() =>
      confirmPull(offer.preview, this.#places(guildId), this.#index()),
    ).catch((error: unknown) => {
      // A busy index is a reason to press again, not to fetch again.
      this.#offers.set(offerId, offer);
      throw error;
    });
    const detail = { url: offer.preview.page.url ?? file ?? '', articles: articleIds.length };
    const subject = articleIds[0] ?? '';
    const at = this.#options.now();
    await this.#options.desk.recordAct({
      at,
      guildId,
      userId,
      act: 'pull',
      subject,
      detail,
      outcome: 'done',
    });
    return articleIds;
  }

  leave(offerId: string): void {
    this.#offers.delete(offerId);
  }

  async readFeeds(feedIds: readonly string[]) {
    const { feeds } = await this.#poll(feedIds);
    return feeds.map(describeFeed);
  }

  /** Reads the feeds that are due. */
  async readDueFeeds(): Promise<PollReport> {
    return this.#poll();
  }

  async #poll(onlyIds?: readonly string[]): Promise<PollReport> {
    const { desk, holder, now, onFeed } = this.#options;
    const report = await this.#inTurn(() =>
      pollFeeds({
        desk,
        holder,
        now,
        random: () => Math.random(),
        index: {
          corpusFolder: this.#options.corpusFolder,
          indexFolder: this.#options.indexFolder,
          ...this.#index(),
        },
        fetch: this.#network(),
        ...(onlyIds === undefined ? {} : { onlyIds }),
      }),
    );
    for (const { outcome } of report.feeds)
      if (outcome !== 'paused' && outcome !== 'not-due') onFeed?.(outcome);
    return report;
  }

  #keep(preview: PullPreview, puller: { readonly guildId: string | null; readonly userId: string }) {
    const id = randomBytes(8).toString('base64url');
    this.#offers.set(id, { preview, ...puller, at: this.#options.now() });
    const [oldest] = this.#offers.keys();
    if (this.#offers.size > maxOffers && oldest !== undefined) this.#offers.delete(oldest);
    const articles: readonly PreviewedArticle[] = preview.articles;
    return { id, articles };
  }

  #places(guildId: string | null): PullPlaces {
    const { indexFolder, corpusFolder, desk } = this.#options;
    return { indexFolder, corpusFolder, desk, guildId };
  }

  #index() {
    const { cacheFile, embedder, holder } = this.#options;
    return { cacheFile, embedder, holder };
  }

  #network(): Pick<FetchOptions, 'network'> {
    const { network } = this.#options;
    return network === undefined ? {} : { network };
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }
}

/** What became of a feed, in few words. */
function describeFeed({ feed, pages, error }: FeedReport) {
  return {
    feedId: feed.id,
    name: feed.name,
    articleIds: [...new Set(pages.flatMap(({ articleIds }) => articleIds))],
    error: error === null || error === undefined ? null : error instanceof UserError ? error.code : 'bug',
  };
}
