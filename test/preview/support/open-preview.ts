import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { afterAll } from 'vitest';
import type { Bot } from '../../../src/discord/bot.ts';
import { createLog } from '../../../src/log.ts';
import { indexCorpus } from '../../../src/pipeline/index-corpus.ts';
import { openAnswerer } from '../../../src/pipeline/open-answerer.ts';
import type { PreviewSources } from '../../../src/preview/preview.ts';
import { openDeskStore } from '../../../src/store/sqlite/desk/sqlite-desk-store.ts';
import { openNewsView } from '../../../src/store/sqlite/sqlite-news-store.ts';
import { CaptureStream } from '../../support/capture-stream.ts';
import { createFakeEmbedder } from '../../support/fake-embedder.ts';
import { formPage } from '../../support/pages.ts';
import { temporaryFolder, writeFiles } from '../../support/temporary-folder.ts';

/** Articles in three scripts, one of them hostile. */
const pages: Readonly<Record<string, string>> = {
  'ferry.md': formPage(
    { title: 'Ferry returns to Osk', source: 'Osk Gazette', date: '2026-03-04', language: 'en' },
    'The old ferry sails again on Monday. A single ticket costs nine crowns.',
    'The harbour master, Ida Brandvold, said the engine had been replaced.',
  ),
  'zh/bridge.md': formPage(
    { title: '青崖大桥通车', source: '青崖日报', date: '2026-04-01', language: 'zh' },
    '青崖大桥昨天正式通车。大桥全长三百二十米。',
    '市长林若水说，两岸居民过江只要五分钟。',
  ),
  'ar/market.txt': formPage(
    { title: 'سوق نوران يفتح أبوابه', source: 'صدى نوران', date: '2026-04-09', language: 'ar' },
    'فتح سوق نوران القديم أبوابه أمس. يضم السوق أربعين متجرا.',
  ),
  'hostile.md': formPage(
    { title: '<img src=x onerror=alert(1)>', source: '</script><script>x</script>', language: 'en' },
    'Click <script>alert(1)</script> the **library** of @everyone [now](javascript:alert(1)) please.',
  ),
};

/** What the preview shows in tests: a real index of `pages` by the fake embedder. */
export interface TestPreview extends PreviewSources {
  readonly corpus: string;
  readonly log: CaptureStream;
  readonly articleId: (title: string) => Promise<string>;
}

/** Opens it; it is closed when the test file has run. */
export async function openPreview(files: Readonly<Record<string, string>> = pages): Promise<TestPreview> {
  const root = temporaryFolder();
  const corpus = writeFiles(path.join(root, 'corpus'), files);
  const indexFolder = path.join(root, 'index');
  const embedder = createFakeEmbedder();
  const cacheFile = path.join(root, 'cache.db');
  await indexCorpus({ folders: [corpus], indexFolder, cacheFile, embedder, holder: 'preview test' });
  const answerer = await openAnswerer(indexFolder, embedder, () => undefined);
  const desk = openDeskStore(path.join(root, 'desk.db'));
  afterAll(async () => {
    await answerer.close();
    await desk.close();
  });
  const log = new CaptureStream();
  const bot: Bot = {
    answerer,
    desk,
    log: createLog(log),
    now: () => new Date('2026-05-01T12:00:00Z'),
    randomId: () => randomBytes(8).toString('base64url'),
    health: () => ({ version: '0', startedAt: new Date(0), queueSize: 0, memoryBytes: 0 }),
  };
  return {
    bot,
    openView: () => openNewsView(indexFolder),
    corpus,
    log,
    async articleId(title) {
      const [found] = await answerer.archive.findTitles(title, {}, { limit: 1 });
      return found?.articleId ?? '';
    },
  };
}
