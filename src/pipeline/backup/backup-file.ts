import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync } from 'node:fs';
import { z } from 'zod';
import { systemErrorCode, UserError } from '../../errors.ts';
import { listEntries, readAt, TarError, writeAll } from './tar.ts';
import type { TarEntry } from './tar.ts';

/** Raised when older programs could not read a backup. */
export const backupFormat = 1;

/** The last but one file of a backup: what it holds. */
export const manifestName = 'backup.json';

/** The last file: the hash of the one before, as `sha256sum` writes it. Without it, the backup is not whole. */
export const sumName = 'backup.json.sha256';

/** What stands in the last file. */
export function formSum(manifest: Uint8Array): string {
  return `${createHash('sha256').update(manifest).digest('hex')}  ${manifestName}\n`;
}

/** Below a folder, with `/`; it can not lead out of it. */
const relativeFile = z
  .string()
  .refine((file) => file.split('/').every((name) => !/^\.{0,2}$/.test(name)) && !file.includes('\0'));

const content = { bytes: z.number().int().nonnegative(), sha256: z.string().regex(/^[0-9a-f]{64}$/) };
const database = z.object({ ...content, tables: z.record(z.string(), z.number()) });

const manifestSchema = z.object({
  format: z.literal(backupFormat),
  createdAt: z.string(),
  /** `desk.db`; null where there was none. */
  desk: database.nullable(),
  /** `index.db`; null where there was none. */
  index: database.nullable(),
  /** The corpus folders; files of the first are `corpus/1/…`. */
  corpora: z.array(
    z.object({
      folder: z.string(),
      folderFromIndex: z.string(),
      files: z.array(z.object({ ...content, file: relativeFile })),
    }),
  ),
});

/** What a backup says it holds. */
export type BackupManifest = z.infer<typeof manifestSchema>;

/** A file in a backup, as the manifest describes it. */
export interface BackupContent {
  readonly bytes: number;
  readonly sha256: string;
}

/** A backup that was read to its end and is what its manifest says. */
export interface OpenedBackup {
  readonly manifest: BackupManifest;
  /** Writes the content of a file in it to another, open for writing. */
  extract(name: string, to: number): void;
  close(): void;
}

/** The name in a backup of a corpus file; `corpus` counts from 0. */
export function corpusEntryName(corpus: number, file: string): string {
  return `corpus/${String(corpus + 1)}/${file}`;
}

/**
 * Opens a backup after comparing every file in it with its hash.
 *
 * @throws UserError `backup-unreadable`, `backup-damaged`
 */
export function openBackup(file: string): OpenedBackup {
  const descriptor = openToRead(file);
  try {
    const entries = new Map<string, TarEntry>();
    for (const entry of listEntries(descriptor, fstatSync(descriptor).size)) entries.set(entry.name, entry);
    const manifest = readManifest(descriptor, entries);
    for (const [name, { bytes, sha256 }] of listContents(manifest)) {
      const entry = entries.get(name);
      if (entry?.bytes !== bytes || hashEntry(descriptor, entry) !== sha256)
        throw new TarError(`${name} is not what it was`);
    }
    return {
      manifest,
      extract(name, to) {
        const entry = entries.get(name);
        if (entry === undefined) throw new RangeError(`${name} is not in the backup`);
        for (const block of readBlocks(descriptor, entry)) writeAll(to, block);
      },
      close() {
        closeSync(descriptor);
      },
    };
  } catch (cause) {
    closeSync(descriptor);
    if (!(cause instanceof TarError || cause instanceof SyntaxError || cause instanceof z.ZodError))
      throw cause;
    const detail = cause instanceof TarError ? cause.message : `bad ${manifestName}`;
    throw new UserError('backup-damaged', { file, detail }, { cause });
  }
}

function openToRead(file: string): number {
  try {
    return openSync(file, 'r');
  } catch (cause) {
    throw new UserError('backup-unreadable', { file, detail: systemErrorCode(cause) }, { cause });
  }
}

function readManifest(descriptor: number, entries: ReadonlyMap<string, TarEntry>): BackupManifest {
  const read = (name: string): Buffer => {
    const entry = entries.get(name);
    if (entry === undefined) throw new TarError(`no ${name} in it`);
    return readAt(descriptor, entry.offset, entry.bytes);
  };
  const text = read(manifestName);
  if (read(sumName).toString('latin1') !== formSum(text))
    throw new TarError(`${manifestName} is not what it was`);
  return manifestSchema.parse(JSON.parse(text.toString('utf8')));
}

function listContents({ desk, index, corpora }: BackupManifest): [string, BackupContent][] {
  return [
    ...(desk === null ? [] : [['desk.db', desk] satisfies [string, BackupContent]]),
    ...(index === null ? [] : [['index.db', index] satisfies [string, BackupContent]]),
    ...corpora.flatMap(({ files }, corpus) =>
      files.map((each): [string, BackupContent] => [corpusEntryName(corpus, each.file), each]),
    ),
  ];
}

function hashEntry(descriptor: number, entry: TarEntry): string {
  const hash = createHash('sha256');
  for (const block of readBlocks(descriptor, entry)) hash.update(block);
  return hash.digest('hex');
}

function* readBlocks(descriptor: number, { offset, bytes }: TarEntry): Generator<Buffer> {
  const blockBytes = 1 << 20;
  for (let done = 0; done < bytes; done += blockBytes)
    yield readAt(descriptor, offset + done, Math.min(blockBytes, bytes - done));
}
