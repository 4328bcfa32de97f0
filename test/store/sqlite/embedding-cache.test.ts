import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { openEmbeddingCache } from '../../../src/store/sqlite/embedding-cache.ts';
import { editDatabase } from '../../support/open-sqlite.ts';
import { temporaryFolder, writeFiles } from '../../support/temporary-folder.ts';

let file: string;

beforeEach(() => {
  file = path.join(temporaryFolder(), 'deep', '缓存.db');
});

describe('openEmbeddingCache', () => {
  it.each(['key', '青崖', 'ا', '🎉', '', "'; DROP TABLE embeddings; --"])(
    'gives back what was put under %j',
    (key) => {
      const cache = openEmbeddingCache(file);
      expect(cache.get(key)).toBeUndefined();
      cache.put([[key, Float32Array.of(0.25, -1)]]);
      expect(cache.get(key)).toEqual(Float32Array.of(0.25, -1));
      cache.close();
    },
  );

  it('outlives being closed', () => {
    const first = openEmbeddingCache(file);
    first.put([['a', Float32Array.of(1)]]);
    first.close();
    const second = openEmbeddingCache(file);
    expect(second.get('a')).toEqual(Float32Array.of(1));
    second.close();
  });

  it('shows at once to another what was put', () => {
    const [first, second] = [openEmbeddingCache(file), openEmbeddingCache(file)];
    first.put([['a', Float32Array.of(1)]]);
    expect(second.get('a')).toEqual(Float32Array.of(1));
    second.put([['a', Float32Array.of(2)]]);
    expect(first.get('a')).toEqual(Float32Array.of(2));
    first.close();
    second.close();
  });

  it('stores all or nothing', () => {
    const cache = openEmbeddingCache(file);
    const entries = (function* () {
      yield ['a', Float32Array.of(1)] as const;
      throw new Error('planted');
    })();
    expect(() => cache.put(entries)).toThrow('planted');
    expect(cache.get('a')).toBeUndefined();
    cache.put([['b', Float32Array.of(2)]]);
    expect(cache.get('b')).toEqual(Float32Array.of(2));
    cache.close();
  });

  it.each([[[NaN, 1]], [[1, Infinity]], [[0, 0]], [[]]])('never keeps %j', (numbers) => {
    const cache = openEmbeddingCache(file);
    const entries = [
      ['good', Float32Array.of(1)],
      ['bad', Float32Array.from(numbers)],
    ] as const;
    expect(() => cache.put(entries)).toThrow(RangeError);
    expect([cache.get('good'), cache.get('bad')]).toEqual([undefined, undefined]);
    cache.close();
  });

  it.each(["x'00'", "x''", "x'0000000000000000'", "x'0000c07f0000803f'"])(
    'has nothing where %s stands for an embedding',
    (blob) => {
      const cache = openEmbeddingCache(file);
      cache.put([['a', Float32Array.of(1)]]);
      editDatabase(file, `UPDATE embeddings SET embedding = ${blob}`);
      expect(cache.get('a')).toBeUndefined();
      cache.put([['a', Float32Array.of(1)]]);
      expect(cache.get('a')).toEqual(Float32Array.of(1));
      cache.close();
    },
  );

  it('says that a file which is no database is damaged, and leaves it as it is', () => {
    const content = '这不是数据库。'.repeat(100);
    const bad = path.join(writeFiles(temporaryFolder(), { 'cache.db': content }), 'cache.db');
    expect(() => openEmbeddingCache(bad)).toThrow(
      expect.objectContaining({ code: 'cache-damaged', context: expect.objectContaining({ folder: bad }) }),
    );
    expect(readFileSync(bad, 'utf8')).toBe(content);
  });

  it('says that it can not be written where a file stands in the way', () => {
    const inTheWay = path.join(writeFiles(temporaryFolder(), { 'a-file': '' }), 'a-file', 'cache.db');
    expect(() => openEmbeddingCache(inTheWay)).toThrow(
      expect.objectContaining({
        code: 'cache-unwritable',
        context: expect.objectContaining({ folder: inTheWay }),
      }),
    );
  });
});
