import { randomBytes } from 'node:crypto';
import { deskFileOf } from './config.ts';
import type { Config } from './config.ts';
import type { BotCore } from './discord/bot.ts';
import { announce } from './discord/gateway/announce.ts';
import { startBot } from './discord/gateway/start-bot.ts';
import type { RunningBot } from './discord/gateway/start-bot.ts';
import { createLog } from './log.ts';
import type { Log } from './log.ts';
import packageFacts from '../package.json' with { type: 'json' };
import type { Operating } from './operate/operate.ts';
import { startOperating } from './operate/start.ts';
import { PipelineNewsroom } from './pipeline/newsroom.ts';
import { openSession } from './pipeline/open-session.ts';
import type { Session, SessionEvents } from './pipeline/open-session.ts';
import { pollInBackground } from './run-feeds.ts';
import { answersKeptDays } from './store/desk-records.ts';
import { openDeskStore } from './store/sqlite/desk/sqlite-desk-store.ts';
import { describeProcess } from './terminal/session.ts';
import type { CommandStreams } from './terminal/run-command.ts';

const dayMs = 86_400_000;
/** Steps of a long work that are told of, in percent. */
const progressStep = 10;

/** Runs the bot until it is told to stop, or Discord will have it no more; returns the exit code. */
export async function runBot(config: Config, { out }: CommandStreams): Promise<number> {
  const log = createLog(out, [config.discordToken]);
  const signal = untilSignal(log);
  const needs = ['index', 'gateway'] as const;
  const operating = await startOperating(config, { needs, version: packageFacts.version, log });
  try {
    return await answerUntil(signal, config, { log, operating });
  } finally {
    operating?.close();
  }
}

async function answerUntil(
  { stopping, served }: StopSignal,
  config: Config,
  { log, operating }: { readonly log: Log; readonly operating: Operating | null },
): Promise<number> {
  const answerer = await openForBot(config, log);
  const desk = openDeskStore(deskFileOf(config));
  const randomId = (): string => randomBytes(8).toString('base64url');
  const newsroom = new PipelineNewsroom({
    indexFolder: config.indexFolder,
    corpusFolder: config.corpusFolder,
    cacheFile: config.embeddingCache,
    embedder: answerer.embedder,
    desk,
    holder: describeProcess(),
    now: () => Date.now(),
    ...(operating && { onFeed: operating.onFeed }),
  });
  operating?.add({ answerer, desk });
  const watch = operating === null ? {} : { watch: operating.watch };
  const bot: BotCore = { answerer, desk, log, newsroom, now: () => new Date(), randomId, ...watch };
  const forgetting = forgetOldAnswers(bot);
  try {
    const running = await startBot(
      { token: config.discordToken, restApi: config.discordApiUrl, version: packageFacts.version },
      bot,
    );
    operating?.add({ connection: running.connection, queueSize: () => running.health().queueSize });
    surviveBadPayloads(log);
    served();
    const stopPolling = pollInBackground(newsroom, (news) => announce(news, running.client.rest, bot), log);
    await tellReady(running, bot);
    const reason = await Promise.race([stopping, running.refused]);
    log.info({ reason: typeof reason === 'string' ? reason : reason.code }, 'stopping');
    stopPolling();
    await running.stop();
    if (typeof reason !== 'string') throw reason;
    log.info({}, 'stopped');
    return 0;
  } finally {
    clearInterval(forgetting);
    await answerer.close();
    await desk.close();
    endSoon();
  }
}

async function openForBot(config: Config, log: Log): Promise<Session> {
  let told = '';
  const events: SessionEvents = {
    onBuild: () => {
      log.info({ corpus: config.corpusFolder, index: config.indexFolder }, 'building the index');
    },
    onNotice: (notice) => {
      log.warn({ problem: notice.problem, file: notice.file }, 'index not as it should be');
    },
    onProgress: ({ stage, done, total }) => {
      const percent = total === 0 ? 100 : Math.floor((done / total) * (100 / progressStep)) * progressStep;
      if (told === `${stage} ${String(percent)}`) return;
      told = `${stage} ${String(percent)}`;
      log.info({ stage, done, total }, 'indexing');
    },
  };
  return openSession(config, describeProcess(), events, { isServing: true });
}

async function tellReady({ client }: RunningBot, { answerer, log }: BotCore): Promise<void> {
  const { articles, pages, chunks } = answerer.counts;
  const { length } = await answerer.archive.sources();
  const counts = { articles, pages, chunks, sources: length, guilds: client.guilds.cache.size };
  log.info({ as: client.user?.tag, ...counts }, 'ready');
}

interface StopSignal {
  readonly stopping: Promise<'SIGTERM' | 'SIGINT'>;
  readonly served: () => void;
}

/**
 * Tells when the process is to stop. Until `served` is called there are no answers to be finished: then it stops at once,
 * also while the index is built, which leaves the old one whole.
 */
function untilSignal(log: Log): StopSignal {
  let isServing = false;
  const stopping = new Promise<'SIGTERM' | 'SIGINT'>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const)
      process.once(signal, () => {
        if (isServing) resolve(signal);
        else {
          log.info({ reason: signal }, 'stopped before it was ready');
          process.exit(0);
        }
      });
  });
  return { stopping, served: () => (isServing = true) };
}

/** How long requests that nobody waits for any more may hold the process. */
const lingerMs = 1000;

/** Ends the process where a request still waits for Discord's limits to pass; without one, it has ended before. */
function endSoon(): void {
  setTimeout(() => process.exit(), lingerMs).unref();
}

/** Answers given long ago need no withdrawal any more, and are nobody's business. */
function forgetOldAnswers({ desk, log, now }: BotCore): NodeJS.Timeout {
  const forget = (): void => {
    desk.forgetAnswers({ olderThan: now().getTime() - answersKeptDays * dayMs }).catch((error: unknown) => {
      log.error({ error }, 'could not forget old answers');
    });
  };
  forget();
  return setInterval(forget, dayMs).unref();
}

/**
 * A payload that is not what Discord's documentation says can leave discord.js as an exception of the socket, with nobody
 * to catch it. It is no reason to leave everybody else without answers; anything else ends the process, as it should.
 */
function surviveBadPayloads(log: Log): void {
  process.on('uncaughtException', (error) => {
    const isFromGateway =
      /[\\/]discord\.js[\\/]src[\\/]client[\\/](?:websocket|actions)|@discordjs[\\/]ws/.test(
        error.stack ?? '',
      );
    log.error({ error }, isFromGateway ? 'a payload was not understood' : 'crashed');
    if (!isFromGateway) process.exit(1);
  });
  process.on('unhandledRejection', (error) => {
    log.error({ error }, 'a promise was not awaited');
  });
}
