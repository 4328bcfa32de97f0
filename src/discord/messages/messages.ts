/** Name and description of a command or an option, as Discord shows them; names in lower case without spaces. */
export interface CommandWords {
  readonly name: string;
  /** 1 to 100 characters. */
  readonly description: string;
}

/** What a moderator or member may say was wrong with an answer. */
export const wrongReasons = ['wrong-article', 'outdated', 'cut-badly', 'not-an-answer', 'other'] as const;

/** One of `wrongReasons`. */
export type WrongReason = (typeof wrongReasons)[number];

/**
 * Every sentence that people are shown, in one language. Quotes, titles and names come from articles and stay as they
 * are. Texts handed in are escaped already; dates are Discord's own (`<t:…:D>`), which each reader sees in their language.
 */
export interface Messages {
  /** BCP 47, for Intl. */
  readonly locale: string;
  readonly commands: {
    readonly ask: CommandWords & {
      readonly question: CommandWords;
      readonly since: CommandWords;
      readonly until: CommandWords;
      readonly source: CommandWords;
      readonly language: CommandWords;
      readonly private: CommandWords;
    };
    readonly latest: CommandWords & { readonly source: CommandWords; readonly topic: CommandWords };
    readonly article: CommandWords & {
      readonly find: CommandWords & { readonly words: CommandWords };
      readonly show: CommandWords & { readonly article: CommandWords };
    };
    readonly sources: CommandWords;
    readonly help: CommandWords;
    readonly privacy: CommandWords;
    /** The message command's name; at most 32 characters, spaces and capitals allowed. */
    readonly check: string;
  };
  readonly buttons: {
    readonly more: string;
    readonly previous: string;
    readonly next: string;
    readonly showInArticle: string;
    readonly article: string;
    readonly share: string;
    readonly helpful: string;
    readonly wrong: string;
    readonly original: string;
  };
  readonly answer: {
    readonly notSure: string;
    readonly notFound: string;
    /** Placeholder of the list of nearest articles. */
    readonly openNearest: string;
    readonly onlySince: (date: string, phrase: string) => string;
    /** How old the newest quoted article is; `age` is Discord's relative time ("2 days ago"). */
    readonly newest: (date: string, age: string) => string;
    readonly lines: (from: number, to: number) => string;
    /** That outlets give different numbers or dates, with what each says. */
    readonly differ: (figures: string) => string;
    readonly alsoIn: (sources: string) => string;
    /** That the quoted article was corrected by another one. */
    readonly corrected: (title: string, date: string | null) => string;
    /** A moderator's correction. */
    readonly note: (note: string) => string;
    /** That a quote is not shown since its page changed after it was indexed. */
    readonly withheld: (title: string) => string;
    /** In place of a quote whose article was withdrawn after the answer was given. */
    readonly withdrawn: string;
    readonly sharedBy: (user: string) => string;
    readonly quotesOf: (from: number, to: number, total: number) => string;
  };
  readonly check: {
    readonly heading: string;
    readonly nothing: string;
    readonly noClaims: string;
    /** That only the first claims were looked up. */
    readonly onlyFirst: (count: number) => string;
    /** That quotes are no verdict. */
    readonly noVerdict: string;
  };
  readonly lists: {
    readonly latest: string;
    readonly latestAbout: (topic: string) => string;
    readonly found: (words: string) => string;
    readonly none: string;
    readonly open: string;
    readonly sources: string;
    readonly sourceLine: (articleCount: number, languages: string) => string;
    readonly newest: (date: string) => string;
    readonly page: (page: number, total: number | null) => string;
    readonly undated: string;
  };
  readonly article: {
    readonly by: (authors: string) => string;
    readonly page: (page: number, total: number) => string;
    readonly inContext: string;
    readonly gone: string;
  };
  readonly feedback: {
    readonly thanks: string;
    readonly modalTitle: string;
    readonly modalQuestion: string;
    readonly reasons: Readonly<Record<WrongReason, string>>;
  };
  readonly notices: {
    /** `seconds` until the person may ask again. */
    readonly cooldown: (seconds: number) => string;
    readonly busy: string;
    readonly starting: string;
    /** Where the bot answers in this server; `channels` are mentions. */
    readonly wrongChannel: (channels: string) => string;
    readonly onlyAsker: string;
    readonly outdatedButton: string;
    readonly emptyMention: string;
    readonly incident: (id: string) => string;
    readonly questionEmpty: string;
    readonly questionTooLong: (length: number, maximum: number) => string;
    readonly sourceUnknown: (source: string) => string;
    readonly dateUnreadable: (text: string) => string;
    readonly languageUnknown: (text: string) => string;
    readonly articleUnknown: string;
    readonly notAllowed: string;
  };
  /** Paragraphs, shown under each other. */
  readonly help: (counts: { readonly articles: number; readonly sources: number }) => readonly string[];
  readonly privacy: readonly string[];
  readonly presence: {
    readonly ready: (articles: number) => string;
    readonly starting: string;
  };
}

/** The form of a word for a number, by CLDR's rules (`one`, `few`, `many`, `other`). */
export function plural(
  locale: string,
  count: number,
  forms: Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string }>,
): string {
  const form = forms[new Intl.PluralRules(locale).select(count)] ?? forms.other;
  return form.replace('#', new Intl.NumberFormat(locale).format(count));
}
