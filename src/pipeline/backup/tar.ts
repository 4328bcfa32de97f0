import { readSync, writeSync } from 'node:fs';

/** A file inside an archive. */
export interface TarEntry {
  readonly name: string;
  readonly bytes: number;
  /** Where its content begins in the archive. */
  readonly offset: number;
}

/** What is no archive, or not a whole one. */
export class TarError extends Error {
  override readonly name = 'TarError';
}

/** POSIX.1-1988 "ustar", with the extended headers of POSIX.1-2001 for long names, other scripts and large files. */
const blockBytes = 512;
const longestName = 100;
/** Eleven octal digits. */
const largestPlainSize = 0o77777777777;

/** Writes the header of a file; its content follows, then `padding`. */
export function writeHeader(descriptor: number, name: string, bytes: number, modifiedSeconds: number): void {
  const records: string[] = [];
  const isPlain = Buffer.byteLength(name) <= longestName && /^[\x20-\x7e]*$/.test(name);
  if (!isPlain) records.push(formRecord('path', name));
  if (bytes > largestPlainSize) records.push(formRecord('size', String(bytes)));
  if (records.length > 0) {
    const content = Buffer.from(records.join(''));
    const header = formHeader('extended-header', content.length, { modifiedSeconds, type: 'x' });
    writeAll(descriptor, Buffer.concat([header, content, padding(content.length)]));
  }
  const plainName = isPlain ? name : 'see-extended-header';
  const plainBytes = bytes > largestPlainSize ? 0 : bytes;
  writeAll(descriptor, formHeader(plainName, plainBytes, { modifiedSeconds, type: '0' }));
}

/** What stands between a content of so many bytes and the next header. */
export function padding(bytes: number): Buffer {
  return Buffer.alloc((blockBytes - (bytes % blockBytes)) % blockBytes);
}

/** What an archive ends with. */
export const endOfArchive = Buffer.alloc(2 * blockBytes);

/** Writes all of it, however many calls that takes. */
export function writeAll(descriptor: number, content: Uint8Array): void {
  for (let done = 0; done < content.length;) done += writeSync(descriptor, content, done);
}

function formHeader(
  name: string,
  bytes: number,
  { modifiedSeconds, type }: { readonly modifiedSeconds: number; readonly type: string },
): Buffer {
  const header = Buffer.alloc(blockBytes);
  const octal = (value: number, digits: number): string => value.toString(8).padStart(digits, '0');
  header.write(name, 0);
  header.write(`${octal(0o600, 7)}\0${octal(0, 7)}\0${octal(0, 7)}\0`, 100);
  header.write(`${octal(bytes, 11)}\0${octal(modifiedSeconds, 11)}\0`, 124);
  header.write(`        ${type}`, 148);
  header.write('ustar\x0000', 257);
  header.write(`${octal(sumOf(header), 6)}\0 `, 148);
  return header;
}

function sumOf(header: Buffer): number {
  return header.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 0x20 : byte), 0);
}

/** `length key=value\n`, where the length counts itself. */
function formRecord(key: string, value: string): string {
  const rest = ` ${key}=${value}\n`;
  const restBytes = Buffer.byteLength(rest);
  let length = restBytes + String(restBytes).length;
  if (String(length).length > String(restBytes).length) length = restBytes + String(length).length;
  return `${String(length)}${rest}`;
}

/**
 * Lists the files of an archive in order.
 *
 * @param totalBytes the archive's size
 * @throws TarError at what is no header, or a content that goes on after the archive's end
 */
export function* listEntries(descriptor: number, totalBytes: number): Generator<TarEntry> {
  let records: Readonly<Record<string, string>> = {};
  for (let at = 0; at < totalBytes;) {
    const header = readAt(descriptor, at, blockBytes);
    if (header.every((byte) => byte === 0)) return;
    if (parseOctal(header, 148, 8) !== sumOf(header)) throw new TarError(`no header at byte ${String(at)}`);
    const type = String.fromCharCode(header[156] ?? 0);
    const bytes = Number(records['size'] ?? parseOctal(header, 124, 12));
    const offset = at + blockBytes;
    if (!(bytes >= 0 && offset + bytes <= totalBytes)) throw new TarError(`cut off at byte ${String(at)}`);
    if (type === 'x') records = parseRecords(readAt(descriptor, offset, bytes));
    else {
      const [plainName = ''] = header.toString('latin1', 0, longestName).split('\0');
      yield { name: records['path'] ?? plainName, bytes, offset };
      records = {};
    }
    at = offset + bytes + padding(bytes).length;
  }
}

function parseOctal(header: Buffer, start: number, length: number): number {
  return Number.parseInt(
    header
      .toString('latin1', start, start + length)
      .split('\0', 1)[0]
      ?.trim() ?? '',
    8,
  );
}

function parseRecords(content: Buffer): Record<string, string> {
  const records: Record<string, string> = {};
  for (let at = 0; at < content.length;) {
    const [, length = ''] = /^(\d{1,9}) /.exec(content.toString('latin1', at, at + 12)) ?? [];
    const end = at + Number(length);
    const [key = '', ...value] = content.toString('utf8', at + length.length + 1, end - 1).split('=');
    if (length === '' || end > content.length || value.length === 0)
      throw new TarError('a bad extended header');
    records[key] = value.join('=');
    at = end;
  }
  return records;
}

/** Bytes of an archive. @throws TarError if it ends before them */
export function readAt(descriptor: number, offset: number, bytes: number): Buffer {
  const content = Buffer.alloc(bytes);
  for (let done = 0; done < bytes;) {
    const count = readSync(descriptor, content, done, bytes - done, offset + done);
    if (count === 0) throw new TarError(`ends at byte ${String(offset + done)}`);
    done += count;
  }
  return content;
}
