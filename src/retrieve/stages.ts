/**
 * The parts of the work on a question: its embedding and terms, candidates from both searches, their scores, the choice of
 * sentences, and the check of what was chosen against the pages.
 */
export const answerStages = ['embed', 'search', 'score', 'quotes', 'verify'] as const;
export type AnswerStage = (typeof answerStages)[number];

/**
 * Hears that a stage begins, and with it that the one before has ended; a stage may begin several times. Whoever listens
 * has the clock.
 */
export type OnStage = (stage: AnswerStage) => void;

/** Nobody listens. */
export const ignoreStages: OnStage = () => undefined;
