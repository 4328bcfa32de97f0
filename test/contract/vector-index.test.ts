import { describe, expect, it } from 'vitest';
import { ExactIndex } from '../../src/vector-index/exact.ts';
import { HnswIndex } from '../../src/vector-index/hnsw.ts';
import type { VectorIndex } from '../../src/vector-index/vector-index.ts';
import { makeEmbeddings, unit } from '../support/vectors.ts';

const east = unit([1, 0, 0]);
const northEast = unit([1, 1, 0]);
const north = unit([0, 1, 0]);
const upWest = unit([-1, 0, 1]);
const west = unit([-1, 0, 0]);

const idsOf = (index: VectorIndex, question: Float32Array, count: number, allowed?: ReadonlySet<number>) =>
  index.search(question, count, allowed).map(({ chunkId }) => chunkId);

describe.each([
  ['exact', (dimension: number) => new ExactIndex(dimension)],
  ['HNSW', (dimension: number) => HnswIndex.create(dimension, 8)],
] as const)('vector index %s', (_name, create) => {
  const createFilled = (): VectorIndex => {
    const index = create(3);
    for (const [id, embedding] of [
      [7, west],
      [3, north],
      [5, northEast],
      [2, east],
      [9, upWest],
    ] as const) {
      index.add(id, embedding);
    }
    return index;
  };

  it('gives neighbours nearest first with their cosine', () => {
    const found = createFilled().search(east, 5);
    expect(found.map(({ chunkId }) => chunkId)).toEqual([2, 5, 3, 9, 7]);
    const wanted = [1, Math.SQRT1_2, 0, -Math.SQRT1_2, -1];
    for (const [position, { similarity }] of found.entries()) {
      expect(similarity).toBeCloseTo(wanted[position] ?? NaN, 6);
    }
  });

  it('puts equal similarities in the order of their chunk ids', () => {
    const index = create(3);
    for (const id of [40, 4, 400, 14]) index.add(id, northEast);
    expect(idsOf(index, east, 10)).toEqual([4, 14, 40, 400]);
  });

  it('finds nothing when it is empty', () => {
    const index = create(3);
    expect(index.size).toBe(0);
    expect(index.search(east, 5)).toEqual([]);
    expect(index.search(east, 5, new Set([1]))).toEqual([]);
  });

  it.each([
    [0, []],
    [1, [2]],
    [3, [2, 5, 3]],
    [1000, [2, 5, 3, 9, 7]],
  ])('finds at most %i', (count, ids) => {
    expect(idsOf(createFilled(), east, count)).toEqual(ids);
  });

  it('finds only allowed chunks, and passes over allowed ids that it does not hold', () => {
    const index = createFilled();
    expect(idsOf(index, east, 5, new Set([7, 3, 1000]))).toEqual([3, 7]);
    expect(idsOf(index, east, 1, new Set([7]))).toEqual([7]);
    expect(idsOf(index, east, 5, new Set())).toEqual([]);
    expect(idsOf(index, east, 5, new Set([1000]))).toEqual([]);
  });

  it('forgets what is removed', () => {
    const index = createFilled();
    index.remove(2);
    expect(index.size).toBe(4);
    expect(idsOf(index, east, 5)).toEqual([5, 3, 9, 7]);
    expect(idsOf(index, east, 5, new Set([2, 7]))).toEqual([7]);
  });

  it('does nothing when an unknown id, or one already gone, is removed', () => {
    const index = createFilled();
    for (const id of [1000, 2, 2]) index.remove(id);
    expect(index.size).toBe(4);
  });

  it('is empty when everything has been removed, and can be filled again', () => {
    const index = createFilled();
    for (const id of [7, 3, 5, 2, 9]) index.remove(id);
    expect(index.search(east, 5)).toEqual([]);
    index.add(11, upWest);
    expect(idsOf(index, east, 5)).toEqual([11]);
  });

  it('finds an id that was added again by its new embedding', () => {
    const index = createFilled();
    index.remove(2);
    index.add(2, west);
    expect(index.size).toBe(5);
    expect(idsOf(index, east, 5)).toEqual([5, 3, 9, 2, 7]);
  });

  it('replaces the embedding of an id that is there already', () => {
    const index = createFilled();
    index.add(7, east);
    expect(index.size).toBe(5);
    expect(idsOf(index, east, 2)).toEqual([2, 7]);
  });

  it.each([
    ['too short', Float32Array.of(1, 0)],
    ['too long', Float32Array.of(1, 0, 0, 0)],
    ['empty', new Float32Array()],
    ['with NaN', Float32Array.of(1, NaN, 0)],
    ['with infinity', Float32Array.of(1, 0, Infinity)],
  ])('refuses an embedding %s before it can do harm', (_what, embedding) => {
    const index = createFilled();
    expect(() => index.add(50, embedding)).toThrow(RangeError);
    expect(() => index.search(embedding, 3)).toThrow(RangeError);
    expect(index.size).toBe(5);
    expect(idsOf(index, east, 5)).toEqual([2, 5, 3, 9, 7]);
  });

  it('grows beyond the room it was made with', () => {
    const embeddings = makeEmbeddings(3000, 4);
    const index = create(4);
    for (const [id, embedding] of embeddings.entries()) index.add(id, embedding);
    expect(index.size).toBe(3000);
    for (const id of [0, 1031, 1032, 2999]) expect(idsOf(index, embeddings[id] ?? east, 1)).toEqual([id]);
  });
});

describe('HNSW against exact', () => {
  it('finds at least .99 of the ten nearest of 2,000', () => {
    const dimension = 48;
    const exact = new ExactIndex(dimension);
    const hnsw = HnswIndex.create(dimension, 2000);
    for (const [id, embedding] of makeEmbeddings(2000, dimension).entries()) {
      exact.add(id, embedding);
      hnsw.add(id, embedding);
    }
    let found = 0;
    const questions = makeEmbeddings(100, dimension, 2);
    for (const question of questions) {
      const wanted = new Set(idsOf(exact, question, 10));
      found += idsOf(hnsw, question, 10).filter((id) => wanted.has(id)).length;
    }
    expect(found / (questions.length * 10)).toBeGreaterThanOrEqual(0.99);
  });
});
