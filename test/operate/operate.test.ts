import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Connection } from '../../src/discord/gateway/connection.ts';
import { UserError } from '../../src/errors.ts';
import { createLog } from '../../src/log.ts';
import { operate } from '../../src/operate/operate.ts';
import type { Operating, OperateOptions } from '../../src/operate/operate.ts';
import { startOperating } from '../../src/operate/start.ts';
import type { Vitals } from '../../src/operate/vitals.ts';
import { loadConfig } from '../../src/config.ts';
import { CaptureStream } from '../support/capture-stream.ts';
import { sendRequest } from '../support/send-request.ts';
import { valueOf } from './support/read-metrics.ts';

const changedAt = Date.parse('2026-11-24T12:00:00Z');
const answerer = {
  counts: { pages: 2, articles: 30, chunks: 41, sentences: 90 },
  describeIndex: () => ({ changedAt, isExact: true }),
} satisfies Vitals['answerer'];

let log: CaptureStream;
let operating: Operating;

const start = async (options: Partial<OperateOptions> = {}): Promise<Operating> => {
  const needs = ['index', 'gateway'] as const;
  return operate({ host: '127.0.0.1', port: 0, needs, version: '1.2.3', log: createLog(log), ...options });
};
const get = (path: string) => sendRequest(operating.address, path);
const read = async (name: string, labels: Readonly<Record<string, string>> = {}) =>
  valueOf((await get('/metrics')).text, name, labels);

beforeEach(async () => {
  log = new CaptureStream();
  operating = await start();
});

afterEach(() => {
  operating.close();
});

describe('/healthz', () => {
  it('answers before anything is open', async () => {
    const { status, text } = await get('/healthz');
    expect([status, JSON.parse(text)]).toEqual([200, { status: 'alive' }]);
  });
});

describe('/readyz', () => {
  it('says what is missing, and is ready once nothing is, and no more when the connection is lost', async () => {
    const ready = async () => {
      const { status, text } = await get('/readyz');
      return [status, JSON.parse(text), await read('newsquote_ready')];
    };
    expect(await ready()).toEqual([503, { status: 'not-ready', missing: ['index', 'gateway'] }, 0]);
    operating.add({ answerer });
    expect(await ready()).toEqual([503, { status: 'not-ready', missing: ['gateway'] }, 0]);
    let connection: Connection = { isReady: true, latencyMs: null };
    operating.add({ connection: () => connection });
    expect(await ready()).toEqual([200, { status: 'ready', missing: [] }, 1]);
    connection = { isReady: false, latencyMs: null };
    expect(await ready()).toEqual([503, { status: 'not-ready', missing: ['gateway'] }, 0]);
  });

  it('needs no connection where nobody asked for one', async () => {
    operating.close();
    operating = await start({ needs: ['index'] });
    operating.add({ answerer });
    expect((await get('/readyz')).status).toBe(200);
  });
});

describe('/metrics', () => {
  it('is in Prometheus’ text format, with the version and the process', async () => {
    const { status, headers, text } = await get('/metrics');
    expect([status, headers['content-type']]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8']);
    expect(valueOf(text, 'newsquote_build_info', { version: '1.2.3' })).toBe(1);
    expect(valueOf(text, 'process_resident_memory_bytes')).toBeGreaterThan(10 ** 7);
    expect(valueOf(text, 'nodejs_eventloop_lag_p99_seconds')).toBeDefined();
  });

  it('has no value for what is not known yet', async () => {
    for (const name of ['index_articles', 'index_change_timestamp_seconds', 'queue_jobs'])
      expect(await read(`newsquote_${name}`)).toBeUndefined();
    expect(await read('newsquote_feeds', { state: 'ok' })).toBeUndefined();
    expect(await read('newsquote_discord_gateway_latency_seconds')).toBeUndefined();
  });

  it('tells how the index, the queue and the connection are', async () => {
    operating.add({
      answerer,
      queueSize: () => 7,
      connection: () => ({ isReady: true, latencyMs: 250 }),
    });
    expect(await read('newsquote_index_articles')).toBe(30);
    expect(await read('newsquote_index_chunks')).toBe(41);
    expect(await read('newsquote_index_exact')).toBe(1);
    expect(await read('newsquote_index_change_timestamp_seconds')).toBe(changedAt / 1000);
    expect(await read('newsquote_queue_jobs')).toBe(7);
    expect(await read('newsquote_discord_gateway_latency_seconds')).toBe(0.25);
  });

  it('counts feeds by state, and tells the oldest success of those that are read', async () => {
    const feed = { isPaused: false, failures: 0, lastSuccessAt: null };
    const feeds = [
      { ...feed, lastSuccessAt: 9_000 },
      { ...feed, lastSuccessAt: 7_000, failures: 2 },
      { ...feed, lastSuccessAt: 1_000, isPaused: true },
      feed,
    ];
    operating.add({ desk: { feedHealth: async () => feeds } });
    for (const state of ['ok', 'failing', 'paused', 'unread'])
      expect(await read('newsquote_feeds', { state })).toBe(1);
    expect(await read('newsquote_feed_oldest_success_timestamp_seconds')).toBe(7);
    operating.onFeed('failed');
    expect(await read('newsquote_feed_reads_total', { outcome: 'failed' })).toBe(1);
  });

  it('has all the others where one part can not be read, and logs it', async () => {
    operating.add({
      answerer,
      desk: { feedHealth: () => Promise.reject(new UserError('desk-busy')) },
    });
    expect(await read('newsquote_index_articles')).toBe(30);
    expect(await read('newsquote_feeds', { state: 'ok' })).toBeUndefined();
    expect(log.text).toContain('not all metrics could be read');
  });
});

describe('who may ask', () => {
  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('refuses %s', async (method) => {
    const { status, headers } = await sendRequest(operating.address, '/metrics', { method });
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
  });

  it('answers HEAD with the status alone', async () => {
    const { status, text } = await sendRequest(operating.address, '/readyz', { method: 'HEAD' });
    expect([status, text]).toEqual([503, '']);
  });

  it.each(['/', '/metrics/', '/metrics/../healthz', '/.env'])('has nothing at %s', async (path) => {
    expect((await get(path)).status).toBe(404);
  });

  it('refuses names of elsewhere and what other sites’ pages fetch', async () => {
    const from = (headers: Readonly<Record<string, string>>) =>
      sendRequest(operating.address, '/metrics', { headers });
    expect((await from({ Host: 'evil.example' })).status).toBe(421);
    expect((await from({ 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors' })).status).toBe(403);
  });

  it('takes any name where others than this machine are let in', async () => {
    operating.close();
    operating = await start({ host: '0.0.0.0' });
    const headers = { Host: 'newsquote:9464' };
    expect((await sendRequest(operating.address, '/metrics', { headers })).status).toBe(200);
  });
});

describe('startOperating', () => {
  const config = (port: string) => loadConfig({ HEALTH_PORT: port, HEALTH_HOST: '' });
  const options = () => ({ needs: ['index'] as const, version: '1', log: createLog(log) });

  it('serves nothing without a port', async () => {
    expect(await startOperating(config(''), options())).toBeNull();
  });

  it('logs where it serves', async () => {
    const started = await startOperating(config('0'), options());
    started?.close();
    expect(log.text).toContain(`"address":"${String(started?.address)}"`);
  });

  it('says which port is taken, and which setting to change', async () => {
    const { port } = new URL(operating.address);
    await expect(startOperating(config(port), options())).rejects.toMatchObject({
      code: 'port-taken',
      context: { settings: 'HEALTH', port: Number(port) },
    });
  });
});
