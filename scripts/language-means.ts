import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { callerFolder, loadConfig } from '../src/config.ts';
import { loadEmbedder } from '../src/pipeline/load-embedder.ts';
import { readPath } from '../src/terminal/arguments.ts';
import { ArgumentError, runMain } from '../src/terminal/run-command.ts';
import type { Command } from '../src/terminal/run-command.ts';
import { measureLanguageMeans } from '../test/support/language-means.ts';
import { readQuestionSet } from '../test/support/set-data.ts';

const help = `Measures what the embeddings of a language have in common, and writes language-means.json beside the model.

Usage: npm run language-means -- --set DIR [--set DIR ...]

Passages and questions are taken from the tuning half of each set (folders as npm run evaluate reads them; the first set
that has a language gives it). Texts are only averaged: none is kept.

Options:
  --set DIR   a set of passages and questions
  --help      print this

Exit status: 0 done; 1 an error; 2 wrong arguments.
`;

const options = { set: { type: 'string', multiple: true } } as const;

const command: Command<typeof options> = {
  name: 'npm run language-means',
  help,
  options,
  async run({ values, positionals }, { out, err }) {
    if (positionals[0] !== undefined) throw new ArgumentError(`Unexpected argument '${positionals[0]}'`);
    const folders = (values.set ?? []).map((given) => readPath('--set', given, callerFolder()));
    if (folders.length === 0) throw new ArgumentError('Name a set: --set DIR');
    const config = loadConfig();
    const embedder = await loadEmbedder(config);
    try {
      const means = await measureLanguageMeans(folders.map(readQuestionSet), embedder, (language) => {
        err.write(`${language}\n`);
      });
      const file = path.join(path.resolve(config.embeddingModel), 'language-means.json');
      writeFileSync(file, `${JSON.stringify(means)}\n`);
      out.write(`Wrote ${file}: ${Object.keys(means.passages).join(', ')}\n`);
      return 0;
    } finally {
      await embedder.close();
    }
  },
};

await runMain(command);
