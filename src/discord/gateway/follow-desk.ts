import type { Bot } from '../bot.ts';

/** How often it is looked whether somebody else decided something. */
const intervalMs = 2000;
/** Acts looked at after a change; more in two seconds are the work of a script, whose articles are hidden all the same. */
const actsRead = 100;

const articleActs: ReadonlySet<string> = new Set(['withdraw', 'restore', 'correct', 'remove-correction']);

/**
 * Draws posted answers anew after what other processes decide: the command line, another bot. Answers to come need no
 * telling, since each asks the desk.
 *
 * @returns stops it
 */
export async function followDesk({ desk, log, redraw }: Bot): Promise<() => void> {
  if (redraw === undefined) return () => undefined;
  let seenNumber = await desk.changeNumber();
  let [lastAct] = (await desk.listActs({ guildId: 'all', limit: 1 })).map(({ id }) => id);
  let isAtWork = false;
  const look = async (): Promise<void> => {
    const number = await desk.changeNumber();
    if (number === seenNumber) return;
    seenNumber = number;
    const acts = await desk.listActs({ guildId: 'all', limit: actsRead });
    const fresh = acts.filter(({ id }) => id > (lastAct ?? 0));
    lastAct = acts[0]?.id ?? lastAct;
    const decided = fresh.filter(({ act, outcome }) => outcome === 'done' && articleActs.has(act));
    const articleIds = [...new Set(decided.map(({ subject }) => subject))];
    if (articleIds.length === 0) return;
    const changed = await redraw(articleIds);
    log.info({ articles: articleIds.length, changed }, 'posted answers changed');
  };
  const timer = setInterval(() => {
    if (isAtWork) return;
    isAtWork = true;
    look()
      .catch((error: unknown) => {
        log.error({ error }, 'could not follow the desk');
      })
      .finally(() => {
        isAtWork = false;
      });
  }, intervalMs).unref();
  return () => {
    clearInterval(timer);
  };
}
