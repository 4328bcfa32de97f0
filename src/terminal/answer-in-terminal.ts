import { createInterface } from 'node:readline/promises';
import { callerFolder } from '../config.ts';
import type { Config } from '../config.ts';
import { hasColour } from './colour.ts';
import { renderAnswer } from './render-answer.ts';
import { reportProblem } from './run-command.ts';
import type { CommandStreams } from './run-command.ts';
import { openTerminalSession } from './session.ts';

/** Answers questions typed on standard input, until its end; returns the exit code. */
export async function answerInTerminal(config: Config, streams: CommandStreams): Promise<number> {
  const answerer = await openTerminalSession(config, streams);
  const terminal = createInterface({ input: process.stdin, output: process.stderr, prompt: 'Question: ' });
  const { articles, pages } = answerer.counts;
  streams.err.write(
    `${String(articles)} articles from ${String(pages)} pages. Ask in any language; Ctrl+D ends.\n`,
  );
  try {
    terminal.prompt();
    for await (const line of terminal) {
      if (line.trim() !== '') await answerLine(line);
      terminal.prompt();
    }
    return 0;
  } finally {
    terminal.close();
    await answerer.close();
  }

  async function answerLine(line: string): Promise<void> {
    try {
      const answer = await answerer.answer(line);
      const options = { hasColour: hasColour(process.stdout), workingFolder: callerFolder() };
      streams.out.write(`${renderAnswer(answer, options)}\n`);
    } catch (error) {
      // One question that goes wrong must not end the session.
      reportProblem(error, streams.err);
    }
  }
}
