import { callerFolder, loadConfig } from '../src/config.ts';
import { readPath } from '../src/terminal/arguments.ts';
import { renderExplanation } from '../src/terminal/render-explanation.ts';
import { ArgumentError, runMain } from '../src/terminal/run-command.ts';
import type { Command } from '../src/terminal/run-command.ts';
import { openTerminalSession } from '../src/terminal/session.ts';

const help = `Shows why a question is answered as it is: its terms, the passages and sentences with their scores, the confidence.

Usage: npm run explain -- [options] "question"

Options:
  --index DIR   index to ask (default: NEWSQUOTE_INDEX, else embeddings/index)
  --help        print this

Exit status: 0 done; 1 an error; 2 wrong arguments.
`;

const options = { index: { type: 'string' } } as const;

const command: Command<typeof options> = {
  name: 'npm run explain',
  help,
  options,
  async run({ values, positionals }, streams) {
    const question = positionals.join(' ');
    if (question.trim() === '') throw new ArgumentError('There is no question');
    const config = loadConfig();
    const indexFolder =
      values.index === undefined ? config.indexFolder : readPath('index', values.index, callerFolder());
    const answerer = await openTerminalSession({ ...config, indexFolder }, streams);
    try {
      streams.out.write(renderExplanation(await answerer.explain(question)));
      return 0;
    } finally {
      await answerer.close();
    }
  },
};

await runMain(command);
