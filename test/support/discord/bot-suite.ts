import { cpSync } from 'node:fs';
import path from 'node:path';
import { PermissionFlagsBits, type APIMessage, type APIUser } from 'discord-api-types/v10';
import { afterAll, beforeAll, expect } from 'vitest';
import { botFolder, runBeside, startBot } from '../bot-process.ts';
import type { BotFolder, BotProcess } from '../bot-process.ts';
import { findWords as findWordsBelow } from '../find-words.ts';
import { projectFolder } from '../run-script.ts';
import type { ScriptResult } from '../run-script.ts';
import { temporaryFolder, writeFiles } from '../temporary-folder.ts';
import { waitUntil } from '../wait-until.ts';
import type { CommandInput } from './command-options.ts';
import { ordinaryPermissions, type GuildSetup } from './entities.ts';
import type { InteractionResult } from './interaction-ledger.ts';
import type { Origin } from './origin.ts';
import { controlOf, textOfMessage } from './read-message.ts';
import { openDiscordStandIn, type DiscordStandIn } from './stand-in.ts';
import { addUser } from './world.ts';

/** What a suite starts with. */
export interface SuiteOptions {
  readonly guilds?: readonly GuildSetup[];
  /** Pages beside those of the sample corpus, by file name. */
  readonly pages?: Readonly<Record<string, string>>;
  readonly environment?: Readonly<Record<string, string>>;
}

/** How long an answer may take on a machine that is busy with other suites. */
const timeoutMs = 40_000;

/** Something a token of Discord could be: each part is random. */
export const plantedToken = [
  'MTAwMDAwMDAwMDAwMDAwMDAw',
  'Gx7TqZ',
  'k3vJ0w-Qh8LrYb2NcXsUe5ApDfKtGm1oZi9VqE',
].join('.');

/** A stand-in with a bot of its own, which is the real entry point in a process, and people who use it. */
export class BotSuite {
  readonly folder: BotFolder;
  /** A copy of the sample corpus where there are pages beside it; may be changed. */
  readonly corpusFolder: string;
  readonly #options: SuiteOptions;
  #standIn: DiscordStandIn | undefined;
  #bot: BotProcess | undefined;

  constructor(options: SuiteOptions = {}) {
    this.#options = options;
    const { environment = {}, pages } = options;
    const root = temporaryFolder();
    const sample = path.join(projectFolder, 'corpus');
    this.corpusFolder = pages === undefined ? sample : path.join(root, 'corpus');
    if (pages !== undefined) cpSync(sample, this.corpusFolder, { recursive: true });
    writeFiles(this.corpusFolder, pages ?? {});
    const folder = botFolder(root);
    const settings = { NEWSQUOTE_CORPUS: this.corpusFolder, ...environment };
    this.folder = { ...folder, environment: { ...folder.environment, ...settings } };
  }

  get standIn(): DiscordStandIn {
    if (this.#standIn === undefined) throw new Error('The suite is not open yet.');
    return this.#standIn;
  }

  get bot(): BotProcess {
    if (this.#bot === undefined) throw new Error('The bot is not started yet.');
    return this.#bot;
  }

  async open(): Promise<void> {
    this.#standIn = await openDiscordStandIn({ token: plantedToken, guilds: this.#options.guilds ?? [{}] });
    await this.start();
  }

  async start(): Promise<void> {
    this.#bot = await startBot(this.#startWith());
  }

  async close(): Promise<void> {
    await this.#bot?.stop('SIGKILL');
    await this.#standIn?.close();
  }

  #startWith() {
    return { standIn: this.standIn, folder: this.folder };
  }

  /** Runs a script of the repository with the bot's settings. */
  run(script: string, words: readonly string[] = []): Promise<ScriptResult> {
    return runBeside(this.#startWith(), script, words);
  }

  /** Somebody whom the bot never met, so that no earlier question makes them wait. */
  person(name = 'somebody'): APIUser {
    return addUser(this.standIn.world, name);
  }

  /** Somebody new who may manage messages, as an origin. */
  moderator(from: Origin = {}): Origin {
    return {
      user: this.person('moderator'),
      permissions: ordinaryPermissions | PermissionFlagsBits.ManageMessages,
      ...from,
    };
  }

  /** Sends a command of somebody new unless told, and waits for the answer. */
  command(name: string, input: CommandInput & { readonly from?: Origin } = {}): Promise<InteractionResult> {
    const from = { user: this.person(), ...input.from };
    return this.answerTo(this.standIn.build.command(name, { ...input, from }));
  }

  ask(
    question: string,
    options: CommandInput['options'] = {},
    from: Origin = {},
  ): Promise<InteractionResult> {
    return this.command('ask', { options: { question, ...options }, from });
  }

  /** Presses the first button of a kind. */
  press(
    message: APIMessage | undefined,
    kind: string | RegExp,
    from: Origin = {},
  ): Promise<InteractionResult> {
    const shown = defined(message);
    return this.answerTo(this.standIn.build.button(shown, controlOf(shown, kind), { from }));
  }

  /** Chooses in the first list of a kind. */
  choose(
    message: APIMessage | undefined,
    kind: string | RegExp,
    values: readonly string[],
    from: Origin = {},
  ): Promise<InteractionResult> {
    const shown = defined(message);
    return this.answerTo(this.standIn.build.select(shown, controlOf(shown, kind), { values, from }));
  }

  /** The names that are suggested for what is typed. */
  async suggestions(
    name: string,
    input: CommandInput & { readonly focused: string; readonly from?: Origin },
  ): Promise<string[]> {
    const { choices = [] } = await this.answerTo(this.standIn.build.autocomplete(name, input));
    return choices.map((choice) => String(choice['name']));
  }

  async answerTo(interaction: Parameters<DiscordStandIn['send']>[0]): Promise<InteractionResult> {
    return this.standIn.interact(interaction, { timeoutMs, until: isAnswered });
  }

  /** Writes a message that mentions the bot, unless it is a direct one, and waits for the reply. */
  async say(
    content: string,
    written: Partial<Parameters<DiscordStandIn['sendMessage']>[0]> = {},
  ): Promise<APIMessage> {
    const isForBot = written.isDirect === true || written.replyTo !== undefined;
    const text = isForBot ? content : `<@${this.standIn.world.bot.id}> ${content}`;
    const message = this.standIn.sendMessage({ author: this.person(), ...written, content: text });
    return waitUntil(() => this.replyTo(message), { what: `a reply to “${content}”`, timeoutMs });
  }

  /** The bot's reply to a message, if there is one. */
  replyTo(message: APIMessage): APIMessage | undefined {
    const isReply = (each: APIMessage): boolean => each.message_reference?.message_id === message.id;
    return this.standIn.messagesIn(message.channel_id).find(isReply);
  }

  /** Waits until a message holds a text, or holds it no more. */
  async untilText(id: string, wanted: RegExp, holds = true): Promise<string> {
    const text = (): string => textOfMessage(this.standIn.findMessage(id));
    return waitUntil(() => wanted.test(text()) === holds && text(), {
      what: () => `${String(wanted)} ${holds ? 'in' : 'gone from'} ${text()}`,
      timeoutMs,
    });
  }
}

/** A suite that is opened before the tests of a file and closed after them. */
export function useBot(options: SuiteOptions = {}): BotSuite {
  const suite = new BotSuite(options);
  beforeAll(() => suite.open());
  afterAll(() => suite.close());
  return suite;
}

/** Whether more than a deferral came. */
export function isAnswered({ payloads, followups, choices, modal }: InteractionResult): boolean {
  return payloads.length > 0 || followups.length > 0 || choices !== undefined || modal !== undefined;
}

/** What the bot showed last: a follow-up, or the response. */
export function shownBy({ followups, message }: InteractionResult): APIMessage | undefined {
  return followups.at(-1) ?? message;
}

/** The text of what was shown last. */
export function textOf(result: InteractionResult): string {
  return textOfMessage(shownBy(result));
}

/** Asserts that only the asker sees the answer, and returns its text. */
export function privateText(result: InteractionResult): string {
  const { followups, isEphemeral } = result;
  expect(followups.length > 0 ? (Number(followups.at(-1)?.flags) & 64) !== 0 : isEphemeral).toBe(true);
  return textOf(result);
}

/** Asserts that Discord had nothing to refuse so far, and that nothing went wrong in the bot but so many times. */
export function expectClean(
  { standIn, bot }: Pick<BotSuite, 'bot' | 'standIn'>,
  { incidents = 0 }: { readonly incidents?: number } = {},
): void {
  expect(standIn.schemaChecks).toMatch(/^on$|^skipped: /);
  expect(standIn.violations).toEqual([]);
  const wrong = bot.logged.filter(({ level }) => Number(level) >= 50);
  expect(wrong.filter(({ msg }) => msg !== 'failed')).toEqual([]);
  expect(wrong).toHaveLength(incidents);
}

/** Where any of the words stand, in what a bot wrote to its log or to any of its files: nowhere, it is hoped. */
export function findWords(
  words: readonly string[],
  { bot, folder }: Pick<BotSuite, 'bot' | 'folder'>,
): string[] {
  return findWordsBelow(words, { folder: path.dirname(folder.indexFolder), log: bot.output });
}

function defined(message: APIMessage | undefined): APIMessage {
  if (message === undefined) throw new Error('There is no message to use.');
  return message;
}
