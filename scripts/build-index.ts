import { existsSync } from 'node:fs';
import { callerFolder, loadConfig } from '../src/config.ts';
import { indexCorpus } from '../src/pipeline/index-corpus.ts';
import { loadEmbedder } from '../src/pipeline/load-embedder.ts';
import { readPath } from '../src/terminal/arguments.ts';
import { showProgress } from '../src/terminal/progress-bar.ts';
import { renderReport } from '../src/terminal/render-report.ts';
import { ArgumentError, runMain } from '../src/terminal/run-command.ts';
import type { Command } from '../src/terminal/run-command.ts';
import { describeProcess } from '../src/terminal/session.ts';

const help = `Turns the pages of a corpus into an index that can be asked. Unchanged pages cost nothing.

Usage: npm run index -- [options]

Options:
  --corpus DIR   folder of pages; may be given several times (default: NEWSQUOTE_CORPUS; else the
                 folders the index was made from; for a new index, corpus)
  --index DIR    where the index is (default: NEWSQUOTE_INDEX, else embeddings/index)
  --force        read every page again and write the index anew, also for another model
  --model NAME   change to this embedding model: a folder, or a hub id; the index there is serves until the new one is whole
  --quiet        print nothing but errors
  --json         print what was done as one JSON object
  --help         print this

Articles of pages that are in no corpus folder any more leave the index.

Exit status: 0 done; 1 an error, or some pages were set aside (the others are indexed); 2 wrong arguments.
`;

const options = {
  corpus: { type: 'string', multiple: true },
  index: { type: 'string' },
  force: { type: 'boolean' },
  model: { type: 'string' },
  quiet: { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

const command: Command<typeof options> = {
  name: 'npm run index',
  help,
  options,
  async run({ values, positionals }, { out, err }) {
    if (positionals[0] !== undefined) {
      throw new ArgumentError(`Unexpected argument '${positionals[0]}': name a folder with --corpus`);
    }
    const startedMs = performance.now();
    const settings = loadConfig();
    const from = callerFolder();
    const config =
      values.model === undefined ? settings : { ...settings, embeddingModel: readModel(values.model, from) };
    const given = values.corpus?.map((folder) => readPath('corpus', folder, from));
    const indexFolder =
      values.index === undefined ? config.indexFolder : readPath('index', values.index, from);
    const embedder = await loadEmbedder(config);
    const isQuiet = values.quiet === true;
    const progress = showProgress(isQuiet ? { write: () => true } : err, () => performance.now());
    try {
      const report = await indexCorpus({
        folders: given ?? [config.corpusFolder],
        // A corpus that was set is meant for the index that was set, not for another one named here.
        areFoldersDefault: given === undefined && !(config.isCorpusSet && values.index === undefined),
        indexFolder,
        cacheFile: config.embeddingCache,
        embedder,
        isForced: values.force === true || values.model !== undefined,
        onProgress: progress.update,
        holder: describeProcess(),
      });
      progress.finish();
      const next = `npm run ask -- ${values.index === undefined ? '' : `--index ${values.index} `}"your question"`;
      if (values.json === true) out.write(`${JSON.stringify(report)}\n`);
      else if (!isQuiet) out.write(renderReport(report, performance.now() - startedMs, next));
      if (!isQuiet && config.embeddingModel !== settings.embeddingModel)
        err.write(describeModelChange(config.embeddingModel, settings.embeddingModel));
      return report.setAside.length === 0 ? 0 : 1;
    } finally {
      progress.finish();
      await embedder.close();
    }
  },
};

/** A folder as seen from where the command was typed, else a hub id as it stands. */
function readModel(value: string, from: string): string {
  const folder = readPath('model', value, from);
  return existsSync(folder) ? folder : value;
}

function describeModelChange(model: string, before: string): string {
  return (
    `The index is made with another model now. Set EMBEDDING_MODEL=${model} in .env, then stop and start what runs;\n` +
    `until then it answers from the index as it was. To go back: npm run index -- --model ${before}\n`
  );
}

await runMain(command);
