import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadE5 } from '../../src/embed/e5.ts';
import type { Embedder } from '../../src/embed/embedder.ts';
import { cosine } from '../../src/vector-index/cosine.ts';
import { createFakeEmbedder } from '../support/fake-embedder.ts';
import { runScript } from '../support/run-script.ts';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts';

const model = path.resolve(import.meta.dirname, '../../embeddings/multilingual-e5-small');

const texts = [
  ['Chinese', '青崖大桥昨天正式通车。'],
  ['English', 'The old ferry sails again on Monday.'],
  ['Arabic', 'فتح سوق نوران القديم أبوابه أمس.'],
  ['Thai', 'ตลาดเก่าเปิดอีกครั้งเมื่อวานนี้'],
  ['a family of emoji', '👩‍👩‍👧 🇨🇳 👍🏽'],
  ['nothing', ''],
  ['white space', ' \n\t '],
  ['a zero byte', 'a\0b'],
  ['a lone surrogate', 'broken \ud83d text'],
  ['the model’s own special tokens', '<s> </s> <pad> <mask>'],
  ['10,000 letters', 'The ferry sails. '.repeat(600).slice(0, 10_000)],
  ['10,000 characters without a space', '青崖大桥昨天正式通车'.repeat(1000)],
] as const;

const norm = (embedding: Float32Array): number => Math.sqrt(cosine(embedding, embedding));

describe.each([
  ['fake', async () => createFakeEmbedder()],
  ['e5', () => loadE5({ model, threads: 2, hubCache: temporaryFolder() })],
  [
    'e5 in a thread of its own',
    () => loadE5({ model, threads: 2, hubCache: temporaryFolder(), inWorker: true }),
  ],
] as const)('embedder %s', (_name, open) => {
  let embedder: Embedder;

  beforeAll(async () => {
    embedder = await open();
  });

  afterAll(() => embedder.close());

  it.each(texts)(
    'gives %s a finite embedding of length 1, as question and as passage',
    async (_what, text) => {
      const embeddings = [await embedder.embedQuestion(text), ...(await embedder.embedPassages([text]))];
      expect(embeddings).toHaveLength(2);
      for (const embedding of embeddings) {
        expect(embedding).toBeInstanceOf(Float32Array);
        expect(embedding).toHaveLength(embedder.identity.dimension);
        expect(embedding.every(Number.isFinite)).toBe(true);
        expect(norm(embedding)).toBeCloseTo(1, 3);
      }
    },
  );

  it('gives embeddings in the order of the texts, whatever stands beside them', async () => {
    const passages = texts.slice(0, 6).map(([, text]) => text);
    const together = await embedder.embedPassages(passages);
    for (const [position, passage] of passages.entries()) {
      expect(await embedder.embedPassages([passage])).toEqual([together[position]]);
    }
  });

  it('gives no embeddings for no texts', async () => {
    expect(await embedder.embedPassages([])).toEqual([]);
  });

  it.each(texts.slice(0, 4))('gives %s the same embedding twice', async (_what, text) => {
    expect(await embedder.embedQuestion(text)).toEqual(await embedder.embedQuestion(text));
  });

  it.each(texts.slice(0, 4))('embeds %s differently as question and as passage', async (_what, text) => {
    const [passage] = await embedder.embedPassages([text]);
    expect(await embedder.embedQuestion(text)).not.toEqual(passage);
  });

  it('puts a question nearer to the passage it asks about than to another', async () => {
    const question = await embedder.embedQuestion('When does the old ferry sail?');
    const [about, other] = await embedder.embedPassages([
      'The old ferry does sail again on Monday.',
      'Potatoes grow best in sandy soil.',
    ]);
    expect(cosine(question, about ?? question)).toBeGreaterThan(cosine(question, other ?? question));
  });

  it('takes a lone surrogate for a replacement character', async () => {
    expect(await embedder.embedPassages(['a \ud83d b'])).toEqual(
      await embedder.embedPassages(['a \ufffd b']),
    );
  });

  it('tells after each passage how many are done', async () => {
    const done: number[] = [];
    await embedder.embedPassages(['一', 'two', 'ثلاثة'], (count) => done.push(count));
    expect(done).toEqual([1, 2, 3]);
  });

  it.each([
    ['', 0],
    ['ferry', 1],
  ])('counts the tokens of "%s" without prefix and special tokens', (text, atLeast) => {
    expect(embedder.countTokens(text)).toBeGreaterThanOrEqual(atLeast);
    expect(embedder.countTokens(text)).toBeLessThanOrEqual(atLeast * 3);
  });

  it('counts more tokens in a longer text', () => {
    const counts = ['桥', '青崖大桥', '青崖大桥昨天正式通车。'.repeat(20)].map((text) =>
      embedder.countTokens(text),
    );
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect(counts[2]).toBeGreaterThan(100);
  });

  it('names its model, its file and its prefixes', () => {
    const { id, fileHash, prefix } = embedder.identity;
    expect([id, fileHash, prefix.question, prefix.passage].every((part) => part !== '')).toBe(true);
    expect(prefix.question).not.toBe(prefix.passage);
    expect(embedder.maxModelTokens).toBe(512);
  });
});

describe('an embedder in a thread of its own', () => {
  const load = (folder = model) =>
    loadE5({ model: folder, threads: 1, hubCache: temporaryFolder(), inWorker: true });

  it('gives the same embeddings as one in this thread', async () => {
    const here = await loadE5({ model, threads: 1, hubCache: temporaryFolder() });
    const there = await load();
    for (const [, text] of texts.slice(0, 6)) {
      expect(await there.embedQuestion(text)).toEqual(await here.embedQuestion(text));
      expect(await there.embedPassages([text])).toEqual(await here.embedPassages([text]));
    }
    expect(there.identity).toEqual(here.identity);
    await Promise.all([here.close(), there.close()]);
  });

  it('embeds a question before the passages that wait, and leaves this thread free meanwhile', async () => {
    const embedder = await load();
    const order: string[] = [];
    const passages = embedder
      .embedPassages(Array.from({ length: 12 }, (_, at) => `${String(at)} ${'The ferry sails. '.repeat(40)}`))
      .then(() => order.push('passages'));
    await setImmediate();
    await Promise.all([
      embedder.embedQuestion('渡船什么时候开？').then(() => order.push('question')),
      passages,
    ]);
    expect(order).toEqual(['question', 'passages']);
    await embedder.close();
  });

  it('gives up what it was asked for when it is closed, ends, and takes nothing more', async () => {
    const embedder = await load();
    const asked = embedder.embedPassages(['一', 'two', 'ثلاثة']);
    const closed = embedder.close();
    await expect(asked).rejects.toThrow('the embedding model was closed');
    await closed;
    await expect(embedder.embedQuestion('Why?')).rejects.toThrow('the embedding model was closed');
    await embedder.close();
  });

  it('says that a model is damaged as one in this thread does', async () => {
    const folder = writeFiles(temporaryFolder(), {
      'e5/config.json': '{"model_type": "bert"}',
      'e5/tokenizer.json': readFileSync(path.join(model, 'tokenizer.json')),
      'e5/tokenizer_config.json': readFileSync(path.join(model, 'tokenizer_config.json')),
      'e5/onnx/model_quantized.onnx': 'not a model',
    });
    const errors = await Promise.all(
      [true, false].map((inWorker) =>
        loadE5({ model: path.join(folder, 'e5'), threads: 1, hubCache: folder, inWorker }).catch(
          (error: unknown) => error,
        ),
      ),
    );
    for (const error of errors) {
      expect(error).toMatchObject({
        code: 'model-unloadable',
        context: { model: 'e5', folder },
        cause: expect.any(Error),
      });
    }
  });

  it('says so when its thread ends by itself', async () => {
    const workers: Worker[] = [];
    const remember = (worker: Worker): void => void workers.push(worker);
    process.on('worker', remember);
    const embedder = await load();
    process.off('worker', remember);
    const asked = embedder.embedPassages(Array.from({ length: 50 }, () => 'The ferry sails. '.repeat(50)));
    const rejected = expect(asked).rejects.toThrow('the thread of the embedding model ended');
    // Not `terminate()`: ended inside the runtime, the thread would take the whole process with it.
    workers[0]?.postMessage({ isEnd: true });
    await rejected;
    await expect(embedder.embedQuestion('Why?')).rejects.toThrow('the thread of the embedding model ended');
    await embedder.close();
  });

  it('lets its process end as it was told to while it computes', async () => {
    const { exitCode, err } = await runScript('test/support/exit-while-embedding.ts', []);
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
  });
});
