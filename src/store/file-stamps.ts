import { lstatSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { CorpusFile } from '../corpus/read-corpus.ts';
import { replaceFile } from './whole-file.ts';

/**
 * A file that was changed less than so long ago may be changed again without its times telling, so it is read once more
 * (git calls this "racy"; https://git-scm.com/docs/racy-git). File systems tell times to 2 s at the worst.
 */
const settledMs = 3000;

const stampSchema = z.tuple([z.string(), z.string()]);
const fileSchema = z.object({ format: z.literal(1), stamps: z.record(z.string(), stampSchema) });

/** What a file looked like from outside when it was read: size, times of change, inode. */
export interface FileStamp {
  readonly key: string;
  readonly isSettled: boolean;
}

/** Remembers what files looked like when they were read, so that those that look the same need not be read again. */
export class FileStamps {
  readonly #file: string;
  readonly #now: () => number;
  readonly #known: ReadonlyMap<string, readonly [stamp: string, contentHash: string]>;
  readonly #next = new Map<string, readonly [stamp: string, contentHash: string]>();

  private constructor(
    file: string,
    known: ReadonlyMap<string, readonly [string, string]>,
    now: () => number,
  ) {
    this.#file = file;
    this.#known = known;
    this.#now = now;
  }

  /** Stamps kept in a file. One that is missing, damaged or of another version is as good as none: everything is read. */
  static open(file: string, now: () => number): FileStamps {
    try {
      const { stamps } = fileSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
      return new FileStamps(file, new Map(Object.entries(stamps)), now);
    } catch {
      return new FileStamps(file, new Map(), now);
    }
  }

  /** How a file looks now; taken before it is read, so that a change in between is met the next time. Null if it is gone. */
  look(corpusFile: CorpusFile): FileStamp | null {
    const stats = lstatSync(fullPath(corpusFile), { bigint: true, throwIfNoEntry: false });
    if (stats?.isFile() !== true) return null;
    const { size, mtimeNs, ctimeNs, ino } = stats;
    const changedMs = Number((mtimeNs > ctimeNs ? mtimeNs : ctimeNs) / 1_000_000n);
    return { key: [size, mtimeNs, ctimeNs, ino].join(' '), isSettled: this.#now() - changedMs > settledMs };
  }

  /** Whether a file looks as it did when its content had this hash. */
  isAsRead(corpusFile: CorpusFile, stamp: FileStamp | null, contentHash: string): boolean {
    const known = this.#known.get(fullPath(corpusFile));
    return stamp !== null && known?.[0] === stamp.key && known[1] === contentHash;
  }

  /** Remembers how a file looked when its content had this hash; kept once `save` is called. */
  remember(corpusFile: CorpusFile, stamp: FileStamp | null, contentHash: string): void {
    if (stamp?.isSettled === true) this.#next.set(fullPath(corpusFile), [stamp.key, contentHash]);
  }

  /** Keeps what was remembered, and nothing else. It only saves time: where it can not be written, nothing is lost. */
  save(): void {
    try {
      replaceFile(this.#file, JSON.stringify({ format: 1, stamps: Object.fromEntries(this.#next) }));
    } catch {
      // The next reindex reads all files again.
    }
  }
}

function fullPath({ folder, file }: CorpusFile): string {
  return path.join(folder, file);
}
