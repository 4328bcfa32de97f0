import type { PageReading } from '../page-reading.ts';
import type { Unreadable } from '../read-corpus.ts';
import type { PageContext } from '../split-articles.ts';

/** What was read off one file. */
export interface FileReading extends PageReading {
  /** Records that could not be read; the others were. */
  readonly skipped: readonly Unreadable[];
}

/**
 * A file of a known format. Reading the same bytes again gives the same text: that is how a quote is checked. All
 * offsets of its articles count in `text`; the lines of segments and blocks are those of the file, where the format
 * has lines, else those of `text`.
 */
export interface OpenedPage {
  /** The words of the file in reading order; for markdown and plain text the whole file. */
  readonly text: string;
  /** The encoding the file was read in, as the Encoding Standard spells it; null for a format of bytes. */
  readonly charset: string | null;
  read(context?: PageContext): FileReading;
}

/** Reads files of one format. */
export interface Reader {
  /** @param file path below the corpus folder: it may name the source and the date */
  open(file: string, bytes: Uint8Array): OpenedPage | Unreadable | Promise<OpenedPage | Unreadable>;
}
