import { writeFileSync } from 'node:fs';
import { loadConfig } from '../src/config.ts';
import { ArgumentError, runMain } from '../src/terminal/run-command.ts';
import type { Command } from '../src/terminal/run-command.ts';
import { renderPageFigures } from '../test/support/page-evaluation-report.ts';
import { measurePages, pageSets } from '../test/support/page-figures.ts';
import { fitPageWeights } from '../test/support/page-training.ts';
import { measurePageSpeed } from '../test/support/page-speed.ts';
import { readSourceArticles } from '../test/support/source-articles.ts';

const help = `Measures the repair of messy pages on pages printed for that purpose from the sample articles.

Usage: npm run evaluate -- --pages [options]
       npm run evaluate -- --fit-pages

Options:
  --pages         measure the pages used for tuning and those kept apart, beside a baseline
  --megabytes N   with --pages: also time pages of 0.1, 1, … up to N megabytes, 0 to 100 (default 1)
  --report FILE   with --pages: write the figures there as markdown (docs/evaluation.md)
  --json          with --pages: print one JSON object
  --fit-pages     fit the weights of src/corpus/blocks/label-weights.ts and link-weights.ts anew and print them; takes minutes
  --help          print this

Exit status: 0 done; 1 an error; 2 wrong arguments.
`;

const options = {
  pages: { type: 'boolean' },
  megabytes: { type: 'string' },
  report: { type: 'string' },
  json: { type: 'boolean' },
  'fit-pages': { type: 'boolean' },
} as const;

const command: Command<typeof options> = {
  name: 'npm run evaluate',
  help,
  options,
  async run({ values, positionals }, { out }) {
    if (positionals[0] !== undefined) throw new ArgumentError(`Unexpected argument '${positionals[0]}'`);
    const articles = readSourceArticles(loadConfig({}).corpusFolder);
    if (values['fit-pages'] === true) {
      out.write(`${JSON.stringify(fitPageWeights(articles, pageSets.fitting), null, 2)}\n`);
      return 0;
    }
    if (values.pages !== true) throw new ArgumentError('Say what to measure: --pages');
    const figures = {
      tuning: measurePages(articles, pageSets.tuning),
      kept: measurePages(articles, pageSets.kept),
      speed: measurePageSpeed(articles, readMegabytes(values.megabytes), () => performance.now()),
    };
    const report = renderPageFigures(figures, new Date().toISOString().slice(0, 10));
    if (values.report !== undefined) writeFileSync(values.report, report);
    out.write(values.json === true ? `${JSON.stringify(figures)}\n` : report);
    return 0;
  },
};

function readMegabytes(value = '1'): number {
  const megabytes = Number(value);
  if (megabytes >= 0 && megabytes <= 100) return megabytes;
  throw new ArgumentError(`--megabytes ${value} is not a number from 0 to 100`);
}

await runMain(command);
