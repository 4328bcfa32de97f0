import type { TableProblem } from '../../store/sqlite/inspect-index.ts';

/** What can be wrong with an index; `src/terminal/render-check.ts` says it in words, with the next step. */
export type IndexProblemKind =
  | TableProblem['kind']
  | 'chunks-wrong'
  | 'sentences-wrong'
  | 'segments-wrong'
  | 'quote-differs'
  | 'page-changed'
  | 'page-missing'
  | 'snapshot-unusable'
  | 'snapshot-behind'
  | 'recall-low';

/** One thing that is wrong. */
export interface IndexProblem {
  readonly kind: IndexProblemKind;
  /** The thing: a file, an article's id, a chunk. */
  readonly where: string;
  /** Numbers and names; may be empty. */
  readonly detail: string;
}

/** What mends a problem: all of it is derived from the corpus, or from the database that is derived from it. */
export type Remedy = 'snapshot' | 'reindex' | 'reindex-all' | 'rebuild';

/** The remedy of each kind, from the mildest to the one that includes all others. */
const remedyOf: Record<IndexProblemKind, Remedy> = {
  'snapshot-unusable': 'snapshot',
  'snapshot-behind': 'snapshot',
  'recall-low': 'snapshot',
  'page-changed': 'reindex',
  'page-missing': 'reindex',
  'embedding-invalid': 'reindex-all',
  'chunks-wrong': 'reindex-all',
  'sentences-wrong': 'reindex-all',
  'segments-wrong': 'reindex-all',
  'quote-differs': 'reindex-all',
  // A reindex reads what is stored, and removes only what it knows of; where that is not enough, all has to go first.
  'terms-differ': 'rebuild',
  'reference-broken': 'rebuild',
  'database-damaged': 'rebuild',
};

const strength: readonly Remedy[] = ['snapshot', 'reindex', 'reindex-all', 'rebuild'];

/** The one remedy that mends all of the problems; undefined where there are none. */
export function chooseRemedy(problems: readonly IndexProblem[]): Remedy | undefined {
  const wanted = new Set(problems.map(({ kind }) => remedyOf[kind]));
  return strength.findLast((remedy) => wanted.has(remedy));
}
