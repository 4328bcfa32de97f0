import type { BotWatch } from '../discord/bot-watch.ts';
import { hostNames } from '../http/guard.ts';
import { listen } from '../http/listen.ts';
import { closeServer, createGuardedServer, jsonContent } from '../http/server.ts';
import type { Content, Route } from '../http/server.ts';
import type { Log } from '../log.ts';
import { countBot } from './count-bot.ts';
import { createMetrics } from './metrics.ts';
import type { feedOutcomes } from './metrics.ts';
import { listMissing, readVitals } from './vitals.ts';
import type { Need, Vitals } from './vitals.ts';

/** What is served, and of what. */
export interface OperateOptions {
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  readonly needs: readonly Need[];
  /** Of this program. */
  readonly version: string;
  readonly log: Log;
}

/** Health and metrics of this process, while they are served. */
export interface Operating {
  /** Where: `http://127.0.0.1:9464`. */
  readonly address: string;
  /** Counts what happens in the bot. */
  readonly watch: BotWatch;
  /** Counts a feed that was asked. */
  readonly onFeed: (outcome: (typeof feedOutcomes)[number]) => void;
  /** Reads these parts too from now on. */
  readonly add: (parts: Vitals) => void;
  readonly close: () => void;
}

/**
 * Serves `/healthz`, `/readyz` and `/metrics`, to whoever can reach them and without a password: there is nothing in them
 * that was asked, and nobody's name or id.
 *
 * @throws UserError as `listen`
 */
export async function operate({ host, port, needs, version, log }: OperateOptions): Promise<Operating> {
  const metrics = createMetrics(version);
  let vitals: Vitals = {};
  const missing = (): Need[] => listMissing(needs, vitals);
  const get = (answer: Route['answer']): Route => ({ method: 'GET', answer });
  const routes = new Map<string, Route>([
    // Whoever gets this answer knows that the event loop turns.
    ['/healthz', get(() => jsonContent({ status: 'alive' }))],
    ['/readyz', get(() => describeReadiness(missing()))],
    [
      '/metrics',
      get(async () => {
        await readVitals(vitals, missing().length === 0, metrics).catch((error: unknown) => {
          // One part that can not be read is no reason to leave whoever watches without all the others.
          log.warn({ error }, 'not all metrics could be read');
        });
        return { type: metrics.registry.contentType, content: await metrics.registry.metrics() };
      }),
    ],
  ]);
  const server = createGuardedServer({ routes, rules: { password: '', hostNames: hostNames(host) }, log });
  const address = await listen(server, { host, port, settings: 'HEALTH' });
  return {
    address,
    watch: countBot(metrics),
    onFeed: (outcome) => metrics.feedReads.inc({ outcome }),
    add: (parts) => (vitals = { ...vitals, ...parts }),
    close: () => {
      closeServer(server);
    },
  };
}

function describeReadiness(missing: readonly Need[]): Content {
  const isReady = missing.length === 0;
  return jsonContent({ status: isReady ? 'ready' : 'not-ready', missing }, isReady ? 200 : 503);
}
