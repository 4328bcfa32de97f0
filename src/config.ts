import { availableParallelism } from 'node:os';
import path from 'node:path';
import { config as readDotenv } from 'dotenv';
import { z } from 'zod';
import { UserError } from './errors.ts';

/** The folder that holds package.json; relative default paths start here, so scripts work from anywhere. */
const projectRoot = path.resolve(import.meta.dirname, '..');

/**
 * The folder that paths on the command line are meant from. npm starts scripts in the project's folder and tells in
 * INIT_CWD where it was called itself (`npm --prefix`); started by hand, elsewhere, a script takes its own.
 */
export function callerFolder(environment: NodeJS.ProcessEnv = process.env): string {
  const folder = process.cwd();
  return folder === projectRoot ? (environment['INIT_CWD'] ?? folder) : folder;
}

const projectPath = (fallback: string) =>
  z
    .string()
    .default('')
    .transform((value) => (value === '' ? path.join(projectRoot, fallback) : path.resolve(value)));

/** Discord's ids are numbers of 17 to 20 digits. */
const snowflake = z
  .string()
  .regex(/^\d{17,20}$|^$/, 'not an id of Discord: 17 to 20 digits')
  .default('');

const hostSchema = z
  .string()
  .regex(/^[\w.:-]{1,253}$/, 'not a host name or address')
  .default('127.0.0.1');

const portSchema = z.coerce.number().int().min(0).max(65_535);

const settingsSchema = z.object({
  EMBEDDING_MODEL: z
    .string()
    .default('')
    .transform((value) => value || path.join(projectRoot, 'embeddings/multilingual-e5-small')),
  EMBEDDING_THREADS: z.coerce.number().int().min(1).max(64).default(Math.min(availableParallelism(), 4)),
  NEWSQUOTE_CORPUS: projectPath('corpus'),
  NEWSQUOTE_INDEX: projectPath('embeddings/index'),
  EMBEDDING_CACHE: projectPath('embeddings/cache.db'),
  NEWSQUOTE_DATA: projectPath('data'),
  DISCORD_TOKEN: z.string().default(''),
  DISCORD_APPLICATION_ID: snowflake,
  DISCORD_GUILD_ID: snowflake,
  DISCORD_API_URL: z
    .union([z.literal(''), z.url({ protocol: /^https?$/, error: 'not an http(s) address' })])
    .default('')
    .transform((value) => value.replace(/(?<!\/)\/+$/, ''))
    .refine((value) => value === '' || value.endsWith('/api'), 'does not end in /api'),
  PREVIEW_PORT: portSchema.default(8080),
  PREVIEW_HOST: hostSchema,
  PREVIEW_PASSWORD: z.string().default(''),
  HEALTH_PORT: portSchema.nullable().default(null),
  HEALTH_HOST: hostSchema,
});

/** Whether only this machine can reach a host. */
export function isLoopback(host: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/i.test(host);
}

/** What one setting asks of another. */
const checkedSettings = settingsSchema.refine(
  ({ PREVIEW_HOST: host, PREVIEW_PASSWORD: password }) => isLoopback(host) || password !== '',
  { path: ['PREVIEW_PASSWORD'], error: 'must be set, since others can reach PREVIEW_HOST' },
);

/** Every setting, with defaults filled in. `.env.example` says what each means. */
export interface Config {
  /** A folder that holds a model, or a hub id such as `Xenova/multilingual-e5-base`. */
  readonly embeddingModel: string;
  readonly embeddingThreads: number;
  /** Where models that a hub id names are kept. */
  readonly hubCache: string;
  readonly corpusFolder: string;
  /** Whether somebody set the corpus folder, so that it is more than a default. */
  readonly isCorpusSet: boolean;
  readonly indexFolder: string;
  /** File of embeddings by content, shared by all indexes. */
  readonly embeddingCache: string;
  /** Holds `desk.db`, what moderators decided. */
  readonly dataFolder: string;
  readonly discordToken: string;
  /** Needed to register commands; empty if not set. */
  readonly discordApplicationId: string;
  /** The server to register commands in for trying out; empty if not set. */
  readonly discordGuildId: string;
  /** Base of Discord's REST interface, ending in `/api`; empty for Discord's own. */
  readonly discordApiUrl: string;
  /** Where the preview page listens; port 0 is any that is free. */
  readonly previewPort: number;
  readonly previewHost: string;
  /** Asked for by the preview page; empty if nobody is asked. */
  readonly previewPassword: string;
  /** Where health and metrics are served; port 0 is any that is free, null means that they are not. */
  readonly healthPort: number | null;
  readonly healthHost: string;
}

/** What is wrong with one setting. */
export interface SettingProblem {
  readonly setting: string;
  /** Never holds the value: it may be a secret. */
  readonly message: string;
}

/** The settings as they were given. */
export interface ReadSettings {
  /** With the default in place of each setting that is bad. */
  readonly config: Config;
  readonly problems: readonly SettingProblem[];
  /** Names that `.env` sets, settings or not. */
  readonly namesInFile: readonly string[];
  /** Names in the environment that begin as settings do; all others are other programs'. */
  readonly namesInEnvironment: readonly string[];
}

/** The names of all settings. */
export const settingNames: readonly string[] = Object.keys(settingsSchema.shape);

const ownPrefix = /^(?:NEWSQUOTE|DISCORD|EMBEDDING|PREVIEW|HEALTH)_/i;

/** Where settings may stand beside the environment. */
export const environmentFile = path.join(projectRoot, '.env');

/**
 * Reads the settings from the environment and from `.env` beside package.json; the environment wins.
 *
 * @throws UserError `setting-invalid` naming every bad setting, never a value: it may be a secret.
 */
export function loadConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const { config, problems } = readSettings(environment);
  if (problems.length === 0) return config;
  throw new UserError('setting-invalid', {
    problems: problems.map(({ setting, message }) => `${setting}: ${message}`),
  });
}

/** As `loadConfig`, for whoever goes on where settings are bad. */
export function readSettings(environment: NodeJS.ProcessEnv = process.env): ReadSettings {
  const fromFile: Record<string, string> = {};
  readDotenv({ path: environmentFile, processEnv: fromFile, quiet: true });
  // An empty setting, as `.env.example` has them, means the default.
  const given = Object.entries({ ...fromFile, ...environment }).filter(([, value]) => value !== '');
  const issues = checkedSettings.safeParse(Object.fromEntries(given)).error?.issues ?? [];
  const problems = issues.map(({ path: [setting], message }) => ({ setting: String(setting), message }));
  const usable = given.filter(([name]) => !problems.some(({ setting }) => setting === name));
  return {
    config: toConfig(Object.fromEntries(usable)),
    problems,
    namesInFile: Object.keys(fromFile),
    namesInEnvironment: Object.keys(environment).filter((name) => ownPrefix.test(name)),
  };
}

function toConfig(given: Readonly<Record<string, unknown>>): Config {
  const settings = settingsSchema.parse(given);
  return {
    embeddingModel: settings.EMBEDDING_MODEL,
    embeddingThreads: settings.EMBEDDING_THREADS,
    hubCache: path.join(projectRoot, 'embeddings/hub'),
    corpusFolder: settings.NEWSQUOTE_CORPUS,
    isCorpusSet: given['NEWSQUOTE_CORPUS'] !== undefined,
    indexFolder: settings.NEWSQUOTE_INDEX,
    embeddingCache: settings.EMBEDDING_CACHE,
    dataFolder: settings.NEWSQUOTE_DATA,
    discordToken: settings.DISCORD_TOKEN,
    discordApplicationId: settings.DISCORD_APPLICATION_ID,
    discordGuildId: settings.DISCORD_GUILD_ID,
    discordApiUrl: settings.DISCORD_API_URL,
    previewPort: settings.PREVIEW_PORT,
    previewHost: settings.PREVIEW_HOST,
    previewPassword: settings.PREVIEW_PASSWORD,
    healthPort: settings.HEALTH_PORT,
    healthHost: settings.HEALTH_HOST,
  };
}

/** The database of what moderators decided. */
export function deskFileOf({ dataFolder }: Pick<Config, 'dataFolder'>): string {
  return path.join(dataFolder, 'desk.db');
}
