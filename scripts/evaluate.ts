import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { callerFolder, loadConfig } from '../src/config.ts';
import { loadEmbedder } from '../src/pipeline/load-embedder.ts';
import { readPath } from '../src/terminal/arguments.ts';
import { showProgress } from '../src/terminal/progress-bar.ts';
import { ArgumentError, runMain } from '../src/terminal/run-command.ts';
import type { Command, CommandStreams } from '../src/terminal/run-command.ts';
import { describeProcess } from '../src/terminal/session.ts';
import { renderPageFigures } from '../test/support/page-evaluation-report.ts';
import { measurePages, pageSets } from '../test/support/page-figures.ts';
import { fitPageWeights } from '../test/support/page-training.ts';
import { measurePageSpeed } from '../test/support/page-speed.ts';
import { replaceSection } from '../test/support/report-sections.ts';
import { readQuestionSet, SetDataError } from '../test/support/set-data.ts';
import type { QuestionSet } from '../test/support/set-data.ts';
import { measureSet } from '../test/support/set-evaluation.ts';
import { nameSection, renderSetFigures } from '../test/support/set-report.ts';
import { halves } from '../test/support/set-rows.ts';
import type { RowOptions } from '../test/support/set-rows.ts';
import { readSourceArticles } from '../test/support/source-articles.ts';

const help = `Measures how questions are answered, on sets of questions with known answers; or the repair of messy pages.

Usage: npm run evaluate -- --set DIR [--set DIR ...] [options]
       npm run evaluate -- --pages [options]
       npm run evaluate -- --fit-pages

A set is a folder of passages.jsonl and questions.jsonl; CONTRIBUTING.md has their keys. Its passages are indexed below
embeddings/evaluation/, where a second run finds their embeddings again.

Options:
  --set DIR       measure retrieval, quotes and abstention on this set, beside baselines
  --langs LIST    with --set: only these languages, such as zh,en (default: all of the set)
  --cross         with --set: also the questions of each language over the passages of each other
  --half HALF     with --set: tuning, kept or all of the questions (default all)
  --pages         measure pages printed from the sample articles, those for tuning and those kept apart, beside a baseline
  --megabytes N   with --pages: also time pages of 0.1, 1, … up to N megabytes, 0 to 100 (default 1)
  --report FILE   write the figures there as markdown, in place of the same section (docs/evaluation.md)
  --json          print one JSON object, with --set one a set
  --fit-pages     fit the weights of src/corpus/blocks/label-weights.ts and link-weights.ts anew and print them; takes minutes
  --help          print this

Exit status: 0 done; 1 an error; 2 wrong arguments.
`;

const options = {
  set: { type: 'string', multiple: true },
  langs: { type: 'string' },
  cross: { type: 'boolean' },
  half: { type: 'string' },
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
  async run({ values, positionals }, streams) {
    if (positionals[0] !== undefined) throw new ArgumentError(`Unexpected argument '${positionals[0]}'`);
    const { set: sets = [], pages = false, 'fit-pages': fitPages = false } = values;
    const asked = [sets.length > 0, pages, fitPages].filter((isAsked) => isAsked).length;
    if (asked !== 1) throw new ArgumentError('Say one thing to measure: --set DIR, --pages or --fit-pages');
    const report =
      values.report === undefined ? undefined : readPath('report', values.report, callerFolder());
    const print = createPrint(report, values.json === true, streams);
    if (sets.length > 0) {
      const folders = sets.map((folder) => readPath('set', folder, callerFolder()));
      return evaluateSets(folders, readRowOptions(values), print, streams);
    }
    const articles = readSourceArticles(loadConfig({}).corpusFolder);
    if (fitPages) {
      streams.out.write(`${JSON.stringify(fitPageWeights(articles, pageSets.fitting), null, 2)}\n`);
      return 0;
    }
    const figures = {
      tuning: measurePages(articles, pageSets.tuning),
      kept: measurePages(articles, pageSets.kept),
      speed: measurePageSpeed(articles, readMegabytes(values.megabytes), () => performance.now()),
    };
    print('pages', figures, renderPageFigures(figures, today()));
    return 0;
  },
};

type Print = (section: string, figures: unknown, markdown: string) => void;

/** Shows what was measured, and puts it into the report where there is one. */
function createPrint(report: string | undefined, isJson: boolean, { out }: CommandStreams): Print {
  return (section, figures, markdown) => {
    out.write(isJson ? `${JSON.stringify(figures)}\n` : `${markdown}\n`);
    if (report === undefined) return;
    const before = existsSync(report) ? readFileSync(report, 'utf8') : '';
    writeFileSync(report, replaceSection(before, section, markdown));
  };
}

async function evaluateSets(
  folders: readonly string[],
  rowOptions: RowOptions,
  print: Print,
  streams: CommandStreams,
): Promise<number> {
  try {
    // All are read before any is measured, which takes minutes.
    const sets = folders.map(readQuestionSet);
    for (const set of sets) checkLanguages(set, rowOptions.langs ?? []);
    await measureSets(sets, rowOptions, print, streams);
    return 0;
  } catch (error) {
    if (!(error instanceof SetDataError)) throw error;
    streams.err.write(`${error.message}\n`);
    return 1;
  }
}

async function measureSets(
  sets: readonly QuestionSet[],
  rowOptions: RowOptions,
  print: Print,
  { err }: CommandStreams,
): Promise<void> {
  const config = loadConfig();
  const progress = showProgress(err, () => performance.now());
  const embedder = await loadEmbedder(config);
  try {
    for (const set of sets) {
      const figures = await measureSet(set, {
        ...rowOptions,
        folder: path.join(path.dirname(config.embeddingCache), 'evaluation'),
        embedder,
        holder: describeProcess(),
        now: () => performance.now(),
        onProgress: progress.update,
        onStep: ({ from, to }) => {
          progress.finish();
          err.write(
            from === undefined
              ? `${set.name}: passages in ${to}\n`
              : `${set.name}: questions in ${from}, passages in ${to}\n`,
          );
        },
      });
      progress.finish();
      print(nameSection(figures), figures, renderSetFigures(figures, today()));
    }
  } finally {
    progress.finish();
    await embedder.close();
  }
}

interface RowValues {
  readonly langs?: string | undefined;
  readonly cross?: boolean | undefined;
  readonly half?: string | undefined;
}

function readRowOptions({ langs, cross = false, half = 'all' }: RowValues): RowOptions {
  const known = halves.find((name) => name === half);
  if (known === undefined) throw new ArgumentError(`--half ${half} is not one of ${halves.join(', ')}`);
  const chosen = langs?.split(',').map((lang) => lang.trim());
  if (chosen?.includes('') === true) throw new ArgumentError('--langs is a list such as zh,en');
  return { cross, half: known, ...(chosen && { langs: [...new Set(chosen)] }) };
}

function checkLanguages({ name, questions, passages }: QuestionSet, langs: readonly string[]): void {
  for (const [kind, items] of Object.entries({ questions, passages })) {
    const known = new Set(items.map(({ lang }) => lang));
    const unknown = langs.find((lang) => !known.has(lang));
    if (unknown === undefined) continue;
    throw new ArgumentError(
      `--langs: ${name} has no ${kind} in ${unknown}, only in ${[...known].sort().join(', ')}`,
    );
  }
}

function readMegabytes(value = '1'): number {
  const megabytes = Number(value);
  if (megabytes >= 0 && megabytes <= 100) return megabytes;
  throw new ArgumentError(`--megabytes ${value} is not a number from 0 to 100`);
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}

await runMain(command);
