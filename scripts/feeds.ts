import { UserError } from '../src/errors.ts';
import { loadConfig } from '../src/config.ts';
import { showProgress } from '../src/terminal/progress-bar.ts';
import { feedsAsJson, renderFeeds } from '../src/terminal/render-feeds.ts';
import { ArgumentError, reportProblem, runMain } from '../src/terminal/run-command.ts';
import type { Command } from '../src/terminal/run-command.ts';
import { describeProcess } from '../src/terminal/session.ts';

const help = `Asks the feeds that are due, once, without Discord, and indexes what is new. What a feed brings is stored in the
corpus, below feeds/. Of several processes, a running bot among them, only one asks at a time.

Usage: npm run feeds -- [options]

Options:
  --feed ID   only this feed, now, whether it is due or not; may be given several times
  --json      print what was done as one JSON object
  --help      print this

Exit status: 0 done; 1 an error, or a feed could not be read; 2 wrong arguments.
`;

const options = { feed: { type: 'string', multiple: true }, json: { type: 'boolean' } } as const;

const command: Command<typeof options> = {
  name: 'npm run feeds',
  help,
  options,
  async run({ values, positionals }, { out, err }) {
    if (positionals[0] !== undefined)
      throw new ArgumentError(`Unexpected argument '${positionals[0]}': name a feed with --feed`);
    const progress = showProgress(err, () => performance.now());
    try {
      // Loaded for work to do, not for `--help` or a wrong argument: it takes a second.
      const { runFeedRound } = await import('../src/pipeline/feed-round.ts');
      const report = await runFeedRound(loadConfig(), {
        holder: describeProcess(),
        ...(values.feed !== undefined && { onlyIds: values.feed }),
        onProgress: progress.update,
      });
      progress.finish();
      out.write(values.json === true ? `${feedsAsJson(report)}\n` : renderFeeds(report));
      for (const { error } of report.feeds)
        if (error !== null && !(error instanceof UserError)) reportProblem(error, err);
      return report.feeds.some(({ outcome }) => outcome === 'failed') ? 1 : 0;
    } finally {
      progress.finish();
    }
  },
};

await runMain(command);
