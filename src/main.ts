import { createInterface } from 'node:readline/promises';
import { callerFolder, loadConfig } from './config.ts';
import { UserError } from './errors.ts';
import { hasColour } from './terminal/colour.ts';
import { renderAnswer } from './terminal/render-answer.ts';
import { reportProblem, runMain } from './terminal/run-command.ts';
import type { Command } from './terminal/run-command.ts';
import { openTerminalSession } from './terminal/session.ts';

const help = `Answers questions typed in the terminal, until end of input (Ctrl+D).

Usage: npm start

The Discord bot is not part of this version yet: with DISCORD_TOKEN set this says so and stops.
`;

const command: Command<Record<string, never>> = {
  name: 'npm start',
  help,
  options: {},
  async run(_, streams) {
    const config = loadConfig();
    if (config.discordToken !== '') throw new UserError('discord-not-ready');
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
  },
};

await runMain(command);
