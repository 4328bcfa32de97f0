import { PermissionFlagsBits, type APIMessage } from 'discord-api-types/v10';
import type { BotCore } from '../../../src/discord/bot.ts';
import { startBot, type RunningBot } from '../../../src/discord/gateway/start-bot.ts';
import { openBot, type TestBot } from '../../discord/support/open-bot.ts';
import { waitUntil } from '../wait-until.ts';
import { isAnswered } from './bot-suite.ts';
import type { CommandInput } from './command-options.ts';
import { ordinaryPermissions } from './entities.ts';
import type { InteractionResult } from './interaction-ledger.ts';
import type { Origin } from './origin.ts';
import { controlOf, textOfMessage } from './read-message.ts';
import { openDiscordStandIn, type DiscordStandIn } from './stand-in.ts';
import { addUser } from './world.ts';

const timeoutMs = 30_000;

/** A bot in this process, logged in to a stand-in: what it works with can be held up where a test wants it. */
export class BotHere {
  readonly standIn: DiscordStandIn;
  readonly bot: TestBot;
  readonly #core: BotCore;
  #running: RunningBot | undefined;
  #skewMs = 0;

  private constructor(standIn: DiscordStandIn, bot: TestBot, change: Partial<BotCore>) {
    this.standIn = standIn;
    this.bot = bot;
    this.#core = { ...bot, now: () => new Date(Date.now() + this.#skewMs), ...change };
  }

  /** On the test articles or these pages, with `change` in place of parts of it. */
  static async open(
    change: (bot: TestBot) => Partial<BotCore> = () => ({}),
    pages?: Readonly<Record<string, string>>,
  ): Promise<BotHere> {
    const standIn = await openDiscordStandIn({ guilds: [{ name: 'Readers' }, { name: 'Others' }] });
    const bot = await openBot(pages);
    const here = new BotHere(standIn, bot, change(bot));
    await here.start();
    return here;
  }

  async start(): Promise<void> {
    const login = { token: this.standIn.token, restApi: this.standIn.restApi, version: '0' };
    this.#running = await startBot(login, this.#core);
  }

  async stop(): Promise<void> {
    await this.#running?.stop();
    this.#running = undefined;
  }

  async close(): Promise<void> {
    await this.stop();
    await this.standIn.close();
    await this.bot.close();
  }

  /** Moves the bot's clock, and nobody else's. */
  advanceClock(ms: number): void {
    this.#skewMs += ms;
  }

  guild(at: number): string {
    return [...this.standIn.world.guilds.keys()][at] ?? '';
  }

  /** Somebody new who may manage messages. */
  moderator(from: Origin = {}): Origin {
    const permissions = ordinaryPermissions | PermissionFlagsBits.ManageMessages;
    return { user: addUser(this.standIn.world, 'moderator'), permissions, ...from };
  }

  /** A command of somebody new unless told, not yet sent. */
  build(name: string, { from, ...input }: CommandInput & { readonly from?: Origin } = {}) {
    const user = addUser(this.standIn.world, 'somebody');
    return this.standIn.build.command(name, { ...input, from: { user, ...from } });
  }

  command(...given: Parameters<BotHere['build']>): Promise<InteractionResult> {
    return this.standIn.interact(this.build(...given), { until: isAnswered, timeoutMs });
  }

  press(message: APIMessage | undefined, kind: string, from: Origin = {}): Promise<InteractionResult> {
    if (message === undefined) throw new Error('There is no message to use.');
    const pressed = this.standIn.build.button(message, controlOf(message, kind), { from });
    return this.standIn.interact(pressed, { until: isAnswered, timeoutMs });
  }

  /** Waits until the text of a message is that or, for false, no longer. */
  async untilText(message: APIMessage | undefined, wanted: RegExp | string, holds = true): Promise<string> {
    const text = (): string => textOfMessage(this.standIn.findMessage(message?.id ?? ''));
    const isThere = (): boolean =>
      typeof wanted === 'string' ? text().includes(wanted) : wanted.test(text());
    return waitUntil(() => isThere() === holds && text(), {
      what: () => `${String(wanted)} ${holds ? 'in' : 'gone from'} ${text()}\n${this.bot.logged()}`,
      timeoutMs,
    });
  }

  /** Waits until something is in the log. */
  async untilLogged(words: string): Promise<void> {
    const what = () => `“${words}” in\n${this.bot.logged()}`;
    await waitUntil(() => this.bot.logged().includes(words), { what, timeoutMs });
  }
}
