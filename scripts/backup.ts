import { callerFolder, loadConfig, deskFileOf } from '../src/config.ts';
import { backUp } from '../src/pipeline/backup-index.ts';
import { readPath } from '../src/terminal/arguments.ts';
import { renderBackup } from '../src/terminal/render-backup.ts';
import { ArgumentError, runMain } from '../src/terminal/run-command.ts';
import type { Command } from '../src/terminal/run-command.ts';

const help = `Writes one file with all that Newsquote knows: what moderators decided, the index, and the pages it was
made from. It may run while the bot and an indexer work. The file is a tar archive; npm run restore reads it.

Usage: npm run backup -- FILE [options]

Options:
  --index DIR    the index (default: NEWSQUOTE_INDEX, else embeddings/index)
  --json         print what went into it as one JSON object
  --help         print this

Not in it: settings (.env), the model and the embedding cache.

Exit status: 0 done; 1 an error, or some pages could not be read (all else is in it); 2 wrong arguments.
`;

const options = { index: { type: 'string' }, json: { type: 'boolean' } } as const;

const command: Command<typeof options> = {
  name: 'npm run backup',
  help,
  options,
  async run({ values, positionals }, { out }) {
    const [name, ...more] = positionals;
    if (name === undefined || more.length > 0) throw new ArgumentError('Name one file to write');
    const config = loadConfig();
    const from = callerFolder();
    const file = readPath('backup', name, from);
    const indexFolder =
      values.index === undefined ? config.indexFolder : readPath('index', values.index, from);
    const places = {
      deskFile: deskFileOf(config),
      indexFolder,
      corpusFolder: config.corpusFolder,
    };
    const report = await backUp(file, places, new Date());
    out.write(values.json === true ? `${JSON.stringify(report)}\n` : renderBackup(report, file));
    return report.setAside.length === 0 ? 0 : 1;
  },
};

await runMain(command);
