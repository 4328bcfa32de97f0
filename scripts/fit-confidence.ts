import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { callerFolder, loadConfig } from '../src/config.ts';
import { loadEmbedder } from '../src/pipeline/load-embedder.ts';
import { readPath } from '../src/terminal/arguments.ts';
import { showProgress } from '../src/terminal/progress-bar.ts';
import { ArgumentError, runMain } from '../src/terminal/run-command.ts';
import type { Command } from '../src/terminal/run-command.ts';
import { describeProcess } from '../src/terminal/session.ts';
import { fitConfidence, listGoldenExamples, listSetExamples } from '../test/support/confidence-training.ts';
import type { ExampleGroup } from '../test/support/confidence-training.ts';
import { readQuestionSet } from '../test/support/set-data.ts';

const help = `Fits what tells whether a question is answered, and writes src/answer/confidence-model.json.

Usage: npm run fit-confidence -- --set DIR [--set DIR ...] [options]

Uses the tuning half of each set (folders as npm run evaluate reads them) and the golden questions of the sample corpus.
A question whose passages are known is taken once with and once without them.

Options:
  --set DIR         a set of passages and questions
  --langs LIST      only these languages, such as zh,en
  --most N          at most N questions a set and language (default 250)
  --examples FILE   also write the evidence of every example there, as JSON
  --help            print this

Exit status: 0 done; 1 an error; 2 wrong arguments.
`;

const options = {
  set: { type: 'string', multiple: true },
  langs: { type: 'string' },
  most: { type: 'string' },
  examples: { type: 'string' },
} as const;

const command: Command<typeof options> = {
  name: 'npm run fit-confidence',
  help,
  options,
  async run({ values, positionals }, { out, err }) {
    if (positionals[0] !== undefined) throw new ArgumentError(`Unexpected argument '${positionals[0]}'`);
    const folders = (values.set ?? []).map((given) => readPath('set', given, callerFolder()));
    if (folders.length === 0) throw new ArgumentError('Name a set: --set DIR');
    const most = Number(values.most ?? 250);
    if (!Number.isInteger(most) || most < 1)
      throw new ArgumentError(`--most ${values.most ?? ''} is not a number above 0`);
    const config = loadConfig();
    const progress = showProgress(err, () => performance.now());
    const embedder = await loadEmbedder(config);
    const groups: ExampleGroup[] = [];
    try {
      const context = {
        folder: path.join(path.dirname(config.embeddingCache), 'evaluation'),
        embedder,
        holder: describeProcess(),
        onProgress: progress.update,
        most,
      };
      groups.push(await listGoldenExamples(config.corpusFolder, context));
      for (const folder of folders)
        groups.push(
          ...(await listSetExamples(readQuestionSet(folder), {
            ...context,
            langs: values.langs?.split(','),
          })),
        );
    } finally {
      progress.finish();
      await embedder.close();
    }
    if (values.examples !== undefined)
      writeFileSync(readPath('examples', values.examples, callerFolder()), JSON.stringify(groups));
    const model = fitConfidence(groups, new Date().toISOString().slice(0, 10));
    writeFileSync(
      new URL('../src/answer/confidence-model.json', import.meta.url),
      `${JSON.stringify(model, null, 2)}\n`,
    );
    out.write(`${JSON.stringify(model, null, 2)}\n`);
    return 0;
  },
};

await runMain(command);
