import path from 'node:path';
import { callerFolder, loadConfig } from '../src/config.ts';
import { loadEmbedder } from '../src/pipeline/load-embedder.ts';
import { readPath } from '../src/terminal/arguments.ts';
import { showProgress } from '../src/terminal/progress-bar.ts';
import { ArgumentError, runMain } from '../src/terminal/run-command.ts';
import type { Command, CommandStreams } from '../src/terminal/run-command.ts';
import { describeProcess } from '../src/terminal/session.ts';
import { renderSetSection } from '../test/support/evaluation-page/set-section.ts';
import { canHoldSections, isPage, writeSection } from '../test/support/evaluation-reports.ts';
import type { ReportSection } from '../test/support/evaluation-reports.ts';
import { renderPageFigures } from '../test/support/page-evaluation-report.ts';
import { measurePages, pageSets } from '../test/support/page-figures.ts';
import { fitPageWeights } from '../test/support/page-training.ts';
import { measurePageSpeed } from '../test/support/page-speed.ts';
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
  --report FILE   write the figures there, in place of the same section; may be given twice. FILE.md: tables
                  (docs/evaluation.md). FILE.html, with --set: diagrams and the worst questions too (docs/evaluation.html)
  --without-texts with FILE.html: name questions and passages by their ids, without their words
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
  report: { type: 'string', multiple: true },
  'without-texts': { type: 'boolean' },
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
    const print = createPrint(readReports(values), values.json === true, streams);
    if (sets.length > 0) {
      const folders = sets.map((folder) => readPath('set', folder, callerFolder()));
      const setOptions = { rowOptions: readRowOptions(values), hasTexts: values['without-texts'] !== true };
      return evaluateSets(folders, setOptions, print, streams);
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
    print(figures, { name: 'pages', markdown: renderPageFigures(figures, today()), draw: null });
    return 0;
  },
};

type Print = (figures: unknown, section: ReportSection) => void;

/** Shows what was measured, and puts it into the reports. */
function createPrint(reports: readonly string[], isJson: boolean, { out }: CommandStreams): Print {
  return (figures, section) => {
    out.write(isJson ? `${JSON.stringify(figures)}\n` : `${section.markdown}\n`);
    for (const file of reports) writeSection(file, section);
  };
}

/** What of the sets is measured, and how a page shows it. */
interface SetOptions {
  readonly rowOptions: RowOptions;
  readonly hasTexts: boolean;
}

async function evaluateSets(
  folders: readonly string[],
  setOptions: SetOptions,
  print: Print,
  streams: CommandStreams,
): Promise<number> {
  try {
    // All are read before any is measured, which takes minutes.
    const sets = folders.map(readQuestionSet);
    for (const set of sets) checkLanguages(set, setOptions.rowOptions.langs ?? []);
    await measureSets(sets, setOptions, print, streams);
    return 0;
  } catch (error) {
    if (!(error instanceof SetDataError)) throw error;
    streams.err.write(`${error.message}\n`);
    return 1;
  }
}

async function measureSets(
  sets: readonly QuestionSet[],
  { rowOptions, hasTexts }: SetOptions,
  print: Print,
  { err }: CommandStreams,
): Promise<void> {
  const config = loadConfig();
  const progress = showProgress(err, () => performance.now());
  const embedder = await loadEmbedder(config);
  try {
    for (const set of sets) {
      const measurement = await measureSet(set, {
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
      const { figures } = measurement;
      const madeOn = today();
      print(figures, {
        name: nameSection(figures),
        markdown: renderSetFigures(figures, madeOn),
        draw: () => renderSetSection(measurement, { madeOn, rows: rowOptions, hasTexts }),
      });
    }
  } finally {
    progress.finish();
    await embedder.close();
  }
}

interface ReportValues {
  readonly report?: readonly string[] | undefined;
  readonly 'without-texts'?: boolean | undefined;
  readonly set?: readonly string[] | undefined;
}

/** The files to write to. What is wrong with one is said before anything is measured, which takes minutes. */
function readReports({
  report = [],
  set = [],
  'without-texts': withoutTexts = false,
}: ReportValues): string[] {
  const files = report.map((file) => readPath('report', file, callerFolder()));
  const pages = files.filter(isPage);
  if (pages.length > 0 && set.length === 0)
    throw new ArgumentError('--report FILE.html shows sets of questions: name one with --set');
  if (withoutTexts && pages.length === 0)
    throw new ArgumentError('--without-texts is for --report FILE.html: tables hold no words of a set');
  const wrong = files.find((file) => !canHoldSections(file));
  if (wrong !== undefined)
    throw new ArgumentError(
      `--report ${wrong} can not be written: its folder is missing, or it is a page that npm run evaluate did not make`,
    );
  return files;
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
