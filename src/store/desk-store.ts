import type {
  Act,
  ArticlePlace,
  CorrectionNote,
  Decision,
  Feed,
  FeedHealth,
  FeedState,
  Feedback,
  FeedbackVerdict,
  Forgotten,
  GivenAnswer,
  GuildScope,
  GuildSettings,
  ListPart,
  NewFeed,
  Post,
  Redraw,
  StoredAct,
  StoredFeedback,
  StoredWithdrawal,
  Withdrawal,
} from './desk-records.ts';

/** How guilds have set the bot. */
export interface SettingsDesk {
  /** A guild's settings; the defaults where it changed none, and for null, a direct message. */
  settings(guildId: string | null): Promise<GuildSettings>;
  /** Says whether anything changed; what did is the act's detail. */
  saveSettings(guildId: string, settings: GuildSettings, decision: Decision): Promise<boolean>;
}

/** Answers that were given, and what members said of them. */
export interface AnswerDesk {
  /** @throws RangeError for more than `maxAnswerQuotes` quotes */
  saveAnswer(answer: GivenAnswer): Promise<void>;
  answer(id: string): Promise<GivenAnswer | undefined>;
  /** Forgets answers given before a time, the feedback on them, and posts of before it; says how many answers. */
  forgetAnswers(which: { readonly olderThan: number }): Promise<number>;
  /** Takes the place of what the same person said of it before; says whether there still is such an answer. */
  saveFeedback(feedback: Feedback): Promise<boolean>;
  /** Feedback on a guild's answers, the last given first. */
  listFeedback(
    which: ListPart & { readonly guildId: GuildScope; readonly verdict?: FeedbackVerdict },
  ): Promise<StoredFeedback[]>;
}

/**
 * Messages that show articles, and which of them have to be drawn anew. A decision about an article (withdrawn, restored,
 * corrected, note taken back) asks for the redraw of every post that names it and that it holds for, in the transaction
 * that makes the decision: whoever decides, and whether or not a bot runs.
 */
export interface PostDesk {
  /**
   * Keeps what a message shows, in place of what it showed before. Where anything was decided since `changeNumber` was
   * read, which is before the message was drawn, the post has to be drawn anew; says whether that is so.
   *
   * @throws Error where the answer that it shows is forgotten
   */
  savePost(post: Post, changeNumber: number): Promise<boolean>;
  /** Forgets a message that is gone. */
  forgetPost(messageId: string): Promise<void>;
  /** Redraws due by a time: at most so many of each channel, the newest posts of it first. */
  dueRedraws(which: {
    readonly by: number;
    readonly limit: number;
    readonly perChannel: number;
  }): Promise<Redraw[]>;
  /**
   * Ends a redraw. Where anything was decided since `changeNumber` was read, which is before the post was drawn, it stays
   * to be done.
   */
  endRedraw(id: number, changeNumber: number): Promise<void>;
  /** Puts a redraw off after it failed; one that was asked for again meanwhile is due as it is. */
  postponeRedraw(id: number, until: number): Promise<void>;
  /** Posts naming an article that are to be drawn anew and were not tried in vain. */
  countRedraws(articleId: string): Promise<number>;
}

/** What moderators decided about articles. Withdrawing in a guild and everywhere are two things, each restored alone. */
export interface ArticleDesk {
  /**
   * Hides an article. Once this is done it stays hidden whatever happens to the process or the machine. Said again, the
   * last reason counts and the keys add up. Says whether it was not yet withdrawn there.
   *
   * @throws RangeError for a reason over `maxNoteLength`
   */
  withdraw(withdrawal: Withdrawal): Promise<boolean>;
  /** Says whether the article was withdrawn there; if not, nothing is written. */
  restore(place: ArticlePlace & Decision): Promise<boolean>;
  /** Articles withdrawn in the guild or everywhere; with null only those withdrawn everywhere. */
  withdrawnIds(guildId: string | null): Promise<ReadonlySet<string>>;
  /** What those articles would be recognised by under another id. */
  withdrawnKeys(guildId: string | null): Promise<ReadonlySet<string>>;
  /** Withdrawals in the order in which they were first made, the newest first. */
  listWithdrawals(which: ListPart & { readonly guildId: GuildScope }): Promise<StoredWithdrawal[]>;
  /** Takes the place of an earlier note there. @throws RangeError for a note over `maxNoteLength` */
  correct(correction: CorrectionNote): Promise<void>;
  /** Says whether there was a note; if not, nothing is written. */
  removeCorrection(place: ArticlePlace & Decision): Promise<boolean>;
  /** Notes by article, for the guild and for everywhere, the latter first; with null only the latter. */
  correctionNotes(
    articleIds: readonly string[],
    guildId: string | null,
  ): Promise<ReadonlyMap<string, readonly CorrectionNote[]>>;
}

/** Which feeds are polled, how that stands, and by which process. */
export interface FeedDesk {
  /**
   * Takes the place of a feed of the same id, which keeps whether it is paused and, where the URL is the same, its
   * state. Says whether it is new.
   */
  addFeed(feed: NewFeed): Promise<boolean>;
  /** Says whether there was such a feed; if not, nothing is written. */
  removeFeed(id: string, decision: Decision): Promise<boolean>;
  /** Pauses a feed or resumes it; says whether that changed anything. */
  pauseFeed(id: string, isPaused: boolean, decision: Decision): Promise<boolean>;
  /** By name, then id. A guild's list does not hold the feeds of everyone. */
  listFeeds(guildId: GuildScope): Promise<Feed[]>;
  /** The state, empty where it was never polled; undefined where there is no such feed. */
  feedState(id: string): Promise<Required<FeedState> | undefined>;
  /** Of every feed, in the order of their ids; without reading what was seen of each. */
  feedHealth(): Promise<FeedHealth[]>;
  /** Says whether there still is such a feed. */
  saveFeedState(id: string, state: FeedState): Promise<boolean>;
  /**
   * Takes a lease, or keeps it, unless another holder's runs at `nowMs`; says whether it is held. Given back by taking
   * it until now.
   */
  takeLease(name: string, holder: string, untilMs: number, nowMs: number): Promise<boolean>;
}

/** Who did what. Every act above that changes something is written down with it, or neither is. */
export interface AuditDesk {
  /** Writes down a refusal, or an act that changes nothing here. */
  recordAct(act: Act): Promise<void>;
  /** Acts as they were written, the last first. */
  listActs(which: ListPart & { readonly guildId: GuildScope }): Promise<StoredAct[]>;
}

/**
 * What nobody can rebuild: settings, withdrawals, corrections, feeds, answers given, feedback, and who decided. No
 * question and no message is ever part of it. A change is durable once its promise has resolved.
 *
 * Every method may reject with UserError `desk-damaged`, `desk-unwritable` or `desk-busy`. A guild's id is never empty.
 */
export interface DeskStore extends SettingsDesk, AnswerDesk, PostDesk, ArticleDesk, FeedDesk, AuditDesk {
  /** Grows whenever this or another process changes settings, withdrawals or corrections. Cheap enough to ask each time. */
  changeNumber(): Promise<number>;
  /** How much `forgetUser` would forget. */
  countUser(userId: string): Promise<Forgotten>;
  /** Deletes a person's feedback and takes the person's id out of everything else. */
  forgetUser(userId: string): Promise<Forgotten>;
  /**
   * Copies everything, as it is at one moment, to a file that appears under its name only when it is whole and was
   * checked; one of that name is replaced. Others may read and write meanwhile.
   */
  backupTo(file: string): Promise<void>;
  close(): Promise<void>;
}
