import type { AnswerStage } from '../answer/answer.ts';

/** What came of a question that was answered: with quotes, with quotes and a caveat, or with none. */
export type QuestionOutcome = 'answered' | 'hedged' | 'not-found';

/** What came of something that a person asked the bot to do. Each request has one. */
export const requestOutcomes = [
  'answered',
  'hedged',
  'not-found',
  /** Done, and no question. */
  'done',
  /** Not here, or not by this person. */
  'refused',
  'cooldown',
  'queue-full',
  /** The person was told what is wrong with it: a source that is unknown, an address that gives nothing. */
  'invalid',
  /** Discord no longer took the answer. */
  'late',
  'failed',
] as const;
export type RequestOutcome = (typeof requestOutcomes)[number];

/** What Discord refuses, or where its connection breaks. */
export const discordProblems = [
  'rate-limit',
  'forbidden',
  /** It came too late for its three seconds, or its quarter of an hour. */
  'unknown-interaction',
  /** Any other request that Discord finds wrong. */
  'rejected',
  'server-error',
  'unreachable',
  'gateway-reconnect',
  'gateway-error',
] as const;
export type DiscordProblem = (typeof discordProblems)[number];

/** What happens in a bot, for whoever counts it: names and durations, nothing of what was asked, by whom or where. */
export interface BotWatch {
  /** `name` is a command's, in English, or `mention`, `press`, `form` or `unknown`: no more than there are commands. */
  readonly onRequest: (name: string, outcome: RequestOutcome) => void;
  /** A job had its turn after so long. */
  readonly onTurn: (waitedMs: number) => void;
  /** A question is answered from now on. */
  readonly onQuestion: () => QuestionWatch;
  readonly onDiscordProblem: (problem: DiscordProblem) => void;
}

/** Follows one question. */
export interface QuestionWatch {
  /** A stage begins, and with it the one before ends. */
  readonly onStage: (stage: AnswerStage | 'render') => void;
  /** The reply is drawn; not called where something failed. `confidence` in [0, 1]. */
  readonly onReply: (confidence: number) => void;
}
