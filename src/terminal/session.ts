import { deskFileOf } from '../config.ts';
import type { Config } from '../config.ts';
import type { SessionEvents, SessionOptions } from '../pipeline/open-session.ts';
import type { Answerer } from '../answer/answerer.ts';
import { showProgress } from './progress-bar.ts';
import { describeNotice } from './render-report.ts';
import type { CommandStreams } from './run-command.ts';

/** Opens what the settings name and tells on `err` what takes time or is not as it should be. */
export async function openTerminalSession(
  config: Config,
  { err }: CommandStreams,
  options: SessionOptions = {},
): Promise<Answerer> {
  // What answers questions is loaded once there is something to ask, not for `--help` or a wrong argument.
  const [{ openSession }, { hideWithdrawn }] = await Promise.all([
    import('../pipeline/open-session.ts'),
    import('../pipeline/hide-withdrawn.ts'),
  ]);
  const progress = showProgress(err, () => performance.now());
  try {
    const events: SessionEvents = {
      onProgress: progress.update,
      onNotice: (notice) => err.write(describeNotice(notice, config.indexFolder)),
      onBuild: () =>
        err.write(
          `No index in ${config.indexFolder} yet: building one from the pages in ${config.corpusFolder}.\n`,
        ),
    };
    const answerer = await openSession(config, describeProcess(), events, options);
    return hideWithdrawn(answerer, deskFileOf(config));
  } finally {
    progress.finish();
  }
}

/** Says to a second indexer who holds the lock. */
export function describeProcess(): string {
  return `process ${String(process.pid)}, at work since ${new Date().toISOString()}`;
}
