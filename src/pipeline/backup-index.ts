import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import { listCorpus, readCorpusFile } from '../corpus/read-corpus.ts';
import type { SetAside } from '../corpus/read-corpus.ts';
import { extensions } from '../corpus/readers/readers.ts';
import { systemErrorCode, UserError } from '../errors.ts';
import type { UserErrorCode } from '../errors.ts';
import { copyDatabase, DamagedCopyError, removeDatabase } from '../store/sqlite/copy-database.ts';
import { openNewsStore } from '../store/sqlite/sqlite-news-store.ts';
import {
  backupFormat,
  corpusEntryName,
  formSum,
  manifestName,
  openBackup,
  sumName,
} from './backup/backup-file.ts';
import type { BackupContent, BackupManifest } from './backup/backup-file.ts';
import { endOfArchive, padding, writeAll, writeHeader } from './backup/tar.ts';

/** What belongs together: what was decided, what is derived, what was given. */
export interface BackupPlaces {
  /** What moderators decided. */
  readonly deskFile: string;
  readonly indexFolder: string;
  /** Taken where there is no index that says which folders it was made from. */
  readonly corpusFolder: string;
}

/** What went into a backup. */
export interface BackupReport {
  readonly manifest: BackupManifest;
  readonly bytes: number;
  /** Pages that could not be read. */
  readonly setAside: readonly SetAside[];
}

type MutableManifest = { -readonly [Key in keyof BackupManifest]: BackupManifest[Key] };

/**
 * Writes what was decided, the index and the pages it was made from into one file, while others read and write them:
 * the desk first, since nobody can make that again. The databases are copied by SQLite, each as it was at one moment,
 * checked and counted; the file is read again to its end before it gets its name.
 *
 * @param createdAt a point in time in UTC
 * @throws UserError `index-missing` if there is neither index nor desk, `desk-damaged`, `index-damaged`,
 *   `backup-unwritable`, `backup-damaged`
 */
export async function backUp(file: string, places: BackupPlaces, createdAt: Date): Promise<BackupReport> {
  const { deskFile, indexFolder } = places;
  const indexFile = path.join(indexFolder, 'index.db');
  if (!existsSync(deskFile) && !existsSync(indexFile))
    throw new UserError('index-missing', { folder: indexFolder });
  const temporary = `${file}.${String(process.pid)}.tmp`;
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    const writer = new BackupWriter(temporary, createdAt);
    try {
      await writer.addDatabase('desk', deskFile);
      await writer.addDatabase('index', indexFile);
      const folders = existsSync(indexFile) ? await listFolders(indexFolder) : [];
      for (const folder of folders.length > 0 ? folders : [places.corpusFolder])
        writer.addCorpus(folder, indexFolder);
      writer.end();
    } finally {
      writer.close();
    }
    openBackup(temporary).close();
    renameSync(temporary, file);
    return { manifest: writer.manifest, bytes: statSync(file).size, setAside: writer.setAside };
  } catch (cause) {
    throw nameBackupError(file, cause);
  } finally {
    // `force` passes over a file that is missing, not over one that stands where its folder should be.
    if (existsSync(temporary)) rmSync(temporary);
  }
}

async function listFolders(indexFolder: string): Promise<string[]> {
  const store = openNewsStore(indexFolder);
  try {
    return [...new Set((await store.pages()).map(({ folder }) => folder))];
  } finally {
    await store.close();
  }
}

/** The error to throw for one that was caught: itself, where nobody but us can act on it. */
function nameBackupError(file: string, cause: unknown): unknown {
  const code = systemErrorCode(cause);
  return /^(SQLITE_(READONLY|CANTOPEN|FULL|IOERR)|EACCES|EPERM|EROFS|ENOSPC|ENOTDIR|EEXIST|EISDIR|EIO)/.test(
    code,
  )
    ? new UserError('backup-unwritable', { file, detail: code }, { cause })
    : cause;
}

const damagedCodes = { desk: 'desk-damaged', index: 'index-damaged' } satisfies Record<string, UserErrorCode>;

class BackupWriter {
  readonly manifest: MutableManifest;
  readonly setAside: SetAside[] = [];
  readonly #file: string;
  readonly #descriptor: number;
  readonly #seconds: number;

  constructor(file: string, createdAt: Date) {
    this.#file = file;
    this.#descriptor = openSync(file, 'w', 0o600);
    this.#seconds = Math.floor(createdAt.getTime() / 1000);
    this.manifest = {
      format: backupFormat,
      createdAt: createdAt.toISOString(),
      desk: null,
      index: null,
      corpora: [],
    };
  }

  async addDatabase(kind: 'desk' | 'index', source: string): Promise<void> {
    if (!existsSync(source)) return;
    const copy = `${this.#file}.db`;
    try {
      const tables = await copyDatabase(source, copy);
      this.manifest[kind] = { ...this.#addFile(`${kind}.db`, copy), tables };
    } catch (cause) {
      const isDamage =
        cause instanceof DamagedCopyError || /^SQLITE_(CORRUPT|NOTADB)/.test(systemErrorCode(cause));
      if (!isDamage) throw cause;
      const detail = cause instanceof DamagedCopyError ? cause.message : systemErrorCode(cause);
      const folder = kind === 'desk' ? source : path.dirname(source);
      throw new UserError(damagedCodes[kind], { folder, file: source, detail }, { cause });
    } finally {
      removeDatabase(copy);
    }
  }

  /** The pages of a corpus folder; what is no page stays where it is. */
  addCorpus(folder: string, indexFolder: string): void {
    if (!existsSync(folder)) return;
    const listing = listCorpus(folder, extensions);
    this.setAside.push(...listing.setAside);
    const files: (BackupContent & { file: string })[] = [];
    for (const page of listing.files) {
      const read = readCorpusFile(page);
      if ('setAside' in read) {
        this.setAside.push(read.setAside);
        continue;
      }
      const { bytes, contentHash: sha256 } = read;
      this.#add(corpusEntryName(this.manifest.corpora.length, page.file), bytes);
      files.push({ file: page.file, bytes: bytes.length, sha256 });
    }
    const folderFromIndex = path.relative(indexFolder, folder);
    this.manifest.corpora.push({ folder: path.resolve(folder), folderFromIndex, files });
  }

  end(): void {
    const manifest = Buffer.from(JSON.stringify(this.manifest));
    this.#add(manifestName, manifest);
    this.#add(sumName, Buffer.from(formSum(manifest)));
    writeAll(this.#descriptor, endOfArchive);
    fsyncSync(this.#descriptor);
  }

  close(): void {
    closeSync(this.#descriptor);
  }

  #add(name: string, bytes: Uint8Array): void {
    writeHeader(this.#descriptor, name, bytes.length, this.#seconds);
    writeAll(this.#descriptor, bytes);
    writeAll(this.#descriptor, padding(bytes.length));
  }

  #addFile(name: string, file: string): BackupContent {
    const hash = createHash('sha256');
    const { size: bytes } = statSync(file);
    writeHeader(this.#descriptor, name, bytes, this.#seconds);
    const source = openSync(file, 'r');
    try {
      const block = Buffer.allocUnsafe(1 << 20);
      for (let length = 1; length > 0;) {
        length = readSync(source, block);
        hash.update(block.subarray(0, length));
        writeAll(this.#descriptor, block.subarray(0, length));
      }
    } finally {
      closeSync(source);
    }
    writeAll(this.#descriptor, padding(bytes));
    return { bytes, sha256: hash.digest('hex') };
  }
}
