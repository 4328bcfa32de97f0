import { createInterface } from 'node:readline';
import type { AnswerOptions } from '../src/answer/answer.ts';
import { callerFolder, loadConfig } from '../src/config.ts';
import { UserError } from '../src/errors.ts';
import type { Answerer } from '../src/answer/answerer.ts';
import { readCount, readDate, readPath } from '../src/terminal/arguments.ts';
import { hasColour } from '../src/terminal/colour.ts';
import { renderAnswer, toJson } from '../src/terminal/render-answer.ts';
import { ArgumentError, reportProblem, runMain } from '../src/terminal/run-command.ts';
import type { Command, CommandStreams } from '../src/terminal/run-command.ts';
import { openTerminalSession } from '../src/terminal/session.ts';

const help = `Answers a question with verbatim quotes from the indexed articles.

Usage: npm run ask -- [options] "question"
       npm run ask -- [options] --stdin < questions.txt

Builds an index of the sample pages in corpus/ first when there is none.

Options:
  --index DIR     index to ask (default: NEWSQUOTE_INDEX, else embeddings/index)
  --json          print one JSON object a question
  --stdin         read one question a line from standard input; load everything once
  --limit N       most quotes, 1 to 20 (default 3)
  --since DATE    only articles published on or after this day, YYYY-MM-DD
  --until DATE    only articles published on or before this day, YYYY-MM-DD
  --source NAME   only articles of this source
  --help          print this

Exit status: 0 answered, also when the articles hold no answer; 1 an error; 2 wrong arguments.
`;

const options = {
  index: { type: 'string' },
  json: { type: 'boolean' },
  stdin: { type: 'boolean' },
  limit: { type: 'string' },
  since: { type: 'string' },
  until: { type: 'string' },
  source: { type: 'string' },
} as const;

const command: Command<typeof options> = {
  name: 'npm run ask',
  help,
  options,
  async run({ values, positionals }, streams) {
    const answerOptions = readAnswerOptions(values);
    const isStdin = values.stdin === true;
    if (isStdin && positionals.length > 0)
      throw new ArgumentError('With --stdin no question is taken from the command line');
    if (!isStdin && positionals.length === 0) throw new ArgumentError('There is no question');
    if (!isStdin && positionals.join(' ').trim() === '') throw new UserError('question-empty');
    const config = loadConfig();
    const indexFolder =
      values.index === undefined ? config.indexFolder : readPath('index', values.index, callerFolder());
    const answerer = await openTerminalSession({ ...config, indexFolder }, streams);
    const ask = createAsk(answerer, answerOptions, values.json === true, streams);
    try {
      if (!isStdin) {
        await ask(positionals.join(' '));
        return 0;
      }
      return await askLines(ask, streams);
    } finally {
      await answerer.close();
    }
  },
};

interface AnswerValues {
  readonly limit?: string | undefined;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly source?: string | undefined;
}

function readAnswerOptions(values: AnswerValues): AnswerOptions {
  const since = readDate('since', values.since);
  const until = readDate('until', values.until);
  const limit = readCount('limit', values.limit, { minimum: 1, maximum: 20 });
  if (since !== undefined && until !== undefined && since > until) {
    throw new ArgumentError(`--since ${since} is after --until ${until}`);
  }
  return {
    filter: {
      ...(since !== undefined && { since }),
      ...(until !== undefined && { until }),
      ...(values.source !== undefined && { source: values.source }),
    },
    ...(limit !== undefined && { limit }),
  };
}

type Ask = (question: string) => Promise<void>;

function createAsk(
  answerer: Answerer,
  answerOptions: AnswerOptions,
  isJson: boolean,
  { out }: CommandStreams,
): Ask {
  const workingFolder = callerFolder();
  return async (question) => {
    const startedMs = performance.now();
    const answer = await answerer.answer(question, answerOptions);
    const tookMs = performance.now() - startedMs;
    out.write(
      isJson
        ? `${JSON.stringify(toJson(answer, tookMs, workingFolder))}\n`
        : renderAnswer(answer, { hasColour: hasColour(process.stdout), workingFolder }),
    );
  };
}

/** Asks every line; a line that can not be asked is named, and the others are answered all the same. */
async function askLines(ask: Ask, { err }: CommandStreams): Promise<number> {
  let exitCode = 0;
  let lineNumber = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    lineNumber += 1;
    if (line.trim() === '') continue;
    try {
      await ask(line);
    } catch (error) {
      err.write(`Line ${String(lineNumber)}: `);
      reportProblem(error, err);
      exitCode = 1;
    }
  }
  return exitCode;
}

await runMain(command);
