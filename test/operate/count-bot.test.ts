import { describe, expect, it } from 'vitest';
import { countBot } from '../../src/operate/count-bot.ts';
import { createMetrics } from '../../src/operate/metrics.ts';
import { valueOf } from './support/read-metrics.ts';

/** A bot that is counted, with a clock that is set by hand. */
function begin() {
  const metrics = createMetrics('0.0.0');
  const clock = { ms: 0 };
  const watch = countBot(metrics, () => clock.ms);
  const read = async (name: string, labels: Readonly<Record<string, string>> = {}) =>
    valueOf(await metrics.registry.metrics(), name, labels);
  return { watch, clock, read };
}

describe('questions', () => {
  it.each([
    'answered',
    'hedged',
    'not-found',
    'invalid',
    'failed',
    'cooldown',
    'queue-full',
    'late',
  ] as const)('are counted as %s, by command and by mention', async (outcome) => {
    const { watch, read } = begin();
    expect(await read('newsquote_questions_total', { outcome })).toBe(0);
    watch.onRequest('ask', outcome);
    watch.onRequest('mention', outcome);
    expect(await read('newsquote_questions_total', { outcome })).toBe(2);
    expect(await read('newsquote_requests_total', { command: 'ask', outcome })).toBe(1);
  });

  it('are no other commands and no presses', async () => {
    const { watch, read } = begin();
    for (const name of ['latest', 'press', 'Check against the news']) watch.onRequest(name, 'done');
    expect(await read('newsquote_requests_total', { command: 'latest', outcome: 'done' })).toBe(1);
    expect(await read('newsquote_questions_total', { outcome: 'answered' })).toBe(0);
    expect(await read('newsquote_questions_total', { outcome: 'done' })).toBeUndefined();
  });

  it('are measured by stage, whose sums are the whole, whatever turns the stages took', async () => {
    const { watch, clock, read } = begin();
    const question = watch.onQuestion();
    const steps = [
      ['embed', 30],
      ['search', 10],
      ['score', 5],
      ['quotes', 2],
      ['verify', 1],
      ['quotes', 3],
      ['verify', 4],
      ['render', 6],
    ] as const;
    clock.ms = 2;
    for (const [stage, tookMs] of steps) {
      question.onStage(stage);
      clock.ms += tookMs;
    }
    question.onReply(0.42);
    const sum = (stage: string) => read('newsquote_answer_stage_seconds_sum', { stage });
    expect(await sum('embed')).toBeCloseTo(0.032);
    expect(await sum('quotes')).toBeCloseTo(0.005);
    expect(await sum('verify')).toBeCloseTo(0.005);
    expect(await sum('render')).toBeCloseTo(0.006);
    expect(await read('newsquote_answer_stage_seconds_count', { stage: 'verify' })).toBe(1);
    expect(await read('newsquote_answer_seconds_sum')).toBeCloseTo(0.063);
    expect(await read('newsquote_answer_confidence_bucket', { le: '0.4' })).toBe(0);
    expect(await read('newsquote_answer_confidence_bucket', { le: '0.5' })).toBe(1);
  });

  it('that fail on the way are not measured', async () => {
    const { watch, clock, read } = begin();
    watch.onQuestion().onStage('embed');
    clock.ms = 5000;
    expect(await read('newsquote_answer_seconds_count')).toBe(0);
    expect(await read('newsquote_answer_stage_seconds_count', { stage: 'embed' })).toBe(0);
  });

  it('that are answered at the same time are measured apart', async () => {
    const { watch, clock, read } = begin();
    const [first, second] = [watch.onQuestion(), watch.onQuestion()];
    first.onStage('embed');
    second.onStage('embed');
    clock.ms = 10;
    first.onReply(1);
    clock.ms = 30;
    second.onReply(1);
    expect(await read('newsquote_answer_stage_seconds_sum', { stage: 'embed' })).toBeCloseTo(0.04);
  });
});

it('counts what Discord refuses, and how long jobs waited', async () => {
  const { watch, read } = begin();
  watch.onDiscordProblem('rate-limit');
  watch.onTurn(1500);
  expect(await read('newsquote_discord_errors_total', { kind: 'rate-limit' })).toBe(1);
  expect(await read('newsquote_discord_errors_total', { kind: 'forbidden' })).toBe(0);
  expect(await read('newsquote_queue_wait_seconds_sum')).toBe(1.5);
});
