import { createHash } from 'node:crypto';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findWeightFile, hashFile, locateModel } from '../../src/embed/model-files.ts';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts';

describe('locateModel', () => {
  it.each(['multilingual-e5-small', '模型', 'نموذج صغير'])('finds a model folder called %s', (name) => {
    const root = writeFiles(temporaryFolder(), { [`${name}/config.json`]: '{}' });
    expect(locateModel(path.join(root, name), '/hub')).toEqual({ id: name, isRemote: false, root });
  });

  it('takes owner/name for a hub id where no such folder is', () => {
    const id = 'Xenova/multilingual-e5-base';
    expect(locateModel(id, '/hub')).toEqual({ id, isRemote: true, root: '/hub' });
  });

  it.each([
    ['a missing absolute path', '/no/such/model'],
    ['a missing relative path', './models/e5'],
    ['a missing path of three parts', 'models/e5/onnx'],
    ['one word', 'e5'],
    ['a typo in a folder that is here', 'embeddings/multilingual-e5-smal'],
    ['a path upwards', '../e5'],
    ['an address', 'https://hub.example/e5'],
    ['a file', path.relative('.', import.meta.filename)],
    ['characters that no hub id has', '模型/小'],
    ['nothing', 'x/'],
  ])('never downloads for %s', (_what, setting) => {
    expect(() => locateModel(setting, '/hub')).toThrow(
      expect.objectContaining({
        code: 'model-missing',
        context: expect.objectContaining({ model: setting }),
      }),
    );
  });
});

describe('findWeightFile', () => {
  const locate = (files: Record<string, string>) => {
    const root = writeFiles(temporaryFolder(), files);
    return { id: 'model', isRemote: false, root };
  };

  it.each([
    [
      'the smaller of two',
      ['onnx/model_quantized.onnx', 'onnx/model.onnx'],
      'onnx/model_quantized.onnx',
      'q8',
    ],
    ['the only one', ['onnx/model.onnx'], 'onnx/model.onnx', 'fp32'],
  ])('takes %s', (_what, files, file, dtype) => {
    const location = locate(Object.fromEntries(files.map((name) => [`model/${name}`, ''])));
    expect(findWeightFile(location)).toEqual({ path: path.join(location.root, 'model', file), dtype });
  });

  it('names the files it looked for', () => {
    const location = locate({ 'model/config.json': '{}' });
    expect(() => findWeightFile(location)).toThrow(
      expect.objectContaining({
        code: 'model-missing',
        context: {
          model: 'model',
          folder: path.join(location.root, 'model'),
          wanted: ['onnx/model_quantized.onnx', 'onnx/model.onnx'],
        },
      }),
    );
  });
});

describe('hashFile', () => {
  it.each([
    ['nothing', Buffer.alloc(0)],
    ['one block', Buffer.from('青崖')],
    ['several blocks', Buffer.alloc(3_000_000, 7)],
  ])('is the SHA-256 of %s', async (_what, bytes) => {
    const folder = writeFiles(temporaryFolder(), { file: bytes });
    const wanted = createHash('sha256').update(bytes).digest('hex');
    expect(await hashFile(path.join(folder, 'file'))).toBe(wanted);
  });
});
