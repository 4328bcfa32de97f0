/**
 * What the page itself says around the bot's messages, in one language. The archive and the figures are for those who run
 * the bot, and in English as the terminal is.
 */
export interface PageWords {
  readonly nav: {
    readonly sections: string;
    readonly chat: string;
    readonly archive: string;
    readonly quality: string;
  };
  readonly settings: {
    readonly language: string;
    readonly theme: string;
    readonly system: string;
    readonly light: string;
    readonly dark: string;
    readonly moderator: string;
  };
  readonly chat: {
    readonly channel: string;
    readonly intro: string;
    /** Before the titles of newest articles, each of which asks about it. */
    readonly askAbout: string;
    readonly messages: string;
    readonly placeholder: string;
    readonly send: string;
    readonly you: string;
    readonly app: string;
    /** `{command}` was used. */
    readonly used: string;
    readonly onlyYou: string;
    readonly dismiss: string;
    readonly reply: string;
    readonly replyingTo: string;
    readonly cancel: string;
    readonly actions: string;
    readonly commands: string;
    readonly noCommands: string;
    readonly optional: string;
    readonly suggestions: string;
    readonly yes: string;
    readonly no: string;
    readonly looking: string;
    readonly submit: string;
    readonly failed: string;
  };
  readonly start: {
    readonly opening: string;
    readonly building: string;
    readonly read: string;
    readonly embed: string;
    readonly store: string;
    readonly vectors: string;
  };
}
