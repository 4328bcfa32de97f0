import { loadConfig } from '../src/config.ts';
import { forgetMember } from '../src/pipeline/forget-member.ts';
import { ArgumentError, runMain } from '../src/terminal/run-command.ts';
import type { Command } from '../src/terminal/run-command.ts';

const help = `Deletes what is kept about a person; docs/privacy.md lists what that can be. The bot may go on running.

Usage: npm run forget -- --user ID [options]

Options:
  --user ID   the person's id in Discord, 17 to 20 digits; or a name, as npm run desk -- audit shows it
  --dry-run   only show how much is kept
  --json      print it as one JSON object: feedback, answers, acts
  --help      print this

Feedback is deleted. Answers stay, so that a withdrawn article can be taken out of them, and so do decisions of moderators; both
no longer say whose they are. Older backups still hold it all: delete those, too.

Exit status: 0 done, also when nothing is kept; 1 an error; 2 wrong arguments.
`;

const options = {
  user: { type: 'string' },
  'dry-run': { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

const command: Command<typeof options> = {
  name: 'npm run forget',
  help,
  options,
  async run({ values, positionals }, { out }) {
    if (positionals[0] !== undefined) throw new ArgumentError(`Unexpected argument '${positionals[0]}'`);
    const { user = '', 'dry-run': isDryRun = false } = values;
    if (user.trim() === '') throw new ArgumentError('Say whom to forget: --user ID');
    const forgotten = await forgetMember(loadConfig(), user, { isDryRun });
    if (values.json === true) {
      out.write(`${JSON.stringify(forgotten)}\n`);
      return 0;
    }
    const { feedback, answers, acts } = forgotten;
    const what = `${String(feedback)} feedback deleted, ${String(answers)} answers and ${String(acts)} decisions and acts without a name`;
    if (feedback + answers + acts === 0) out.write('Nothing is kept about that person. Is the id right?\n');
    else if (isDryRun) out.write(`Would be forgotten: ${what}. Nothing was changed.\n`);
    else
      out.write(
        `Forgotten: ${what}.\nOlder backups still hold it: delete them, or make a new one now: npm run backup\n`,
      );
    return 0;
  },
};

await runMain(command);
