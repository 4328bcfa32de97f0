import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadE5, poolMean } from '../../src/embed/e5.ts';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts';

describe('poolMean', () => {
  it.each([
    ['one position', [3, 4], 1, [0.6, 0.8]],
    ['two positions', [1, 0, 0, 1], 2, [Math.SQRT1_2, Math.SQRT1_2]],
    ['positions that partly cancel', [3, 4, 3, -4, 0, 0], 3, [1, 0]],
  ])('gives the mean of %s, of length 1', (_what, states, length, wanted) => {
    const pooled = poolMean(Float32Array.from(states), length, 2);
    expect(pooled).toHaveLength(2);
    for (const [at, value] of wanted.entries()) expect(pooled[at]).toBeCloseTo(value, 6);
  });

  it.each([
    ['all zero', [0, 0]],
    ['not a number', [1, NaN]],
    ['infinite', [1, Infinity]],
    ['cancelling', [1, 1, -1, -1]],
  ])('refuses states that are %s', (_what, states) => {
    expect(() => poolMean(Float32Array.from(states), states.length / 2, 2)).toThrow(RangeError);
  });
});

describe('loadE5', () => {
  const load = (model: string) => loadE5({ model, threads: 1, hubCache: temporaryFolder() });

  it('says which model is missing', async () => {
    await expect(load('/no/such/model')).rejects.toMatchObject({
      code: 'model-missing',
      context: { model: '/no/such/model' },
    });
  });

  it('says that a folder holds no weights', async () => {
    const folder = writeFiles(temporaryFolder(), { '模型/config.json': '{}' });
    await expect(load(path.join(folder, '模型'))).rejects.toMatchObject({ code: 'model-missing' });
  });

  it('says that a model is damaged, and keeps the cause', async () => {
    const folder = writeFiles(temporaryFolder(), {
      'e5/config.json': '{"model_type": "bert"}',
      'e5/tokenizer.json': 'not JSON',
      'e5/tokenizer_config.json': '{}',
      'e5/onnx/model_quantized.onnx': 'not a model',
    });
    await expect(load(path.join(folder, 'e5'))).rejects.toMatchObject({
      code: 'model-unloadable',
      context: { model: 'e5', folder },
      cause: expect.any(Error),
    });
  });
});
