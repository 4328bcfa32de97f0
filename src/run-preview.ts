import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { deskFileOf } from './config.ts';
import type { Config } from './config.ts';
import type { Bot } from './discord/bot.ts';
import { hostNames } from './http/guard.ts';
import { listen } from './http/listen.ts';
import { closeServer, createGuardedServer } from './http/server.ts';
import { createLog } from './log.ts';
import type { Log } from './log.ts';
import packageFacts from '../package.json' with { type: 'json' };
import type { Operating } from './operate/operate.ts';
import { startOperating } from './operate/start.ts';
import { openSession } from './pipeline/open-session.ts';
import { readPageFiles } from './preview/http/page-files.ts';
import type { PreviewState } from './preview/preview.ts';
import { createRoutes } from './preview/routes.ts';
import { openDeskStore } from './store/sqlite/desk/sqlite-desk-store.ts';
import { openNewsView } from './store/sqlite/sqlite-news-store.ts';
import { showProgress } from './terminal/progress-bar.ts';
import { describeNotice } from './terminal/render-report.ts';
import { describeProcess } from './terminal/session.ts';
import type { CommandStreams } from './terminal/run-command.ts';

/** Serves the preview page until it is told to stop; returns the exit code. */
export async function runPreview(config: Config, streams: CommandStreams): Promise<number> {
  const stopping = untilSignal();
  const log = createLog(streams.err, [config.previewPassword]);
  let state: PreviewState = { status: 'starting', isBuilding: false, progress: null };
  const setState = (next: PreviewState): void => {
    state = next;
  };
  const server = createGuardedServer({
    routes: new Map([
      ...readPageFiles(),
      ...createRoutes({ state: () => state, evaluationFile, reportFile }),
    ]),
    rules: { password: config.previewPassword, hostNames: hostNames(config.previewHost) },
    log,
  });
  // It listens first: while the index is built, the page shows how far that is.
  const address = await listen(server, {
    host: config.previewHost,
    port: config.previewPort,
    settings: 'PREVIEW',
  });
  streams.out.write(`Newsquote answers at ${address}\nCtrl+C ends.\n`);
  let operating: Operating | null = null;
  try {
    operating = await startOperating(config, { needs: ['index'], version: packageFacts.version, log });
    const opening = openBot(config, { streams, log, setState, operating });
    const first = await Promise.race([opening, stopping]);
    // Stopped while the index is built, which is not waited for: the next start goes on from the cache.
    if (first === 'stop') process.exit(0);
    try {
      await stopping;
    } finally {
      await first.answerer.close();
      await first.desk.close();
    }
    return 0;
  } finally {
    closeServer(server);
    operating?.close();
  }
}

const evaluationFile = path.resolve(import.meta.dirname, '../docs/evaluation.md');
const reportFile = path.resolve(import.meta.dirname, '../docs/evaluation.html');

interface Opening {
  readonly streams: CommandStreams;
  readonly log: Log;
  readonly setState: (state: PreviewState) => void;
  readonly operating: Operating | null;
}

async function openBot(config: Config, { streams, log, setState, operating }: Opening): Promise<Bot> {
  const { err } = streams;
  const progress = showProgress(err, () => performance.now());
  let isBuilding = false;
  const startedAt = new Date();
  const answerer = await openSession(
    config,
    describeProcess(),
    {
      onBuild() {
        isBuilding = true;
        setState({ status: 'starting', isBuilding, progress: null });
        err.write(
          `No index in ${config.indexFolder} yet: building one from the pages in ${config.corpusFolder}.\n`,
        );
      },
      onProgress(done) {
        progress.update(done);
        setState({ status: 'starting', isBuilding, progress: done });
      },
      onNotice: (notice) => err.write(describeNotice(notice, config.indexFolder)),
    },
    { isServing: true },
  ).finally(() => {
    progress.finish();
  });
  const desk = openDeskStore(deskFileOf(config));
  const randomId = (): string => randomBytes(8).toString('base64url');
  const health = () => ({
    version: packageFacts.version,
    startedAt,
    queueSize: 0,
    memoryBytes: process.memoryUsage.rss(),
  });
  operating?.add({ answerer, desk });
  const watch = operating === null ? {} : { watch: operating.watch };
  const bot: Bot = { answerer, desk, log, now: () => new Date(), randomId, health, ...watch };
  const openView = () => openNewsView(config.indexFolder);
  setState({ status: 'ready', sources: { bot, openView } });
  // What the first question would wait for, such as the tables that tell languages apart, is loaded before it comes.
  answerer.answer('news').catch((error: unknown) => {
    log.warn({ error }, 'could not warm up');
  });
  const { articles, pages } = answerer.counts;
  err.write(`${String(articles)} articles from ${String(pages)} pages are ready.\n`);
  return bot;
}

function untilSignal(): Promise<'stop'> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const)
      process.once(signal, () => {
        resolve('stop');
      });
  });
}
