import { userInfo } from 'node:os';
import { loadConfig } from '../src/config.ts';
import { openDecider } from '../src/pipeline/decide.ts';
import type { Decider } from '../src/pipeline/decide.ts';
import { plainText } from '../src/terminal/plain-text.ts';
import { ArgumentError, runMain } from '../src/terminal/run-command.ts';
import type { Command, CommandStreams } from '../src/terminal/run-command.ts';

const help = `Decides about articles without Discord; a running bot takes it up within two seconds, and /audit shows it.

Usage: npm run desk -- COMMAND [OPTIONS]

  withdraw ARTICLE --reason TEXT   hides an article from every answer
  restore ARTICLE                  takes that back
  correct ARTICLE --note TEXT      shows a note under every quote of it; without --note, takes the present one back
  withdrawals                      what is withdrawn
  audit                            what was decided, by whom and why

Options:
  --reason TEXT  why an article is withdrawn
  --note TEXT    what is to be known about it
  --guild ID     only in this server; without it in all of them
  --limit N      as many lines of a list, 50 if not given
  --help         print this

An article is named by its id, which npm run ask -- --json and /article show.

Exit status: 0 done; 1 an error; 2 wrong arguments.
`;

const options = {
  reason: { type: 'string' },
  note: { type: 'string' },
  guild: { type: 'string' },
  limit: { type: 'string' },
} as const;

interface Given {
  readonly reason?: string | undefined;
  readonly note?: string | undefined;
  readonly limit: number;
}

const command: Command<typeof options> = {
  name: 'npm run desk',
  help,
  options,
  async run({ values, positionals }, streams) {
    const [act, articleId, ...rest] = positionals;
    if (act === undefined) throw new ArgumentError('No command was given');
    if (rest.length > 0) throw new ArgumentError(`Unexpected argument '${String(rest[0])}'`);
    const { guild, limit = '50' } = values;
    if (guild !== undefined && !/^\d{17,20}$/.test(guild))
      throw new ArgumentError(`'${guild}' is not the id of a server: 17 to 20 digits`);
    if (!/^[1-9]\d{0,3}$/.test(limit))
      throw new ArgumentError("Option '--limit' takes a number from 1 to 9999");
    const run = chooseAct(act, articleId, { ...values, limit: Number(limit) });
    const who = { guildId: guild ?? null, byUserId: userInfo().username, now: () => Date.now() };
    const decider = openDecider(loadConfig(), who);
    try {
      await run(decider, streams);
      return 0;
    } finally {
      await decider.close();
    }
  },
};

type Act = (decider: Decider, streams: CommandStreams) => Promise<void>;

/** What a command line asks for; arguments are checked before anything is opened. */
function chooseAct(act: string, articleId: string | undefined, given: Given): Act {
  if (act === 'withdrawals') return (decider, { out }) => listWithdrawals(decider, given.limit, out);
  if (act === 'audit') return (decider, { out }) => listActs(decider, given.limit, out);
  if (!['withdraw', 'restore', 'correct'].includes(act)) throw new ArgumentError(`Unknown command '${act}'`);
  if (articleId === undefined) throw new ArgumentError(`'${act}' needs the id of an article`);
  return decideAct(act, articleId, given);
}

function decideAct(act: string, articleId: string, { reason, note }: Given): Act {
  if (act === 'restore') {
    return async (decider, { out }) => {
      const { title, isChanged } = await decider.restore(articleId);
      out.write(`${isChanged ? 'Restored' : 'It is not withdrawn there'}: ${plainText(title)}\n`);
    };
  }
  if (act === 'correct') {
    return async (decider, { out }) => {
      const { title, isChanged } = await decider.correct(articleId, note ?? null);
      const what =
        note !== undefined ? 'Noted under' : isChanged ? 'Note taken back from' : 'There is no note on';
      out.write(`${what}: ${plainText(title)}\n`);
    };
  }
  if (reason === undefined || reason.trim() === '') throw new ArgumentError("'withdraw' needs --reason");
  return async (decider, { out }) => {
    const { title, isChanged } = await decider.withdraw(articleId, reason);
    out.write(
      `${isChanged ? 'Withdrawn' : 'Withdrawn before, the reason was replaced'}: ${plainText(title)}\n`,
    );
  };
}

async function listWithdrawals(decider: Decider, limit: number, out: NodeJS.WritableStream): Promise<void> {
  for (const { articleId, title, reason, guildId, at } of await decider.listWithdrawals(limit)) {
    const where = guildId === null ? 'everywhere' : `in ${guildId}`;
    out.write(
      `${new Date(at).toISOString()} ${articleId} ${where}: ${plainText(title)} (${plainText(reason)})\n`,
    );
  }
}

async function listActs(decider: Decider, limit: number, out: NodeJS.WritableStream): Promise<void> {
  for (const { at, userId, act, subject, detail, outcome } of await decider.listActs(limit)) {
    const facts = Object.entries(detail).map(([name, value]) => `${name}: ${String(value)}`);
    const line = [new Date(at).toISOString(), userId || 'forgotten', outcome, act, subject, facts.join(', ')];
    out.write(`${plainText(line.filter((part) => part !== '').join(' '))}\n`);
  }
}

await runMain(command);
