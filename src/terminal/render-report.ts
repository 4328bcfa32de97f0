import type { SetAside } from '../corpus/read-corpus.ts';
import type { IndexReport } from '../pipeline/index-corpus.ts';
import type { IndexNotice } from '../pipeline/open-answerer.ts';
import type { SnapshotNotice } from '../vector-index/open-vector-index.ts';
import type { SnapshotProblem } from '../vector-index/snapshot.ts';
import { describeSetAside } from './messages.ts';
import { plainText } from './plain-text.ts';

/** What a build did, what was set aside and why, and what to run next. */
export function renderReport(report: IndexReport, tookMs: number, askCommand: string): string {
  const { counts, setAside, duplicates, olderVersions, repaired } = report;
  const lines = [
    `Read ${pages(report.filesFound)} in ${plainText(report.folders.join(', '))}: ${String(report.filesUnchanged)} unchanged, ${String(report.filesRemoved)} removed; ` +
      `${String(report.articlesChanged)} new or changed articles, ${String(report.textsEmbedded)} texts embedded, ` +
      `${String(report.textsFromCache)} from the cache.`,
    ...(repaired === null ? [] : [describeRepair(repaired)]),
    ...duplicates.map(({ title, path }) =>
      plainText(`Skipped “${title}” in ${path}: another page holds the same article.`),
    ),
    ...olderVersions.map(({ title, path }) =>
      plainText(`Skipped “${title}” in ${path}: another page holds a newer version of this article.`),
    ),
    ...(report.otherFiles === 0
      ? []
      : [`Passed over ${String(report.otherFiles)} files of formats that are not read.`]),
    ...listSetAside(
      setAside.filter(({ reason }) => reason !== 'record-invalid'),
      'page',
    ),
    ...listSetAside(
      setAside.filter(({ reason }) => reason === 'record-invalid'),
      'record',
    ),
    `The index holds ${String(counts.articles)} articles in ${String(counts.chunks)} chunks and ` +
      `${String(counts.sentences)} sentences, from ${pages(counts.pages)}. Took ${(tookMs / 1000).toFixed(1)} s.`,
    `Next: ${askCommand}`,
  ];
  return `${lines.join('\n')}\n`;
}

function listSetAside(setAside: readonly SetAside[], noun: string): string[] {
  if (setAside.length === 0) return [];
  const count = setAside.length === 1 ? `1 ${noun}` : `${String(setAside.length)} ${noun}s`;
  return [`Set aside ${count}:`, ...setAside.map((each) => `  ${describeSetAside(each)}`)];
}

function pages(count: number): string {
  return count === 1 ? '1 page' : `${String(count)} pages`;
}

const problems: Record<SnapshotProblem, string> = {
  missing: 'is missing',
  'manifest-unreadable': 'can not be read',
  'file-missing': 'is missing',
  'wrong-size': 'has been cut short or extended',
  'wrong-hash': 'has been damaged',
  'other-build': 'belongs to another build',
  'other-count': 'holds another number of chunks than its manifest says',
};

function describeRepair({ problem, file }: SnapshotNotice): string {
  return `${file} ${problems[problem]}; the vector index was made again from the stored embeddings. Nothing was lost.`;
}

/**
 * Said when questions are answered although the vector index's snapshot could not be used, or although the index has
 * changed in a way that is not followed.
 */
export function describeNotice({ problem, file }: IndexNotice, indexFolder: string): string {
  if (problem === 'other-model')
    return `Note: ${file} was made anew with another model. Answering from it as it was; to use it, stop and start again.\n`;
  if (problem === 'not-followed')
    return `Note: ${file} has changed and can not be read now. Answering from it as it was; it is tried again and again.\n`;
  return (
    `Note: ${file} ${problems[problem]}. Answering from the stored embeddings instead; nothing is lost.\n` +
    `To write it again: npm run index -- --index ${indexFolder}\n`
  );
}
