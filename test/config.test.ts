import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../src/config.ts';
import type { Config } from '../src/config.ts';
import { UserError } from '../src/errors.ts';

const root = path.resolve(import.meta.dirname, '..');

/** Every setting with a value that is not its default, and where that value is to be found. */
const settings: Readonly<
  Record<string, readonly [value: string, field: keyof Config, wanted: string | number]>
> = {
  EMBEDDING_MODEL: ['owner/模型', 'embeddingModel', 'owner/模型'],
  EMBEDDING_THREADS: ['7', 'embeddingThreads', 7],
  EMBEDDING_CACHE: ['/缓存.db', 'embeddingCache', '/缓存.db'],
  NEWSQUOTE_CORPUS: ['/语料', 'corpusFolder', '/语料'],
  NEWSQUOTE_INDEX: ['/فهرس', 'indexFolder', '/فهرس'],
  NEWSQUOTE_DATA: ['/данные', 'dataFolder', '/данные'],
  DISCORD_TOKEN: ['secret', 'discordToken', 'secret'],
  DISCORD_APPLICATION_ID: ['12345678901234567', 'discordApplicationId', '12345678901234567'],
  DISCORD_GUILD_ID: ['12345678901234567890', 'discordGuildId', '12345678901234567890'],
  DISCORD_API_URL: ['http://localhost:9/api/', 'discordApiUrl', 'http://localhost:9/api'],
  PREVIEW_PORT: ['9090', 'previewPort', 9090],
  PREVIEW_HOST: ['localhost', 'previewHost', 'localhost'],
  PREVIEW_PASSWORD: ['密码', 'previewPassword', '密码'],
  HEALTH_PORT: ['9464', 'healthPort', 9464],
  HEALTH_HOST: ['0.0.0.0', 'healthHost', '0.0.0.0'],
};

/** An empty setting means its default, and wins over a `.env` that happens to be there. */
const empty = Object.fromEntries(Object.keys(settings).map((name) => [name, '']));
const defaults = loadConfig(empty);

describe('loadConfig', () => {
  it('finds what the repository holds when nothing is set', () => {
    expect(defaults).toMatchObject({
      embeddingModel: path.join(root, 'embeddings/multilingual-e5-small'),
      hubCache: path.join(root, 'embeddings/hub'),
      corpusFolder: path.join(root, 'corpus'),
      isCorpusSet: false,
      indexFolder: path.join(root, 'embeddings/index'),
      embeddingCache: path.join(root, 'embeddings/cache.db'),
      dataFolder: path.join(root, 'data'),
      discordToken: '',
      previewPort: 8080,
      previewHost: '127.0.0.1',
      previewPassword: '',
      healthPort: null,
      healthHost: '127.0.0.1',
    });
    expect(defaults.embeddingThreads).toBeGreaterThanOrEqual(1);
    expect(defaults.embeddingThreads).toBeLessThanOrEqual(4);
  });

  it.each(Object.entries(settings))('reads %s and nothing else from it', (name, [value, field, wanted]) => {
    const isCorpusSet = name === 'NEWSQUOTE_CORPUS';
    expect(loadConfig({ ...empty, [name]: value })).toEqual({ ...defaults, [field]: wanted, isCorpusSet });
  });

  it('takes a relative folder from where it was started', () => {
    const { indexFolder, corpusFolder } = loadConfig({
      ...empty,
      NEWSQUOTE_INDEX: 'a/b',
      NEWSQUOTE_CORPUS: '..',
    });
    expect([indexFolder, corpusFolder]).toEqual([path.resolve('a/b'), path.resolve('..')]);
  });

  it('passes over what is none of its settings', () => {
    expect(loadConfig({ ...empty, PATH: '/bin', NEWSQUOTE_OTHER: 'x' })).toEqual(defaults);
  });

  it.each(['many', '三', '٣', '0', '-1', '65', '1.5', 'NaN', 'Infinity', ' '])(
    'refuses EMBEDDING_THREADS=%j, naming the setting and not its value',
    (value) => {
      const attempt = () =>
        loadConfig({ ...empty, EMBEDDING_THREADS: value, DISCORD_TOKEN: 'a very secret token' });
      expect(attempt).toThrow(
        expect.objectContaining({
          code: 'setting-invalid',
          context: { problems: [expect.stringMatching(/^EMBEDDING_THREADS: /)] },
        }),
      );
      let context = '';
      try {
        attempt();
      } catch (error) {
        context = error instanceof UserError ? JSON.stringify(error.context) : '';
      }
      expect(context).not.toContain('secret');
    },
  );
});

describe('the host of the preview page', () => {
  it.each(['127.0.0.1', '127.8.8.8', 'localhost', 'LOCALHOST', '::1'])('%s needs no password', (host) => {
    expect(loadConfig({ ...empty, PREVIEW_HOST: host }).previewHost).toBe(host);
  });

  it.each(['0.0.0.0', '::', '192.168.1.5', 'news.example', '127.0.0.1.example'])('%s needs one', (host) => {
    expect(() => loadConfig({ ...empty, PREVIEW_HOST: host })).toThrow(
      expect.objectContaining({
        code: 'setting-invalid',
        context: { problems: [expect.stringMatching(/^PREVIEW_PASSWORD: must be set/)] },
      }),
    );
    const withPassword = { ...empty, PREVIEW_HOST: host, PREVIEW_PASSWORD: 'x' };
    expect(loadConfig(withPassword).previewHost).toBe(host);
  });
});

it('is tested for every setting', () => {
  const source = readFileSync(path.join(root, 'src/config.ts'), 'utf8');
  const read = [...source.matchAll(/^ {2}(?<name>[A-Z_]{3,}):/gm)].map(({ groups }) => groups?.['name']);
  expect(read.sort()).toEqual(Object.keys(settings).sort());
});
