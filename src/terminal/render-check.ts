import type { RepairReport } from '../pipeline/repair-index.ts';
import type { IndexVerification } from '../pipeline/verify-index.ts';
import { chooseRemedy } from '../pipeline/verify/index-problem.ts';
import type { IndexProblem, IndexProblemKind, Remedy } from '../pipeline/verify/index-problem.ts';
import { plainText } from './plain-text.ts';

/** Problems of one kind that are listed one by one; of more, the number is said. */
const maxListed = 10;

/** What a kind of problem is called. */
export const kindNames: Record<IndexProblemKind, string> = {
  'database-damaged': 'The database is damaged',
  'reference-broken': 'Rows of the database point to others that are gone',
  'terms-differ': 'Full-text search does not know the same chunks as the database',
  'embedding-invalid': 'Embeddings are not what they should be',
  'chunks-wrong': 'Chunks do not cover their article',
  'sentences-wrong': 'Sentences do not cover their chunk',
  'segments-wrong': 'Segments do not cover their article',
  'quote-differs': 'A page is as it was indexed and yet says something else',
  'page-changed':
    'Pages changed after they were indexed; their quotes are withheld where they no longer stand',
  'page-missing': 'Pages are gone since they were indexed; their quotes are withheld',
  'snapshot-unusable': 'The snapshot of the vector index can not be used; answers come from the database',
  'snapshot-behind': 'The snapshot of the vector index is older than the database',
  'recall-low': 'The vector index finds too few of the nearest chunks',
};

/** What an index was found to be: a line on what was looked at, then a paragraph for each kind of problem. */
export function renderVerification({
  indexFolder,
  counts,
  pagesCompared,
  quotesCompared,
  recall,
  problems,
}: IndexVerification): string {
  const held =
    counts === null
      ? ''
      : `: ${String(counts.pages)} pages, ${String(counts.articles)} articles, ${String(counts.chunks)} chunks, ${String(counts.sentences)} sentences`;
  const compared = `Compared ${String(quotesCompared)} segments and sentences of ${String(pagesCompared)} pages with their files.`;
  const found =
    recall === null
      ? ''
      : ` The snapshot finds ${(100 * recall.at10).toFixed(1)} % of the ten nearest chunks (${String(recall.chunks)} tried).`;
  const lines = [
    plainText(`Checked ${indexFolder}${held}.`),
    ...(counts === null ? [] : [compared + found]),
    ...renderProblems(problems),
    problems.length === 0 ? 'Nothing is wrong with it.' : '',
  ];
  return `${lines.filter((line) => line !== '').join('\n')}\n`;
}

function renderProblems(problems: readonly IndexProblem[]): string[] {
  const kinds = [...new Set(problems.map(({ kind }) => kind))];
  return kinds.flatMap((kind) => {
    const same = problems.filter((problem) => problem.kind === kind);
    const more = same.length - maxListed;
    return [
      `${kindNames[kind]}:`,
      ...same.slice(0, maxListed).map(({ where, detail }) =>
        // The detail may be SQLite's own words.
        plainText(`  ${where}${detail === '' ? '' : ` (${detail})`}`),
      ),
      ...(more > 0 ? [`  and ${String(more)} more`] : []),
    ];
  });
}

const remedySteps: Record<Remedy, (folder: string) => string> = {
  snapshot: (folder) =>
    `To write the snapshot again from the stored embeddings: npm run check -- --index ${folder} --repair`,
  reindex: (folder) => `To read what changed: npm run index -- --index ${folder}`,
  'reindex-all': (folder) =>
    `To read all pages again, with embeddings from the cache: npm run check -- --index ${folder} --repair`,
  rebuild: (folder) =>
    `To move the database aside and build it again from the pages: npm run check -- --index ${folder} --repair`,
};

/** What to run next; empty where there is no problem. */
export function describeNextStep(problems: readonly IndexProblem[], indexFolder: string): string {
  const remedy = chooseRemedy(problems);
  return remedy === undefined ? '' : `${plainText(remedySteps[remedy](indexFolder))}\n`;
}

/** What a repair did. */
export function renderRepair({ remedy, movedTo, reindex }: RepairReport): string {
  const lines = [
    ...(movedTo === null
      ? []
      : [`The damaged database is now ${movedTo}; delete it when it is of no more use.`]),
    ...(remedy === 'snapshot' ? ['The snapshot was written again from the stored embeddings.'] : []),
    ...(reindex === null
      ? []
      : [
          `Read ${String(reindex.filesFound)} pages, ${String(reindex.articlesChanged)} articles stored; ` +
            `${String(reindex.textsEmbedded)} texts embedded, ${String(reindex.textsFromCache)} from the cache.`,
        ]),
  ];
  return `${lines.map(plainText).join('\n')}\n`;
}
