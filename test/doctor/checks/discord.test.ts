import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../../../src/discord/commands/commands.ts';
import { registerCommands } from '../../../src/discord/gateway/register.ts';
import { inviteAddress, neededPermissions } from '../../../src/discord/needed-permissions.ts';
import { checks } from '../../../src/doctor/checks.ts';
import type { CheckName } from '../../../src/doctor/check.ts';
import { examine } from '../../../src/doctor/examine.ts';
import { plantedToken } from '../../support/discord/bot-suite.ts';
import { openDiscordStandIn, type DiscordStandIn } from '../../support/discord/stand-in.ts';
import { makePatient } from '../support/patient.ts';

let standIn: DiscordStandIn;
let guildId = '';

beforeAll(async () => {
  const needed = neededPermissions.reduce((all, { bit }) => all | bit, 0n);
  standIn = await openDiscordStandIn({
    token: plantedToken,
    guilds: [{ name: '读者', roles: [{ name: 'helper', permissions: needed }] }],
  });
  guildId = [...standIn.world.guilds.keys()][0] ?? '';
});
afterAll(() => standIn.close());
afterEach(() => {
  standIn.world.globalCommands.clear();
  standIn.world.guildCommands.clear();
});

/** What the checks that ask Discord find; nothing of it holds the token. */
async function look(
  settings: Readonly<Record<string, string>> = {},
  now: () => Date = () => new Date(),
): Promise<Partial<Record<CheckName, readonly string[]>>> {
  const patient = makePatient(
    { DISCORD_TOKEN: plantedToken, DISCORD_API_URL: standIn.restApi, ...settings },
    { now },
  );
  const asking = checks.filter(({ name, isOnline = false }) => isOnline || name === 'clock');
  const examined = await examine(asking, patient);
  expect(JSON.stringify(examined)).not.toContain(plantedToken);
  const lines: Partial<Record<CheckName, string[]>> = {};
  for (const { check, status, found, next } of examined)
    (lines[check] ??= []).push(`${status}: ${found}${next === null ? '' : ` → ${next}`}`);
  return lines;
}

const register = (where: string | null): Promise<unknown> =>
  registerCommands({
    token: plantedToken,
    restApi: standIn.restApi,
    applicationId: standIn.world.applicationId,
    guildId: where,
    isDryRun: false,
  });

/** Gives the bot a role of the stand-in's guild, or only those it had. */
function setRoles(...names: readonly string[]): void {
  const guild = standIn.world.guilds.get(guildId);
  const [member] = guild?.members ?? [];
  const roles = guild?.roles.filter(({ name }) => ['newsquote', ...names].includes(name)) ?? [];
  if (member !== undefined) member.roles = roles.map(({ id }) => id);
}

describe('a bot that is set up', () => {
  it('is found to be so', async () => {
    await register(null);
    setRoles('helper');
    const found = await look({
      DISCORD_APPLICATION_ID: standIn.world.applicationId,
      DISCORD_GUILD_ID: guildId,
    });
    expect(found).toEqual({
      discord: [
        expect.stringMatching(/^ok: .+ answers in \d+ ms and takes the token; 1000 of 1000 logins left$/),
      ],
      application: [`ok: The application ${standIn.world.applicationId} is set up as it should be`],
      server: [expect.stringMatching(/^ok: The bot is in the server 读者 and has the permissions/)],
      commands: [`ok: ${commands.length} commands are registered everywhere as this version has them`],
      clock: [expect.stringMatching(/^ok: The clock agrees with Discord's to [01] s$/)],
    });
  });
});

describe('reaching Discord', () => {
  it.each([
    [{ status: 401 }, /^problem: .+ does not accept DISCORD_TOKEN \(401\)/],
    [{ status: 403 }, /^problem: .+ forbids this \(403\)/],
    [{ status: 429, retryAfter: 7.2 }, /^warning: .+ too much was asked \(429\) → Wait 8 seconds/],
    [{ status: 503 }, /^problem: .+ has a fault \(503\).+discordstatus/],
    [{ status: 404 }, /^problem: .+something that is not Discord's \(404\) → Correct DISCORD_API_URL/],
    [{ status: 200, body: { url: 'x' } }, /^problem: .+something that is not Discord's \(200\)/],
    [{ status: 200, body: [] }, /^problem: .+something that is not Discord's \(200\)/],
  ])('tells an answer of %j', async (fault, wanted) => {
    standIn.failNext('GET /gateway/bot', fault);
    const { discord, application, server } = await look({ DISCORD_GUILD_ID: guildId });
    expect(discord).toEqual([expect.stringMatching(wanted)]);
    if (fault.status !== 429)
      for (const each of [application, server])
        expect(each).toEqual(['skipped: it needs the check “discord”, which found a problem']);
  });

  it('tells that nobody answers, without the password of an address', async () => {
    const { discord } = await look({ DISCORD_API_URL: 'http://user:geheim@127.0.0.1:9/api' });
    expect(discord).toEqual([
      expect.stringMatching(/^problem: Discord at http:\/\/127\.0\.0\.1:9\/api can not be/),
    ]);
    expect(discord?.join()).not.toContain('geheim');
  });

  it.each([
    [0, 'problem: '],
    [50, 'warning: '],
  ])('counts the logins left: %d', async (remaining, status) => {
    const limit = { total: 1000, remaining, reset_after: 7_200_000, max_concurrency: 1 };
    standIn.failNext('GET /gateway/bot', { status: 200, body: { session_start_limit: limit } });
    const [found] = (await look()).discord ?? [];
    expect(found?.startsWith(status)).toBe(true);
    expect(found).toContain(`${remaining} of 1000 logins left`);
    expect(found).toContain('They come back in 2 hours');
  });

  it('asks nothing without a token', async () => {
    const before = standIn.requests.length;
    expect(await look({ DISCORD_TOKEN: '' })).toMatchObject({
      discord: ['skipped: DISCORD_TOKEN is not set'],
      server: ['skipped: it needs the check “discord”, which was skipped'],
    });
    expect(standIn.requests).toHaveLength(before);
  });
});

describe('the application', () => {
  const answerWith = (facts: object): void => {
    standIn.failNext('GET /applications/@me', {
      status: 200,
      body: { id: standIn.world.applicationId, ...facts },
    });
  };

  it('is told apart from the one that is set', async () => {
    expect((await look({ DISCORD_APPLICATION_ID: '999999999999999999' })).application).toEqual([
      expect.stringMatching(
        new RegExp(`^problem: .+→ Set DISCORD_APPLICATION_ID=${standIn.world.applicationId}, or`),
      ),
    ]);
  });

  it.each([
    [{ interactions_endpoint_url: 'https://elsewhere.example' }, /^problem: .+none to this bot → Empty/],
    [{ bot_require_code_grant: true }, /^warning: .+code grant → Turn off/],
    [{ flags: (1 << 15) | (1 << 18) }, /^warning: .+: Server Members, Message Content → Turn/],
  ])('is told what keeps the bot from its work, or is not needed: %j', async (facts, wanted) => {
    answerWith(facts);
    expect((await look()).application).toEqual([expect.stringMatching(wanted)]);
  });
});

describe('the server', () => {
  const inServer = async (id = guildId): Promise<readonly string[] | undefined> =>
    (await look({ DISCORD_GUILD_ID: id })).server;

  it('is skipped where none is set', async () => {
    expect((await look()).server).toEqual(['skipped: DISCORD_GUILD_ID is not set']);
  });

  it('is told to lack permissions, by name, with the address that gives them', async () => {
    setRoles();
    expect(await inServer()).toEqual([
      `problem: In the server 读者 the bot lacks: Send Messages in Threads → Give these to its role, or invite it again: ${inviteAddress(standIn.world.applicationId)}`,
    ]);
  });

  it('is told where the bot is in no such server', async () => {
    expect(await inServer('123456789012345678')).toEqual([
      expect.stringMatching(/^problem: The bot is not in the server 123456789012345678 → Invite it: https/),
    ]);
  });

  it('needs no permission one by one where the bot may do everything', async () => {
    setRoles();
    const guild = standIn.world.guilds.get(guildId);
    standIn.failNext(`GET /guilds/${guildId}`, {
      status: 200,
      body: { ...guild, roles: guild?.roles.map((role) => ({ ...role, permissions: '8' })) },
    });
    expect((await inServer())?.[0]).toMatch(/^ok: /);
  });
});

describe('the commands', () => {
  it('are told to be registered nowhere', async () => {
    expect((await look()).commands).toEqual([
      'problem: Discord knows no command of the bot → Register them: npm run register',
    ]);
  });

  it('are told to be missing, changed or left over', async () => {
    await register(null);
    const byName = new Map([...standIn.world.globalCommands.values()].map((each) => [each.name, each]));
    const [ask, latest] = [byName.get('ask'), byName.get('latest')];
    if (ask === undefined || latest === undefined) throw new Error('not registered');
    standIn.world.globalCommands.set(ask.id, { ...ask, description: 'other' });
    standIn.world.globalCommands.set(latest.id, { ...latest, name: 'older' });
    expect((await look()).commands).toEqual([
      'warning: Commands registered everywhere differ; missing: latest; of another version: ask; no longer there: older' +
        ' → Register them again: npm run register -- --global',
    ]);
  });

  it('are looked for in the server that is set, and told to be there twice', async () => {
    await register(guildId);
    const settings = { DISCORD_GUILD_ID: guildId };
    const where = `ok: ${commands.length} commands are registered in the server ${guildId} as this version has them`;
    expect((await look(settings)).commands).toEqual([where]);
    await register(null);
    const twice = (await look(settings)).commands;
    expect(twice).toContain(where);
    expect(twice?.at(-1)).toMatch(/^warning: .+each twice there → .+npm run register -- --remove$/);
  });
});

describe('the clock', () => {
  it.each([
    [120_000, /^warning: The clock is 1[12]\d s ahead of Discord's/],
    [-60_000, /^warning: The clock is (59|6\d) s behind Discord's/],
  ])('is compared with Discord’s: %d ms', async (apartMs, wanted) => {
    const { clock } = await look({}, () => new Date(Date.now() + apartMs));
    expect(clock).toEqual([expect.stringMatching(wanted)]);
  });
});

it('sends nothing that Discord would refuse', () => {
  expect(standIn.violations).toEqual([]);
  expect(
    standIn.requests.filter(({ method }) => method !== 'GET').every(({ method }) => method === 'PUT'),
  ).toBe(true);
});
