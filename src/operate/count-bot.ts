import type { BotWatch, QuestionWatch } from '../discord/bot-watch.ts';
import type { measuredStages, Metrics } from './metrics.ts';

type Stage = (typeof measuredStages)[number];

/** Requests that are questions, however they reach the bot. */
const questionNames: ReadonlySet<string> = new Set(['ask', 'mention']);

/**
 * Counts what happens in a bot. A question costs some ten readings of the clock, and is measured as it is answered.
 *
 * @param nowMs a clock that never goes back
 */
export function countBot(metrics: Metrics, nowMs: () => number = () => performance.now()): BotWatch {
  return {
    onRequest(command, outcome) {
      metrics.requests.inc({ command, outcome });
      if (questionNames.has(command)) metrics.questions.inc({ outcome });
    },
    onTurn: (waitedMs) => metrics.queueWaitSeconds.observe(waitedMs / 1000),
    onQuestion: () => measureQuestion(metrics, nowMs),
    onDiscordProblem: (kind) => metrics.discordErrors.inc({ kind }),
  };
}

function measureQuestion(metrics: Metrics, nowMs: () => number): QuestionWatch {
  const startedMs = nowMs();
  const tookMs = new Map<Stage, number>();
  // What is done before the first stage begins, such as reading a period from the question, is its beginning.
  let current: { readonly stage: Stage; readonly sinceMs: number } = { stage: 'embed', sinceMs: startedMs };
  const end = (now: number): void => {
    tookMs.set(current.stage, (tookMs.get(current.stage) ?? 0) + now - current.sinceMs);
  };
  return {
    onStage(stage) {
      const now = nowMs();
      end(now);
      current = { stage, sinceMs: now };
    },
    onReply(confidence) {
      const now = nowMs();
      end(now);
      for (const [stage, ms] of tookMs) metrics.stageSeconds.observe({ stage }, ms / 1000);
      metrics.answerSeconds.observe((now - startedMs) / 1000);
      metrics.confidence.observe(confidence);
    },
  };
}
