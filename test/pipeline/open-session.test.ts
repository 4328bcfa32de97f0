import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Config } from '../../src/config.ts';
import { openSession } from '../../src/pipeline/open-session.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

describe('openSession', () => {
  it('says that the model is missing before it looks for an index', async () => {
    const folder = temporaryFolder();
    const config: Config = {
      embeddingModel: path.join(folder, '没有'),
      embeddingThreads: 1,
      hubCache: folder,
      corpusFolder: folder,
      isCorpusSet: false,
      indexFolder: path.join(folder, 'index'),
      dataFolder: path.join(folder, 'data'),
      embeddingCache: path.join(folder, 'cache.db'),
      discordToken: '',
      discordApplicationId: '',
      discordGuildId: '',
      discordApiUrl: '',
      previewPort: 0,
      previewHost: '127.0.0.1',
      previewPassword: '',
      healthPort: null,
      healthHost: '127.0.0.1',
    };
    const heard: string[] = [];
    const events = {
      onProgress: () => heard.push('progress'),
      onNotice: () => heard.push('notice'),
      onBuild: () => heard.push('build'),
    };
    await expect(openSession(config, 'a test', events)).rejects.toMatchObject({ code: 'model-missing' });
    expect(heard).toEqual([]);
  });
});
