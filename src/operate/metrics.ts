import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { discordProblems, requestOutcomes } from '../discord/bot-watch.ts';
import { answerStages } from '../retrieve/stages.ts';

/** The stages of an answer, up to the reply that is ready to be sent. */
export const measuredStages = [...answerStages, 'render'] as const;

/** How a feed is read: well, not at the last try, not at all at somebody's wish, or not yet. */
export const feedStates = ['ok', 'failing', 'paused', 'unread'] as const;

/** What may come of asking a feed that is due. */
export const feedOutcomes = ['read', 'unchanged', 'failed'] as const;

/** What may come of a question: all but what is done without one. */
const questionOutcomes = requestOutcomes.filter((outcome) => outcome !== 'done');

const stageBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const answerBuckets = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const waitBuckets = [0.001, 0.01, 0.1, 0.5, 1, 2.5, 5, 10, 30, 60];
const confidenceBuckets = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];

/** Everything that is counted, by the name in the code. docs/operate.md says what each is for; a test compares the two. */
export type Metrics = ReturnType<typeof createMetrics>;

/** A registry of its own with every metric at its beginning, those of Node's process included. */
export function createMetrics(version: string) {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const counter = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Counter<Label>({ name, help, labelNames, registers });
  const gauge = <Label extends string = never>(name: string, help: string, labelNames: Label[] = []) =>
    new Gauge<Label>({ name, help, labelNames, registers });
  const histogram = <Label extends string = never>(
    name: string,
    help: string,
    { buckets, labelNames = [] }: { readonly buckets: number[]; readonly labelNames?: Label[] },
  ) => new Histogram<Label>({ name, help, buckets, labelNames, registers });
  const metrics = {
    registry,
    build: gauge('newsquote_build_info', 'The version that runs; always 1', ['version']),
    ready: gauge('newsquote_ready', 'Whether everything is there that questions are answered with'),
    questions: counter('newsquote_questions_total', 'Questions by what came of them', ['outcome']),
    requests: counter('newsquote_requests_total', 'Commands, mentions, presses and forms', [
      'command',
      'outcome',
    ]),
    answerSeconds: histogram('newsquote_answer_seconds', 'From a question’s turn to its drawn reply', {
      buckets: answerBuckets,
    }),
    stageSeconds: histogram('newsquote_answer_stage_seconds', 'Parts of newsquote_answer_seconds', {
      buckets: stageBuckets,
      labelNames: ['stage'],
    }),
    confidence: histogram('newsquote_answer_confidence', 'Confidence of answers, those without quotes too', {
      buckets: confidenceBuckets,
    }),
    queueJobs: gauge('newsquote_queue_jobs', 'Jobs that wait or are at work'),
    queueWaitSeconds: histogram('newsquote_queue_wait_seconds', 'How long jobs waited for their turn', {
      buckets: waitBuckets,
    }),
    indexArticles: gauge('newsquote_index_articles', 'Articles in the index'),
    indexChunks: gauge('newsquote_index_chunks', 'Chunks in the index'),
    indexChanged: gauge('newsquote_index_change_timestamp_seconds', 'When the index was last changed'),
    indexExact: gauge('newsquote_index_exact', '1: compares with every chunk; 0: by a graph'),
    feeds: gauge('newsquote_feeds', 'Feeds by how they are read', ['state']),
    feedOldest: gauge(
      'newsquote_feed_oldest_success_timestamp_seconds',
      'Last success of the feed whose last success is longest ago',
    ),
    feedReads: counter('newsquote_feed_reads_total', 'Feeds asked, by what came of it', ['outcome']),
    discordErrors: counter('newsquote_discord_errors_total', 'What Discord refused or broke off', ['kind']),
    gatewayLatency: gauge('newsquote_discord_gateway_latency_seconds', 'From heartbeat to answer'),
  };
  metrics.build.set({ version }, 1);
  beginAtZero(metrics);
  return metrics;
}

/** A rate can be taken of the first event only where there was a zero before it. */
function beginAtZero({ questions, stageSeconds, feedReads, discordErrors }: BegunMetrics): void {
  for (const outcome of questionOutcomes) questions.inc({ outcome }, 0);
  for (const stage of measuredStages) stageSeconds.zero({ stage });
  for (const outcome of feedOutcomes) feedReads.inc({ outcome }, 0);
  for (const kind of discordProblems) discordErrors.inc({ kind }, 0);
}

interface BegunMetrics {
  readonly questions: Counter<'outcome'>;
  readonly stageSeconds: Histogram<'stage'>;
  readonly feedReads: Counter<'outcome'>;
  readonly discordErrors: Counter<'kind'>;
}
