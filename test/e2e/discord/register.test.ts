import { beforeAll, afterAll, expect, it } from 'vitest';
import { commands } from '../../../src/discord/commands/commands.ts';
import { botFolder, runBeside } from '../../support/bot-process.ts';
import { plantedToken } from '../../support/discord/bot-suite.ts';
import { openDiscordStandIn, type DiscordStandIn } from '../../support/discord/stand-in.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const commandNames = commands.map(({ data }) => data.name);
let standIn: DiscordStandIn;
let guildId = '';
const folder = botFolder(temporaryFolder());

beforeAll(async () => {
  standIn = await openDiscordStandIn({ token: plantedToken });
  guildId = [...standIn.world.guilds.keys()][0] ?? '';
});
afterAll(() => standIn.close());

const writes = (): number => standIn.requests.filter(({ method }) => method !== 'GET').length;

/** `npm run register`, with nothing in its output that is secret. */
async function register(words: readonly string[] = [], settings: Readonly<Record<string, string>> = {}) {
  const environment = {
    ...folder.environment,
    DISCORD_APPLICATION_ID: standIn.world.applicationId,
    ...settings,
  };
  const done = await runBeside({ standIn, folder: { environment } }, 'scripts/register-commands.ts', words);
  expect(done.out + done.err).not.toContain(plantedToken);
  return done;
}

it('shows on a dry run what would be registered, and registers nothing', async () => {
  const { exitCode, out } = await register(['--dry-run']);
  expect(exitCode).toBe(0);
  expect(out.split('\n').filter((line) => line.startsWith('+ '))).toEqual(
    commandNames.map((name) => expect.stringContaining(`+ ${name}`) as string),
  );
  expect(out).toContain('Nothing was changed');
  expect(writes()).toBe(0);
});

it('registers everywhere, tells what is new, and finds nothing to do the second time', async () => {
  const first = await register();
  expect(first).toMatchObject({ exitCode: 0, err: '' });
  expect(first.out).toContain(`${commandNames.length} commands are registered everywhere.`);
  expect(standIn.commands.global.map(({ name }) => name).sort()).toEqual([...commandNames].sort());
  const before = writes();
  const second = await register();
  expect(second.out).toContain('registered everywhere as they are');
  expect(writes()).toBe(before);
});

it('shows what changed since, and puts it right', async () => {
  const [ask] = standIn.commands.global.filter(({ name }) => name === 'ask');
  if (ask === undefined) throw new Error('no /ask');
  const old = { ...ask, id: standIn.world.clock.newId(), name: 'old' };
  standIn.world.globalCommands.set(ask.id, { ...ask, description: 'Something else' });
  standIn.world.globalCommands.set(old.id, old);
  const { out } = await register();
  expect(out.match(/^[~+-] .+$/gmu)?.map((line) => line.slice(0, 5))).toEqual(['~ ask', '- old']);
  expect(standIn.commands.global.map(({ name }) => name)).not.toContain('old');
});

it('comes to the same when it fails half way and is run again', async () => {
  standIn.world.globalCommands.clear();
  standIn.failNext('PUT /applications', { status: 500, times: 4, isApplied: true });
  const failed = await register();
  expect(failed).toMatchObject({ exitCode: 1, out: '' });
  expect(failed.err).toContain('Discord can not be reached (500)');
  // Discord took them, and only its answer was lost.
  const again = await register();
  expect(again).toMatchObject({ exitCode: 0, err: '' });
  expect(again.out).toContain('as they are');
  expect(standIn.commands.global).toHaveLength(commandNames.length);
});

it('registers in one server only, by an option or a setting, and everywhere with --global all the same', async () => {
  const inGuild = await register(['--guild', guildId]);
  expect(inGuild.out).toContain(`registered in the server ${guildId}`);
  expect(standIn.commands.inGuild(guildId)).toHaveLength(commandNames.length);
  const bySetting = await register([], { DISCORD_GUILD_ID: guildId });
  expect(bySetting.out).toContain(`registered in the server ${guildId} as they are`);
  expect((await register(['--global'], { DISCORD_GUILD_ID: guildId })).out).toContain(
    'everywhere as they are',
  );
});

it('takes the commands of one server away again, and leaves the others', async () => {
  const shown = await register(['--guild', guildId, '--remove', '--dry-run']);
  expect(shown.out.match(/^- /gmu)).toHaveLength(commandNames.length);
  expect(standIn.commands.inGuild(guildId)).toHaveLength(commandNames.length);
  const removed = await register(['--guild', guildId, '--remove']);
  expect(removed.out).toContain(`No commands are registered in the server ${guildId} any more.`);
  expect(standIn.commands.inGuild(guildId)).toEqual([]);
  expect(standIn.commands.global).toHaveLength(commandNames.length);
  const again = await register(['--guild', guildId, '--remove']);
  expect(again.out).toBe(`No commands are registered in the server ${guildId}.\n`);
});

it('says what is missing or wrong, and never the token', async () => {
  const missing = await register([], { DISCORD_APPLICATION_ID: '' });
  expect(missing).toMatchObject({ exitCode: 1 });
  expect(missing.err).toContain('DISCORD_APPLICATION_ID or DISCORD_TOKEN is not set');
  const refused = await register([], { DISCORD_TOKEN: `${plantedToken.slice(0, -1)}_` });
  expect(refused).toMatchObject({ exitCode: 1 });
  expect(refused.err).toContain('Discord does not accept DISCORD_TOKEN');
  expect(refused.err).not.toContain(plantedToken.slice(0, -1));
});

it('sends nothing that Discord would refuse', () => {
  expect(standIn.schemaChecks).toMatch(/^on$|^skipped: /);
  expect(standIn.violations).toEqual([]);
});
