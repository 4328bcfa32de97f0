import type { Answerer } from '../answer/answerer.ts';
import type { Log } from '../log.ts';
import type { GuildSettings } from '../store/desk-records.ts';
import type { DeskStore } from '../store/desk-store.ts';
import type { BotWatch, QuestionOutcome } from './bot-watch.ts';
import type { LocaleId } from './messages/locales.ts';
import type { Newsroom } from './newsroom.ts';
import type { Payload } from './render/payload.ts';

/** What commands and controls work with; the gateway and the preview hand them the same. */
export interface Bot {
  readonly answerer: Answerer;
  readonly desk: DeskStore;
  readonly log: Log;
  readonly now: () => Date;
  /** Eleven characters of base64url that nobody can guess. */
  readonly randomId: () => string;
  /**
   * Draws the posted answers that quote any of the articles anew, after one was withdrawn, restored or corrected; says how
   * many. Absent where nothing is posted.
   */
  readonly redraw?: (articleIds: readonly string[]) => Promise<number>;
  /** Absent where nothing can be brought in. */
  readonly newsroom?: Newsroom;
  readonly health: () => BotHealth;
  /** Absent where nobody counts. */
  readonly watch?: BotWatch;
}

/** What the bot works with, but for what only one that is logged in can do. */
export type BotCore = Omit<Bot, 'redraw' | 'health'>;

/** How the process is. */
export interface BotHealth {
  readonly version: string;
  readonly startedAt: Date;
  /** Questions that wait or are being answered. */
  readonly queueSize: number;
  readonly memoryBytes: number;
}

/** Who asks for something, and where. */
export interface Asker {
  readonly userId: string;
  /** Null in a direct message. */
  readonly guildId: string | null;
  readonly channelId: string | null;
  /** The channel or forum that a thread belongs to; absent outside threads. */
  readonly parentChannelId?: string;
  /** What the wording around quotes is in. */
  readonly locale: LocaleId;
  readonly settings: GuildSettings;
  /** May use moderators' commands in this guild; never in a direct message. */
  readonly isModerator: boolean;
  /** Runs the bot: may decide for all guilds. */
  readonly isOwner: boolean;
}

/** A message to show. */
export interface Reply {
  readonly payload: Payload;
  /** The stored answer that the message shows, where it does: where it stands is noted once it is sent. */
  readonly answerId?: string;
  /** What came of the question, where one was asked. */
  readonly outcome?: QuestionOutcome;
}
