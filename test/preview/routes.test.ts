import type { Server } from 'node:http';
import path from 'node:path';
import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listen } from '../../src/http/listen.ts';
import { createGuardedServer } from '../../src/http/server.ts';
import { createLog } from '../../src/log.ts';
import { createRoutes } from '../../src/preview/routes.ts';
import { CaptureStream } from '../support/capture-stream.ts';
import { sendRequest } from '../support/send-request.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { openPreview } from './support/open-preview.ts';
import type { TestPreview } from './support/open-preview.ts';

const reportFile = path.join(temporaryFolder(), 'evaluation.html');
let preview: TestPreview;
let server: Server;
let address = '';

beforeAll(async () => {
  preview = await openPreview();
  const rules = { password: '', hostNames: ['127.0.0.1'] };
  const routes = createRoutes({
    state: () => ({ status: 'ready', sources: preview }),
    evaluationFile: path.resolve(import.meta.dirname, '../../docs/evaluation.md'),
    reportFile,
  });
  server = createGuardedServer({ routes, rules, log: createLog(new CaptureStream()) });
  address = await listen(server, { host: '127.0.0.1', port: 0, settings: 'PREVIEW' });
});

afterAll(() => {
  server.close();
});

const get = async (where: string) => {
  const { status, text } = await sendRequest(address, where);
  return { status, ...JSON.parse(text) };
};

describe('/api/words', () => {
  it.each([
    ['zh-CN', 'zh-CN', 'ltr', '聊天'],
    ['zh-HK', 'zh-TW', 'ltr', '聊天'],
    ['ar-EG', 'ar', 'rtl', 'المحادثة'],
    ['xx', 'en', 'ltr', 'Chat'],
  ])('speaks to %s in %s', async (asked, locale, direction, chat) => {
    expect(await get(`/api/words?locale=${asked}`)).toMatchObject({
      locale,
      direction,
      words: { nav: { chat } },
    });
  });
});

describe('/api/archive', () => {
  it('counts what there is', async () => {
    expect(await get('/api/archive')).toMatchObject({
      counts: { articles: 4, pages: 4 },
      newest: { title: 'سوق نوران يفتح أبوابه' },
      oldest: { title: 'Ferry returns to Osk' },
      undatedCount: 1,
      nearCopies: { articles: 0, stories: 0 },
      languages: [
        { code: 'en', count: 2 },
        { code: 'ar', count: 1 },
        { code: 'zh', count: 1 },
      ],
      feeds: [],
    });
  });
});

describe('/api/articles', () => {
  it.each([
    ['', 4],
    ['language=zh', 1],
    ['words=%E5%A4%A7%E6%A1%A5', 1],
    ['since=2026-04-01&until=2026-04-01', 1],
    ['source=Osk+Gazette', 1],
    ['source=nobody', 0],
    ['offset=4', 0],
  ])('finds by %j', async (query, count) => {
    const { articles, next } = await get(`/api/articles?${query}`);
    expect([articles.length, next]).toEqual([count, null]);
  });

  it.each(['since=yesterday', 'offset=-1', 'offset=x', `words=${'x'.repeat(201)}`])(
    'refuses %j',
    async (query) => {
      expect((await get(`/api/articles?${query}`)).status).toBe(400);
    },
  );
});

describe('/api/article', () => {
  it('shows the article and its page, and says when the page was changed since', async () => {
    const id = await preview.articleId('青崖大桥通车');
    const before = await get(`/api/article?id=${id}`);
    expect(before.article).toMatchObject({ title: '青崖大桥通车', page: 'zh/bridge.md' });
    expect(before.raw).toMatchObject({ file: 'zh/bridge.md', isChanged: false });
    const own = before.raw.lines.filter(({ isOwn }: { isOwn: boolean }) => isOwn);
    expect(own.map(({ kind, text }: { kind: string; text: string }) => [kind, text])).toEqual([
      ['body', '青崖大桥昨天正式通车。大桥全长三百二十米。'],
      ['body', '市长林若水说，两岸居民过江只要五分钟。'],
    ]);
    appendFileSync(path.join(preview.corpus, 'zh/bridge.md'), '\n补记。\n');
    expect((await get(`/api/article?id=${id}`)).raw.isChanged).toBe(true);
  });

  it.each(['', 'nothing', '../../package.json', '%00'])('answers %j with 404', async (id) => {
    expect((await get(`/api/article?id=${id}`)).status).toBe(404);
  });
});

describe('/evaluation.html', () => {
  const hostilePage = '<!doctype html><p>中文 <script>window.hacked=1</script></p>';

  it('is not there before anything was measured, and the page is told so', async () => {
    rmSync(reportFile, { force: true });
    expect((await get('/evaluation.html')).status).toBe(404);
    expect(await get('/api/quality')).toMatchObject({ hasReport: false });
  });

  it('is the report as it was written, which may be framed here and may do nothing', async () => {
    writeFileSync(reportFile, hostilePage);
    expect(await get('/api/quality')).toMatchObject({ hasReport: true });
    const { status, headers, text } = await sendRequest(address, '/evaluation.html');
    expect({ status, text, type: headers['content-type'] }).toEqual({
      ...{ status: 200, text: hostilePage, type: 'text/html; charset=utf-8' },
    });
    const policy = String(headers['content-security-policy']).split('; ');
    expect(policy).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        'sandbox',
        "frame-ancestors 'self'",
        "form-action 'none'",
      ]),
    );
    expect(policy.filter((part) => part.startsWith('script-src'))).toEqual([]);
    expect(headers['x-content-type-options']).toBe('nosniff');
  });
});

describe('/api/quality', () => {
  it('has the sections of docs/evaluation.md', async () => {
    const { sections } = await get('/api/quality');
    expect(sections.length).toBeGreaterThan(2);
    expect(sections[0].parts.some(({ kind }: { kind: string }) => kind === 'table')).toBe(true);
  });
});
