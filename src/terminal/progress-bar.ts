import type { OnProgress, Progress } from '../pipeline/progress.ts';

/** Where progress is drawn. */
export interface ProgressStream {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

/** Draws progress; `finish` ends the last line. */
export interface ProgressDisplay {
  readonly update: OnProgress;
  finish(): void;
}

const stageNames: Record<Progress['stage'], string> = {
  read: 'Reading pages',
  embed: 'Embedding texts',
  store: 'Storing pages',
  vectors: 'Building the vector index',
  ask: 'Asking questions',
  check: 'Checking pages',
};

const barWidth = 24;
const redrawMs = 100;

/** A bar with rate and time left on a terminal; elsewhere one line a stage, when it is done. */
export function showProgress(stream: ProgressStream, now: () => number): ProgressDisplay {
  return stream.isTTY === true ? new ProgressBar(stream, now) : new ProgressLines(stream, now);
}

class ProgressLines implements ProgressDisplay {
  readonly #stream: ProgressStream;
  readonly #now: () => number;
  #stage: Progress['stage'] | undefined;
  #startedMs = 0;

  constructor(stream: ProgressStream, now: () => number) {
    this.#stream = stream;
    this.#now = now;
  }

  readonly update = ({ stage, done, total }: Progress): void => {
    if (stage !== this.#stage) {
      this.#stage = stage;
      this.#startedMs = this.#now();
    }
    if (done < total || total === 0) return;
    const seconds = ((this.#now() - this.#startedMs) / 1000).toFixed(1);
    this.#stream.write(`${stageNames[stage]}: ${String(total)} in ${seconds} s\n`);
  };

  finish(): void {
    this.#stage = undefined;
  }
}

class ProgressBar implements ProgressDisplay {
  readonly #stream: ProgressStream;
  readonly #now: () => number;
  #stage: Progress['stage'] | undefined;
  #startedMs = 0;
  #drawnMs = -Infinity;
  #isOpen = false;

  constructor(stream: ProgressStream, now: () => number) {
    this.#stream = stream;
    this.#now = now;
  }

  readonly update = (progress: Progress): void => {
    const nowMs = this.#now();
    if (progress.stage !== this.#stage) {
      this.finish();
      this.#stage = progress.stage;
      this.#startedMs = nowMs;
    }
    const isDone = progress.done >= progress.total;
    if (!isDone && nowMs - this.#drawnMs < redrawMs) return;
    this.#drawnMs = nowMs;
    const line = drawBar(progress, nowMs - this.#startedMs).slice(0, (this.#stream.columns ?? 80) - 1);
    this.#stream.write(`\r\u001b[K${line}`);
    this.#isOpen = true;
  };

  finish(): void {
    if (this.#isOpen) this.#stream.write('\n');
    this.#isOpen = false;
  }
}

/** One line: stage, bar, done/total, rate and time left, e.g. `Embedding texts ███░░░ 40/80 10/s 4 s left`. */
export function drawBar({ stage, done, total }: Progress, elapsedMs: number): string {
  const share = total === 0 ? 1 : done / total;
  const full = Math.round(share * barWidth);
  const bar = '█'.repeat(full) + '░'.repeat(barWidth - full);
  const rate = elapsedMs > 0 ? (done / elapsedMs) * 1000 : 0;
  const left = rate > 0 && done < total ? ` ${formatSeconds((total - done) / rate)} left` : '';
  const speed = rate > 0 ? ` ${rate < 10 ? rate.toFixed(1) : String(Math.round(rate))}/s` : '';
  return `${stageNames[stage]} ${bar} ${String(done)}/${String(total)}${speed}${left}`;
}

function formatSeconds(seconds: number): string {
  const whole = Math.ceil(seconds);
  return whole < 60 ? `${String(whole)} s` : `${String(Math.floor(whole / 60))} min ${String(whole % 60)} s`;
}
