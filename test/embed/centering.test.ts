import { describe, expect, it } from 'vitest';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createCentering, readCentering } from '../../src/embed/centering.ts';

const means = {
  version: 'a1',
  modelFileHash: 'hash',
  sources: ['set'],
  passages: { zh: [0.8, 0, 0], en: [0, 0.8, 0] },
  questions: { zh: [0.8, 0, 0] },
};

function dot(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
}

describe('centering', () => {
  const centering = createCentering(means);

  it('takes the mean of the language out of a passage and keeps the length 1', () => {
    const centred = centering.passage(Float32Array.of(0.8, 0, 0.6), 'zh');
    expect([...centred].map((value) => Math.round(value * 1000) / 1000)).toEqual([0, 0, 1]);
  });

  it('brings texts of two languages about one thing together', () => {
    const chinese = Float32Array.of(0.8, 0, 0.6);
    const english = Float32Array.of(0, 0.8, 0.6);
    expect(dot(chinese, english)).toBeCloseTo(0.36);
    expect(dot(centering.passage(chinese, 'zh'), centering.passage(english, 'en'))).toBeCloseTo(1);
  });

  it('takes half of it out of a question', () => {
    const centred = centering.question(Float32Array.of(0.8, 0, 0.6), 'zh');
    expect((centred[0] ?? 0) / (centred[2] ?? 1)).toBeCloseTo(0.4 / 0.6);
  });

  it('knows a language by its code without the script, and takes the mean of all for one it does not know', () => {
    const embedding = Float32Array.of(0.8, 0, 0.6);
    expect(centering.passage(embedding, 'zh-Hant')).toEqual(centering.passage(embedding, 'zh'));
    const unknown = centering.passage(embedding, 'ka');
    expect((unknown[0] ?? 0) / (unknown[1] ?? 1)).toBeCloseTo(0.4 / -0.4);
  });

  it('leaves an embedding that is its mean as it was', () => {
    const embedding = Float32Array.of(0.8, 0, 0);
    expect(centering.passage(embedding, 'zh')).toEqual(embedding);
  });

  it('is not used with other weights than it was made for, nor without its file', () => {
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'newsquote-means-')), 'language-means.json');
    expect(readCentering(file, { fileHash: 'hash', dimension: 3 })).toBeNull();
    writeFileSync(file, JSON.stringify(means));
    expect(readCentering(file, { fileHash: 'hash', dimension: 3 })?.version).toBe('a1');
    expect(readCentering(file, { fileHash: 'other', dimension: 3 })).toBeNull();
  });
});
