import { callerFolder, loadConfig, deskFileOf } from '../src/config.ts';
import { restoreBackup } from '../src/pipeline/restore-index.ts';
import { readPath } from '../src/terminal/arguments.ts';
import { showProgress } from '../src/terminal/progress-bar.ts';
import { renderRestore } from '../src/terminal/render-backup.ts';
import { ArgumentError, runMain } from '../src/terminal/run-command.ts';
import type { Command } from '../src/terminal/run-command.ts';
import { describeProcess } from '../src/terminal/session.ts';

const help = `Puts back what npm run backup wrote, after checking all of it. What was there is kept beside it, under a
name with the time; where anything fails, all is as it was before. The bot may go on running.

Usage: npm run restore -- FILE [options]

Options:
  --index DIR    where the index goes (default: NEWSQUOTE_INDEX, else embeddings/index)
  --json         print what was restored as one JSON object
  --help         print this

Pages go where the restored index looks for them: the same way from the index as before, or where they were.
Pages that are not in the backup stay.

Exit status: 0 done; 1 an error, nothing was changed; 2 wrong arguments.
`;

const options = { index: { type: 'string' }, json: { type: 'boolean' } } as const;

const command: Command<typeof options> = {
  name: 'npm run restore',
  help,
  options,
  async run({ values, positionals }, { out, err }) {
    const [name, ...more] = positionals;
    if (name === undefined || more.length > 0) throw new ArgumentError('Name one backup to put back');
    const config = loadConfig();
    const from = callerFolder();
    const indexFolder =
      values.index === undefined ? config.indexFolder : readPath('index', values.index, from);
    const places = {
      deskFile: deskFileOf(config),
      indexFolder,
      corpusFolder: config.corpusFolder,
    };
    const progress = showProgress(values.json === true ? { write: () => true } : err, () =>
      performance.now(),
    );
    try {
      const report = await restoreBackup(readPath('backup', name, from), places, {
        stamp: new Date().toISOString().replace(/[-:]|\.\d+/g, ''),
        holder: describeProcess(),
        onProgress: progress.update,
      });
      progress.finish();
      out.write(values.json === true ? `${JSON.stringify(report)}\n` : renderRestore(report, indexFolder));
      return 0;
    } finally {
      progress.finish();
    }
  },
};

await runMain(command);
