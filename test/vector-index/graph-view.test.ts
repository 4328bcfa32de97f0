import { describe, expect, it } from 'vitest';
import { GraphView } from '../../src/vector-index/graph-view.ts';
import { HnswIndex } from '../../src/vector-index/hnsw.ts';
import type { VectorSearch } from '../../src/vector-index/vector-index.ts';
import { makeEmbeddings } from '../support/vectors.ts';

const embeddings = makeEmbeddings(60, 8);
const question = embeddings[0] ?? new Float32Array(8);

function fill(index: HnswIndex, ids: readonly number[]): HnswIndex {
  for (const id of ids) index.add(id, embeddings[id] ?? question);
  return index;
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, id) => id);
const idsOf = (view: VectorSearch, allowed?: ReadonlySet<number>): number[] =>
  view.search(question, 100, allowed).map(({ chunkId }) => chunkId);
const sorted = (ids: readonly number[]): number[] => [...ids].sort((a, b) => a - b);

describe('a view of a graph', () => {
  it('sees the chunks of its own state and no others, before and after', () => {
    const graph = fill(HnswIndex.create(8, 60), upTo(40));
    const before = new GraphView(graph, upTo(40), new Set());
    const wanted = idsOf(before);
    fill(graph, [40, 41]);
    const gone = new Set([0, 7]);
    const after = new GraphView(
      graph,
      upTo(42).filter((id) => !gone.has(id)),
      gone,
    );
    expect(idsOf(before)).toEqual(wanted);
    expect(before.size).toBe(40);
    expect(sorted(idsOf(after))).toEqual(upTo(42).filter((id) => !gone.has(id)));
    expect(after.size).toBe(40);
  });

  it('finds the same when what went before it is taken out of the graph', () => {
    const graph = fill(HnswIndex.create(8, 60), upTo(40));
    const ids = upTo(40).filter((id) => id > 3);
    const view = new GraphView(graph, ids, new Set([0, 1, 2, 3]));
    const wanted = idsOf(view);
    view.removeGone();
    view.removeGone();
    expect(idsOf(view)).toEqual(wanted);
    expect(sorted([...graph.chunkIds])).toEqual(ids);
  });

  it('finds only allowed chunks, in a shared graph too', () => {
    const graph = fill(HnswIndex.create(8, 60), upTo(10));
    const view = new GraphView(graph, upTo(10), new Set());
    const allowed = new Set([2, 9, 11]);
    expect(sorted(idsOf(view, allowed))).toEqual([2, 9]);
    fill(graph, [10, 11]);
    expect(sorted(idsOf(view, allowed))).toEqual([2, 9]);
  });

  it('of no chunks finds nothing', () => {
    const graph = fill(HnswIndex.create(8, 60), upTo(5));
    expect(idsOf(new GraphView(graph, [], new Set(upTo(5))))).toEqual([]);
  });
});
