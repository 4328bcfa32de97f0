/** How a guild has set the bot. */
export interface GuildSettings {
  /** Ids of the channels where it answers; null: everywhere. */
  readonly answerChannels: readonly string[] | null;
  readonly repliesToMentions: boolean;
  /** Whether answers are shown to the asker alone unless asked for otherwise. */
  readonly isPrivate: boolean;
  /** What mentions are answered in, as Discord names it; null: the guild's own. */
  readonly locale: string | null;
  /** Names of the sources that are searched; null: all. */
  readonly sources: readonly string[] | null;
  /** IANA name: what "yesterday" means to those who do not say where they are. */
  readonly timeZone: string;
  /** Seconds between two questions of one person, whole. */
  readonly cooldownSeconds: number;
  /** Ids of the roles whose members may use moderators' commands, beside those who may manage messages. */
  readonly deskRoles: readonly string[];
}

/** The settings of a guild that never changed any. */
export const defaultGuildSettings: GuildSettings = {
  answerChannels: null,
  repliesToMentions: true,
  isPrivate: false,
  locale: null,
  sources: null,
  timeZone: 'UTC',
  cooldownSeconds: 5,
  deskRoles: [],
};

/** Who decides, and when. */
export interface Decision {
  readonly byUserId: string;
  /** Whole milliseconds since 1970, as every time here. */
  readonly at: number;
}

/**
 * Whose entries a list holds: those of the guild with this id, those that belong to no guild (null), or with `'all'`
 * everyone's. Discord's ids are digits, so none is `all`.
 */
export type GuildScope = string | null;

/** Which entries of a list: those stored before the one with the id `before`, the newest first, at most `limit`. */
export interface ListPart {
  readonly before?: number;
  readonly limit: number;
}

/** Most quotes that one answer is stored with. */
export const maxAnswerQuotes = 30;

/** A quote as it was given: offsets alone, half-open UTF-16 code units; the words stand in the article. */
export interface GivenQuote {
  readonly articleId: string;
  readonly start: number;
  readonly end: number;
  /** The answering part, counted from `start`, as `Quote.highlight` has it. */
  readonly highlightStart: number;
  readonly highlightEnd: number;
}

/** Days that an answer is kept, so that a withdrawal can reach it; then it goes with the feedback on it. */
export const answersKeptDays = 90;

/** An answer that was given. The question is not part of it, and is stored nowhere. */
export interface GivenAnswer {
  /** Random, base64url, made by the caller: whoever knows it may turn the answer's pages. Never used twice. */
  readonly id: string;
  /** Null in a direct message. */
  readonly guildId: string | null;
  /** Who asked. Needed because only the asker may share a private answer; empty once that person was forgotten. */
  readonly askerId: string;
  readonly locale: string;
  readonly isPrivate: boolean;
  /** In [0, 1]. */
  readonly confidence: number;
  readonly isUncertain: boolean;
  readonly answeredAt: number;
  /** Best first, at most `maxAnswerQuotes`. */
  readonly quotes: readonly GivenQuote[];
}

/** What a message of the bot's shows: quotes, a page of an article, a list of articles, or that nothing answers. */
export const postKinds = ['answer', 'article', 'list', 'not-found'] as const;
export type PostKind = (typeof postKinds)[number];

/** What has to be known to draw a message anew once a decision about one of its articles changes. */
export interface PostContent {
  readonly kind: PostKind;
  /** The stored answer of an `answer`, else null. */
  readonly answerId: string | null;
  /** The page that is shown of an `article`, from 0; else 0. */
  readonly page: number;
  /** Every article that is named in it or may be when it is drawn anew, in the order shown. */
  readonly articleIds: readonly string[];
}

/** A message of the bot's that others than its asker see. What it says stands in Discord alone. */
export interface Post extends PostContent {
  readonly messageId: string;
  readonly channelId: string;
  /** Whose decisions hold for it; null in a direct message. */
  readonly guildId: string | null;
  readonly locale: string;
  readonly postedAt: number;
}

/** A post that has to be drawn anew. */
export interface Redraw {
  /** Another one after every decision. */
  readonly id: number;
  /** How often it was tried in vain. */
  readonly failures: number;
  readonly post: Post;
}

/** What a member says of an answer. */
export const feedbackVerdicts = ['helpful', 'wrong'] as const;
export type FeedbackVerdict = (typeof feedbackVerdicts)[number];

/** Why an answer is wrong. A fixed list: what people write in their own words is not stored. */
export const feedbackReasons = ['wrong-article', 'outdated', 'cut-badly', 'not-an-answer', 'other'] as const;
export type FeedbackReason = (typeof feedbackReasons)[number];

/** One member's word on one answer. */
export interface Feedback {
  readonly answerId: string;
  readonly userId: string;
  readonly verdict: FeedbackVerdict;
  readonly reason: FeedbackReason | null;
  readonly at: number;
}

/** Feedback as listed; a member's later word on the same answer counts as stored later. */
export interface StoredFeedback extends Feedback {
  readonly id: number;
  /** Where the answer was given. */
  readonly guildId: string | null;
}

/** Longest reason of a withdrawal and note of a correction, in UTF-16 code units. */
export const maxNoteLength = 500;

/** An article in one guild, or with null in all of them. */
export interface ArticlePlace {
  readonly articleId: string;
  readonly guildId: string | null;
}

/** A moderator's decision to hide an article. */
export interface Withdrawal extends ArticlePlace, Decision {
  /** The moderator's own words, at most `maxNoteLength`. */
  readonly reason: string;
  /** What the article would be recognised by if it were fetched again under another id. */
  readonly keys?: readonly string[];
}

/** A withdrawal as listed. */
export interface StoredWithdrawal extends Withdrawal {
  readonly id: number;
  /** Sorted; those of every time that it was withdrawn, until it is restored. */
  readonly keys: readonly string[];
}

/** A moderator's note that is shown under every quote of an article. */
export interface CorrectionNote extends ArticlePlace, Decision {
  /** The moderator's own words, at most `maxNoteLength`. */
  readonly note: string;
}

/** A feed to add. */
export interface NewFeed extends Decision {
  /** Made by the caller, the same for the same feed. */
  readonly id: string;
  readonly url: string;
  readonly name: string;
  /** Whose articles they are; null: everyone's. */
  readonly guildId: string | null;
  /** Where new articles are told of; null: nowhere. */
  readonly announceChannelId: string | null;
  /** Only articles with these words are told of; null: all. */
  readonly topic: string | null;
}

/** A feed as stored. */
export interface Feed extends NewFeed {
  readonly isPaused: boolean;
}

/** How the polling of a feed stands. */
export interface FeedState {
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** Not to be asked again before; 0 for a feed that never was. */
  readonly nextAt: number;
  /** Since the last success. */
  readonly failures: number;
  /** An error's code, not its text. */
  readonly lastError: string | null;
  readonly lastSuccessAt: number | null;
  /** What the items met so far are known by. Left out when saving: as it was. */
  readonly seen?: readonly string[];
}

/** Whether a feed is read and how that goes, in numbers. */
export interface FeedHealth extends Pick<FeedState, 'failures' | 'lastSuccessAt'> {
  readonly isPaused: boolean;
}

/** Names and numbers about an act. */
export type ActDetail = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** Something a moderator did or was refused. */
export interface Act {
  readonly at: number;
  readonly guildId: string | null;
  /** Empty once that person was forgotten. */
  readonly userId: string;
  /**
   * Kebab-case. The store itself writes `settings`, `withdraw`, `restore`, `correct`, `remove-correction`, `add-feed`,
   * `remove-feed`, `pause-feed`, `resume-feed`.
   */
  readonly act: string;
  /** What it was done to: an article's id, a feed's, a guild's. */
  readonly subject: string;
  /** At most 1,000 characters of JSON; what is longer loses its longest entries, which `leftOut` then names. */
  readonly detail: ActDetail;
  readonly outcome: 'done' | 'refused';
}

/** An act as listed. */
export interface StoredAct extends Act {
  readonly id: number;
}

/** How much was forgotten of a person. */
export interface Forgotten {
  /** Feedback deleted. */
  readonly feedback: number;
  /** Answers whose asker is no longer known. */
  readonly answers: number;
  /** Decisions and acts whose doer is no longer known. */
  readonly acts: number;
}
