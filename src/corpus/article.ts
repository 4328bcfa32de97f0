/** One raw file as received, decoded. */
export interface Page {
  /** Path below its corpus folder, with `/` between names. */
  readonly file: string;
  /** The decoded text without a byte order mark; every offset into a page counts its UTF-16 code units. */
  readonly text: string;
}

/** First and last line, counted from 1, both included. */
export type Lines = readonly [from: number, to: number];

/**
 * A stretch of an article's body that is a byte-exact slice of its page:
 * `body.slice(start, end) === page.text.slice(pageStart, pageStart + end - start)`.
 * Between two segments the body holds only white space (a paragraph break, or the space that joins two lines).
 */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly pageStart: number;
  readonly lines: Lines;
}

/** One news item recovered from a page. */
export interface Article {
  /** Stable when the page is read again or another article on it changes. */
  readonly id: string;
  readonly title: string;
  /** The short line printed above the headline. */
  readonly kicker: string | null;
  readonly subtitle: string | null;
  readonly authors: readonly string[];
  /** The news agency or paper a byline or dateline credits, as printed ("新华社", "Reuters"). */
  readonly agency: string | null;
  /** The place of the dateline. */
  readonly place: string | null;
  /** The outlet (and issue) the page comes from. */
  readonly source: string;
  /** ISO date, `YYYY-MM-DD`. */
  readonly publishedOn: string | null;
  /** When it was last changed, where the page says so: an ISO date, or a point in time in UTC. */
  readonly updatedAt?: string | null;
  /** Names of the facts above that were not printed in full but completed from the page, e.g. `publishedOn`. */
  readonly inferred: readonly string[];
  readonly section: string | null;
  /** ISO 639-1 code, `und` where it cannot be told. */
  readonly language: string;
  readonly url: string | null;
  /** Paragraphs separated by a blank line. */
  readonly body: string;
  /** Ordered by `start`, not overlapping. */
  readonly segments: readonly Segment[];
}
