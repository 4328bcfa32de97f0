import type { BackupReport } from '../pipeline/backup-index.ts';
import type { BackupManifest } from '../pipeline/backup/backup-file.ts';
import type { RestoreReport } from '../pipeline/restore-index.ts';
import { describeSetAside } from './messages.ts';
import { plainText } from './plain-text.ts';

/** What a backup holds, which pages it lacks, and what to do with it. */
export function renderBackup({ manifest, bytes, setAside }: BackupReport, file: string): string {
  const lines = [
    `Wrote ${file}, ${(bytes / 1e6).toFixed(1)} MB, and read it again: ${listContents(manifest)}.`,
    ...(setAside.length === 0 ? [] : [`Not in it, ${String(setAside.length)} that could not be read:`]),
    ...setAside.map((each) => `  ${describeSetAside(each)}`),
    `Keep a copy on another machine. To put it back: npm run restore -- ${file}`,
  ];
  return `${lines.map(plainText).join('\n')}\n`;
}

/** What was put back, where the old is now, and what to run next. */
export function renderRestore(
  { manifest, pagesWritten, pagesUnchanged, kept }: RestoreReport,
  indexFolder: string,
): string {
  const lines = [
    `Restored what was backed up at ${manifest.createdAt}: ${listContents(manifest)}.`,
    `Pages: ${String(pagesWritten)} written, ${String(pagesUnchanged)} were as they should be.`,
    ...(kept.length === 0 ? [] : ['What was there before is kept; delete it when all is well:']),
    ...kept.map((each) => `  ${each}`),
    `Next: npm run check -- --index ${indexFolder}`,
  ];
  return `${lines.map(plainText).join('\n')}\n`;
}

function listContents({ desk, index, corpora }: BackupManifest): string {
  const files = corpora.reduce((sum, corpus) => sum + corpus.files.length, 0);
  const articles = index?.tables['articles'] ?? 0;
  return [
    desk === null ? 'no decisions (there are none)' : 'the decisions',
    index === null ? 'no index (there is none)' : `an index of ${String(articles)} articles`,
    `${String(files)} pages`,
  ].join(', ');
}
