import type { Answerer } from '../answer/answerer.ts';
import type { Log } from '../log.ts';
import type { GuildSettings, PostContent } from '../store/desk-records.ts';
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
  /** Absent where nothing is posted. */
  readonly redrawing?: Redrawing;
  /** Absent where nothing can be brought in. */
  readonly newsroom?: Newsroom;
  readonly health: () => BotHealth;
  /** Absent where nobody counts. */
  readonly watch?: BotWatch;
}

/** What the bot works with, but for what only one that is logged in can do. */
export type BotCore = Omit<Bot, 'redrawing' | 'health'>;

/** Draws posts anew after decisions. It does so by itself within seconds; these make it begin at once. */
export interface Redrawing {
  begin(): void;
  /** Begins, and tells how it goes with the posts that name an article, until it is over or the process ends. */
  follow(articleId: string): AsyncIterable<RedrawProgress>;
}

/** How far a redraw has got. */
export interface RedrawProgress {
  /** Posts that were not tried yet. */
  readonly left: number;
  /** Posts that could not be changed, or not yet. */
  readonly failed: number;
}

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

/** As whom something is seen: whose decisions and sources count, and in which language it is worded. */
export type Viewer = Pick<Asker, 'guildId' | 'locale' | 'settings'>;

/** A message to show. */
export interface Reply {
  readonly payload: Payload;
  /** What came of the question, where one was asked; `failed` where the reply could not be sent. */
  readonly outcome?: QuestionOutcome | 'failed';
  /** What it shows of articles: kept once it is posted where others see it, so that a decision can reach it. */
  readonly content?: PostContent;
  /** What takes its place while work goes on that nobody has to wait for. */
  readonly progress?: AsyncIterable<Payload>;
}
