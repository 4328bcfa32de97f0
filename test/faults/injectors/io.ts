import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { startChild, readResult } from './child.ts';
import type { Child, ChildEnd } from './child.ts';
import type { Fault, FaultContext } from './fault.ts';
import { prepareEditions, reopen, resume, startRound } from './kill.ts';
import type { Prepared } from './kill.ts';

const modes = ['error', 'full', 'kill', 'torn'] as const;
type Mode = (typeof modes)[number];

/** Few pages: every call of a reindex is to be tried. */
const pageCount = 1;

/** Compiles the layer that fails; the reason where that can not be done here. */
function compileFailingIo(folder: string): { readonly library: string } | string {
  if (process.platform !== 'linux') return 'needs LD_PRELOAD, which is Linux';
  const library = path.join(folder, 'fail-io.so');
  const source = path.join(import.meta.dirname, 'fail-io.c');
  try {
    execFileSync('cc', ['-shared', '-fPIC', '-O1', '-w', '-o', library, source, '-ldl'], { stdio: 'pipe' });
  } catch {
    return 'no C compiler';
  }
  return existsSync(library) ? { library } : 'no C compiler';
}

interface Round {
  readonly child: Child;
  readonly places: ReturnType<typeof startRound>;
}

/** Runs a reindex whose `at`-th call goes wrong in the given way. */
function startFailing(
  { folder, library, prepared, slot }: { folder: string; library: string; prepared: Prepared; slot: number },
  { mode, at, count }: { readonly mode: Mode; readonly at: number; readonly count?: string },
): Round {
  const places = startRound(path.join(folder, `round-${String(slot)}`), prepared, pageCount);
  const environment = {
    LD_PRELOAD: library,
    FAIL_IO_BELOW: places.indexFolder,
    FAIL_IO_AT: String(at),
    FAIL_IO_MODE: mode,
    ...(count !== undefined && { FAIL_IO_COUNT: count }),
  };
  const { corpus, indexFolder, cacheFile } = places;
  return {
    places,
    child: startChild('index-child.ts', { words: [corpus, indexFolder, cacheFile], environment }),
  };
}

/** Whether a process ended as it should when a call of its failed: well, with an error a person can act on, or killed. */
function endedWell(end: ChildEnd, mode: Mode): boolean {
  if (mode === 'kill' || mode === 'torn') return end.signal === 'SIGKILL' || end.exitCode === 0;
  return end.exitCode === 0 || (end.exitCode === 1 && readResult(end)?.code !== undefined);
}

async function failEachCall({ folder, isLong }: FaultContext, library: string) {
  const prepared = await prepareEditions(folder, pageCount);
  const countFile = path.join(folder, 'count');
  const whole = startFailing(
    { folder, library, prepared, slot: 0 },
    { mode: 'error', at: 0, count: countFile },
  );
  whole.child.begin();
  await whole.child.ended;
  const calls = Number(readFileSync(countFile, 'utf8'));
  const points = spread(calls, isLong ? 40 : modes.length);
  // The short form tries each way once, each at another point.
  const rounds = points.flatMap((at, position) =>
    modes.filter((_, way) => isLong || way === position).map((mode) => ({ at, mode })),
  );
  const figures = { injected: rounds.length, detected: 0, crashed: 0, wrong: 0 };
  const codes = new Map<string, number>();
  const start = (round: number): Round | undefined => {
    const point = rounds[round];
    return point && startFailing({ folder, library, prepared, slot: round % 2 }, point);
  };
  let next = start(0);
  for (const [round, { mode }] of rounds.entries()) {
    const current = next;
    if (current === undefined) break;
    current.child.begin();
    const end = await current.child.ended;
    next = start(round + 1);
    const name = end.signal ?? readResult(end)?.code ?? `exit ${String(end.exitCode)}`;
    codes.set(name, (codes.get(name) ?? 0) + 1);
    const isEndGood = endedWell(end, mode);
    const found = await reopen(current.places, prepared, pageCount);
    const isResumed = await resume(current.places, prepared, pageCount);
    figures.crashed += isEndGood ? 0 : 1;
    figures.wrong += found.wrong + (isResumed ? 0 : 1);
    figures.detected += isEndGood && found.wrong === 0 && isResumed ? 1 : 0;
  }
  return { calls, points: points.length, figures, codes };
}

/** `count` of the numbers 1 to `total`, evenly, the first and the last among them; all where they are fewer. */
function spread(total: number, count: number): number[] {
  if (total <= count) return Array.from({ length: total }, (_, at) => at + 1);
  return Array.from({ length: count }, (_, at) => 1 + Math.round((at * (total - 1)) / (count - 1)));
}

/** Fault 2. */
export const failingIoFault: Fault = {
  id: '2',
  title:
    'The k-th open, write, sync, truncation or renaming fails, ends the process, or is torn; or the disk is full from there on',
  holds: 'the old or the new index serves, never a mix; the reindex says what failed, and can be resumed',
  async inject(context) {
    const compiled = compileFailingIo(context.folder);
    if (typeof compiled === 'string') return compiled;
    const { calls, points, figures, codes } = await failEachCall(context, compiled.library);
    const ends = [...codes].map(([name, count]) => `${name} ${String(count)}`).join(', ');
    return {
      ...figures,
      note: `${String(points)} of the ${String(calls)} calls of a small reindex, in ${String(modes.length)} ways; ends: ${ends}`,
    };
  },
};
