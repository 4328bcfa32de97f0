import type { CommandWords } from '../messages.ts';

/** What the commands of moderators say, in one language. Texts handed in are escaped already. */
export interface DeskMessages {
  readonly commands: {
    readonly pull: CommandWords & {
      readonly article: CommandWords & { readonly article: CommandWords };
      readonly url: CommandWords & { readonly url: CommandWords };
      readonly feed: CommandWords & { readonly feed: CommandWords };
      readonly file: CommandWords & { readonly file: CommandWords };
    };
    readonly feed: CommandWords & {
      readonly add: CommandWords & {
        readonly url: CommandWords;
        /** `name` is the command's own. */
        readonly called: CommandWords;
        readonly channel: CommandWords;
        readonly topic: CommandWords;
      };
      readonly remove: CommandWords & { readonly feed: CommandWords };
      readonly pause: CommandWords & { readonly feed: CommandWords };
      readonly list: CommandWords;
    };
    readonly withdraw: CommandWords & {
      readonly article: CommandWords;
      readonly reason: CommandWords;
      readonly everywhere: CommandWords;
    };
    readonly restore: CommandWords & { readonly article: CommandWords; readonly everywhere: CommandWords };
    readonly correct: CommandWords & { readonly article: CommandWords; readonly note: CommandWords };
    readonly settings: CommandWords;
    readonly audit: CommandWords;
    readonly feedback: CommandWords;
    readonly status: CommandWords;
  };
  /** `changed` messages that are posted show the article no longer. */
  readonly withdrawn: (title: string, changed: number) => string;
  /** The same while they are being changed: `changed` of `total`. */
  readonly withdrawing: (title: string, changed: number, total: number) => string;
  readonly alreadyWithdrawn: (title: string) => string;
  readonly restored: (title: string) => string;
  readonly notWithdrawn: (title: string) => string;
  readonly corrected: (title: string) => string;
  readonly noteRemoved: (title: string) => string;
  readonly noNote: (title: string) => string;
  readonly onlyOwner: string;
  readonly onlyInServers: string;
  readonly pull: {
    readonly found: string;
    readonly language: (name: string) => string;
    /** That an article is there already; `title` is the one that is there. */
    readonly duplicate: (title: string) => string;
    readonly wasWithdrawn: string;
    readonly confirm: string;
    readonly cancel: string;
    readonly cancelled: string;
    readonly indexed: (articles: number) => string;
    readonly expired: string;
    /** That an address is not fetched: not public, or closed by its owner. */
    readonly refused: (host: string) => string;
    readonly unreachable: (host: string) => string;
    readonly notFound: (host: string) => string;
    /** That this surface takes nothing in. */
    readonly closed: string;
    readonly notReadable: (name: string) => string;
    readonly tooLarge: (maximumMegabytes: number) => string;
  };
  readonly feeds: {
    readonly heading: string;
    readonly none: string;
    readonly added: (name: string, articles: number) => string;
    readonly removed: (name: string) => string;
    readonly paused: (name: string) => string;
    readonly resumed: (name: string) => string;
    readonly polled: (name: string, articles: number) => string;
    readonly unknown: string;
    readonly notRead: (name: string, code: string) => string;
    readonly isPaused: string;
    readonly lastSuccess: (age: string) => string;
    readonly neverPolled: string;
    readonly failures: (count: number, code: string) => string;
    readonly announcement: (feed: string) => string;
  };
  readonly settings: {
    readonly heading: string;
    readonly channels: string;
    readonly everyChannel: string;
    readonly roles: string;
    readonly noRoles: string;
    readonly sources: string;
    readonly allSources: string;
    readonly language: string;
    readonly serverLanguage: string;
    readonly mentions: (isOn: boolean) => string;
    readonly private: (isOn: boolean) => string;
    readonly timeZone: (zone: string) => string;
    readonly cooldown: (seconds: number) => string;
    readonly edit: string;
    readonly formTitle: string;
    readonly timeZoneField: string;
    readonly cooldownField: string;
    readonly timeZoneUnknown: (zone: string) => string;
    readonly cooldownWrong: (minimum: number, maximum: number) => string;
    readonly turnOn: string;
    readonly turnOff: string;
  };
  readonly audit: {
    readonly heading: string;
    readonly none: string;
    readonly refused: string;
    readonly acts: Readonly<Record<AuditAct, string>>;
  };
  readonly feedback: {
    readonly heading: string;
    readonly none: string;
    readonly goneQuotes: string;
    readonly show: string;
  };
  readonly status: {
    readonly heading: string;
    readonly index: (articles: number, sources: number, chunks: number) => string;
    readonly newest: (age: string) => string;
    readonly feeds: (count: number, failing: number) => string;
    readonly queue: (count: number) => string;
    readonly memory: (megabytes: number) => string;
    readonly running: (since: string, version: string) => string;
  };
}

/** What moderators do, as it is written down. */
export const auditActs = [
  'settings',
  'withdraw',
  'restore',
  'correct',
  'remove-correction',
  'add-feed',
  'remove-feed',
  'pause-feed',
  'resume-feed',
  'pull',
] as const;

/** One of `auditActs`. */
export type AuditAct = (typeof auditActs)[number];
