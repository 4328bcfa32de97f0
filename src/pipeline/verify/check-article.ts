import type { StoredArticle, StoredChunk } from '../../store/news-store.ts';
import type { IndexProblem } from './index-problem.ts';

/** How far the length of a stored embedding may be from 1: float32 rounds, and int8 loses up to half a step a number. */
const lengthTolerance = { chunk: 1e-3, sentence: 0.02 } as const;

interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * What is wrong inside an article: chunks that leave out words of the body or overlap, sentences that do so inside
 * their chunk, segments out of the body, embeddings that are not finite or not of length 1.
 *
 * @param chunks the article's, in any order
 */
export function checkArticle(article: StoredArticle, chunks: readonly StoredChunk[]): IndexProblem[] {
  const { id, body, segments } = article;
  const sorted = [...chunks].sort((a, b) => a.start - b.start);
  const problems: IndexProblem[] = [];
  const report = (kind: IndexProblem['kind'], where: string, detail: string | undefined): void => {
    if (detail !== undefined) problems.push({ kind, where, detail });
  };
  report('chunks-wrong', `article ${id}`, findGap(body, { start: 0, end: body.length }, sorted));
  report('segments-wrong', `article ${id}`, findGap(body, { start: 0, end: body.length }, segments));
  for (const chunk of sorted) {
    report('sentences-wrong', `chunk ${String(chunk.id)}`, findGap(body, chunk, chunk.sentences));
    report('embedding-invalid', `chunk ${String(chunk.id)}`, judgeLength(chunk.embedding, 'chunk'));
    for (const [ordinal, { embedding, scale }] of chunk.sentences.entries()) {
      const where = `sentence ${String(ordinal)} of chunk ${String(chunk.id)}`;
      report('embedding-invalid', where, judgeLength(embedding, 'sentence', scale));
    }
  }
  return problems;
}

/** Where `parts`, in order, do not tile `[whole.start, whole.end)` but for white space; undefined where they do. */
function findGap(body: string, whole: Range, parts: readonly Range[]): string | undefined {
  let at = whole.start;
  for (const { start, end } of parts) {
    if (start < at || end <= start || end > whole.end) return `${describe({ start, end })} does not fit`;
    if (body.slice(at, start).trim() !== '') return `${describe({ start: at, end: start })} is left out`;
    at = end;
  }
  return body.slice(at, whole.end).trim() === ''
    ? undefined
    : `${describe({ start: at, end: whole.end })} is left out`;
}

function describe({ start, end }: Range): string {
  return `[${String(start)}, ${String(end)})`;
}

function judgeLength(
  values: Float32Array | Int8Array,
  kind: keyof typeof lengthTolerance,
  scale = 1,
): string | undefined {
  let squares = 0;
  for (const value of values) squares += value * value;
  const length = Math.sqrt(squares) * scale;
  // Not `>`: a length that is no number is wrong too.
  return Math.abs(length - 1) <= lengthTolerance[kind] ? undefined : `length ${length.toPrecision(4)}, not 1`;
}
