import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import type { DiscordStandIn } from './discord/stand-in.ts';
import { noSettings } from './no-settings.ts';
import { projectFolder, runScript } from './run-script.ts';
import type { ScriptResult } from './run-script.ts';
import { waitUntil } from './wait-until.ts';

/** A line of the log. */
export type LogLine = Readonly<Record<string, unknown>> & { readonly msg: string };

/** Where a bot keeps what it needs: its index, the moderators' data and the embeddings that are known already. */
export interface BotFolder {
  readonly indexFolder: string;
  readonly dataFolder: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** A bot that runs as a process of its own. */
export interface BotProcess {
  readonly pid: number;
  /** What it wrote to the log so far. */
  readonly logged: readonly LogLine[];
  /** All that it wrote, to both of its outputs. */
  readonly output: string;
  readonly exitCode: number | null;
  /** Waits for a line of the log, the first that fits or one after so many lines. */
  readonly waitForLog: (event: string, afterLines?: number) => Promise<LogLine>;
  /** Tells it to stop; resolves when it has. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<BotEnd>;
  readonly ended: Promise<BotEnd>;
}

/** How a bot ended. */
export interface BotEnd {
  readonly exitCode: number | null;
  /** Since it was told to stop; since its start if nobody told it. */
  readonly tookMs: number;
}

/** How long a model may take to load, and a small corpus to be embedded, on a busy machine. */
const startMs = 120_000;

/**
 * Settings that keep a bot's files below a folder. Embeddings that the repository's cache knows need not be made again.
 */
export function botFolder(folder: string): BotFolder {
  const [indexFolder, dataFolder] = [path.join(folder, 'index'), path.join(folder, 'data')];
  const [cache, known] = [path.join(folder, 'cache.db'), path.join(projectFolder, 'embeddings/cache.db')];
  mkdirSync(folder, { recursive: true });
  if (existsSync(known) && !existsSync(cache)) copyFileSync(known, cache);
  const environment = { NEWSQUOTE_INDEX: indexFolder, NEWSQUOTE_DATA: dataFolder, EMBEDDING_CACHE: cache };
  return { indexFolder, dataFolder, environment };
}

/** What a bot is started with. */
export interface BotStart {
  readonly standIn: Pick<DiscordStandIn, 'restApi' | 'token'>;
  readonly folder: Pick<BotFolder, 'environment'>;
}

function environmentOf({ standIn, folder }: BotStart): Record<string, string> {
  const address = { DISCORD_TOKEN: standIn.token, DISCORD_API_URL: standIn.restApi };
  return { ...noSettings, EMBEDDING_THREADS: '1', ...address, ...folder.environment };
}

/** Starts the bot as `npm start` does, without waiting for anything. */
export function spawnBot(start: BotStart): BotProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', path.join(projectFolder, 'src/main.ts')], {
    cwd: projectFolder,
    env: { ...process.env, ...environmentOf(start) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const logged: LogLine[] = [];
  let [output, rest] = ['', ''];
  let askedAt = performance.now();
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    logged.push(...lines.map((line) => JSON.parse(line) as LogLine));
  });
  const ended = once(child, 'close').then((): BotEnd => ({
    exitCode: child.exitCode,
    tookMs: performance.now() - askedAt,
  }));
  return {
    pid: child.pid ?? 0,
    logged,
    get output() {
      return output;
    },
    get exitCode() {
      return child.exitCode;
    },
    waitForLog: (event, afterLines = 0) =>
      waitUntil(
        () => {
          const found = logged.slice(afterLines).find(({ msg }) => msg === event);
          if (found === undefined && child.exitCode !== null)
            throw new Error(`The bot ended (${String(child.exitCode)}) without “${event}”:\n${output}`);
          return found;
        },
        { what: () => `the bot to log “${event}” rather than\n${output}`, timeoutMs: startMs },
      ),
    stop: (signal = 'SIGTERM') => {
      askedAt = performance.now();
      child.kill(signal);
      return ended;
    },
    ended,
  };
}

/** Starts the bot and waits until it answers. */
export async function startBot(start: BotStart): Promise<BotProcess> {
  const bot = spawnBot(start);
  await bot.waitForLog('ready');
  return bot;
}

/** Runs another script of the repository beside the bot, with the same settings. */
export function runBeside(
  start: BotStart,
  script: string,
  words: readonly string[] = [],
): Promise<ScriptResult> {
  return runScript(script, words, { environment: environmentOf(start) });
}
