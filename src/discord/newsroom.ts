import { UserError } from '../errors.ts';

/** An article that could be taken in. */
export interface OfferedArticle {
  readonly title: string;
  readonly source: string;
  readonly publishedOn: string | null;
  readonly language: string;
  /** Its first lines. */
  readonly lead: string;
  /** What the index holds of it already. */
  readonly known: readonly { readonly title: string }[];
  readonly isWithdrawn: boolean;
}

/** What was found at an address or in a file. Nothing of it is kept until it is taken in. */
export interface Offer {
  /** Good for a quarter of an hour, and not beyond a restart. */
  readonly id: string;
  readonly articles: readonly OfferedArticle[];
}

/** What became of a feed that was read. */
export interface FeedOutcome {
  readonly feedId: string;
  readonly name: string;
  /** Ids of the articles that are new or have changed. */
  readonly articleIds: readonly string[];
  /** The code of the error that it failed with; null where it was read. */
  readonly error: string | null;
}

/** Who brings something in, and where. */
export interface Puller {
  readonly guildId: string | null;
  readonly userId: string;
}

/** Brings articles in from the web, from files and from feeds. */
export interface Newsroom {
  /** @throws UserError `url-refused`, `url-unreachable`, `url-too-large`, `url-too-slow`, `url-not-found`, `url-not-an-article` */
  offerUrl(url: string, puller: Puller): Promise<Offer>;
  /** A file that a member uploaded to Discord. @throws UserError as `offerUrl` */
  offerFile(file: { readonly name: string; readonly url: string }, puller: Puller): Promise<Offer>;
  /**
   * Takes in what was offered; once it resolves, questions find it. Says the ids of its articles.
   *
   * @throws UserError `offer-expired`, `article-withdrawn`, `index-busy`, `corpus-unwritable`
   */
  take(offerId: string, puller: Puller): Promise<readonly string[]>;
  /** Forgets an offer. */
  leave(offerId: string): void;
  /** Reads feeds now, whether they are due or not. */
  readFeeds(feedIds: readonly string[]): Promise<readonly FeedOutcome[]>;
}

/** @throws UserError `newsroom-closed` where nothing can be brought in */
export function newsroomOf({ newsroom }: { readonly newsroom?: Newsroom }): Newsroom {
  if (newsroom === undefined) throw new UserError('newsroom-closed');
  return newsroom;
}
