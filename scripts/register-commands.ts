import { loadConfig } from '../src/config.ts';
import type { CommandDifference } from '../src/discord/gateway/register.ts';
import { UserError } from '../src/errors.ts';
import { ArgumentError, runMain } from '../src/terminal/run-command.ts';
import type { Command } from '../src/terminal/run-command.ts';

const help = `Tells Discord which commands the bot has. Once, and again after every update; running it twice changes nothing.

Usage: npm run register -- [options]

Options:
  --guild ID   in this server only, at once, for trying out; without it DISCORD_GUILD_ID, if that is set
  --global     everywhere, also where DISCORD_GUILD_ID is set
  --remove     take all commands away there instead
  --dry-run    only show what would change
  --help       print this

Needs DISCORD_APPLICATION_ID and DISCORD_TOKEN.

Exit status: 0 done; 1 an error; 2 wrong arguments.
`;

const options = {
  guild: { type: 'string' },
  global: { type: 'boolean' },
  remove: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
} as const;

const command: Command<typeof options> = {
  name: 'npm run register',
  help,
  options,
  async run({ values, positionals }, { out }) {
    if (positionals.length > 0) throw new ArgumentError(`Unexpected argument '${String(positionals[0])}'`);
    if (values.global === true && values.guild !== undefined)
      throw new ArgumentError("Options '--guild' and '--global' exclude each other");
    if (values.guild !== undefined && !/^\d{17,20}$/.test(values.guild))
      throw new ArgumentError(`'${values.guild}' is not the id of a server: 17 to 20 digits`);
    const config = loadConfig();
    if (config.discordApplicationId === '' || config.discordToken === '')
      throw new UserError('discord-application-missing');
    const fromSettings = config.discordGuildId === '' ? null : config.discordGuildId;
    const guildId = values.global === true ? null : (values.guild ?? fromSettings);
    const isDryRun = values['dry-run'] === true;
    // Loaded for work to do, not for `--help` or a wrong argument: it takes a second.
    const { registerCommands } = await import('../src/discord/gateway/register.ts');
    const difference = await registerCommands({
      token: config.discordToken,
      restApi: config.discordApiUrl,
      applicationId: config.discordApplicationId,
      guildId,
      isRemoval: values.remove === true,
      isDryRun,
    });
    out.write(describe(difference, guildId, isDryRun));
    return 0;
  },
};

function describe(difference: CommandDifference, guildId: string | null, isDryRun: boolean): string {
  const { added, changed, removed, unchanged } = difference;
  const where = guildId === null ? 'everywhere' : `in the server ${guildId}`;
  const lines = [
    ...added.map((name) => `+ ${name}`),
    ...changed.map((name) => `~ ${name}`),
    ...removed.map((name) => `- ${name}`),
  ];
  if (lines.length === 0 && unchanged.length === 0) return `No commands are registered ${where}.\n`;
  if (lines.length === 0)
    return `All ${String(unchanged.length)} commands are registered ${where} as they are.\n`;
  const total = added.length + changed.length + unchanged.length;
  const after = isDryRun
    ? 'Nothing was changed. Run the same without --dry-run to register them.'
    : total === 0
      ? `No commands are registered ${where} any more.`
      : `${String(total)} commands are registered ${where}. Start the bot with npm start.`;
  return `${lines.join('\n')}\n${after}\n`;
}

await runMain(command);
