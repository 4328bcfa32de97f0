import { Events, GatewayIntentBits, type Client } from 'discord.js';
import { describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { createClient, logIn, openForTest } from './with-client.ts';

/** The next event of that name. */
function next(
  client: Client,
  event: Events.ShardDisconnect | Events.ShardError | Events.ShardReady | Events.ShardResume,
) {
  return new Promise<unknown[]>((resolve) => {
    client.once(event, (...values: unknown[]) => resolve(values));
  });
}

function echo(client: Client): void {
  client.on(Events.InteractionCreate, (interaction) => {
    if (interaction.isChatInputCommand()) void interaction.reply({ content: interaction.id });
  });
}

describe('openGateway', () => {
  it('repeats what the bot missed when it resumes after its socket was dropped', async () => {
    const standIn = await openForTest();
    echo(await logIn(standIn));
    standIn.dropSockets();
    const command = standIn.build.command('ask');
    const reply = await standIn.interact(command);
    expect(reply.message?.content).toBe(command.id);
    expect([standIn.identifies, standIn.resumes]).toEqual([1, 1]);
  });

  it('makes the bot resume by op 7', async () => {
    const standIn = await openForTest();
    const client = await logIn(standIn);
    echo(client);
    const resumed = next(client, Events.ShardResume);
    standIn.sendReconnect();
    await resumed;
    await standIn.interact(standIn.build.command('ask'));
    expect([standIn.identifies, standIn.resumes]).toEqual([1, 1]);
  });

  it('makes the bot resume by an op 9 that allows it', async () => {
    const standIn = await openForTest();
    const client = await logIn(standIn);
    const resumed = next(client, Events.ShardResume);
    standIn.sendInvalidSession(true);
    await resumed;
    expect([standIn.identifies, standIn.resumes]).toEqual([1, 1]);
  });

  it('makes the bot log in anew by an op 9 that forbids resuming', async () => {
    const standIn = await openForTest();
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      const client = await logIn(standIn);
      // discord.js waits for 5 s between two logins.
      vi.setSystemTime(Date.now() + 6_000);
      const ready = next(client, Events.ShardReady);
      standIn.sendInvalidSession(false);
      await ready;
    } finally {
      vi.useRealTimers();
    }
    expect([standIn.identifies, standIn.resumes]).toEqual([2, 0]);
  });

  it('makes the bot resume when its heartbeats are not answered', async () => {
    const standIn = await openForTest({ heartbeatIntervalMs: 100 });
    const client = await logIn(standIn);
    const resumed = next(client, Events.ShardResume);
    standIn.stopHeartbeatAcks();
    await resumed;
    expect([standIn.identifies, standIn.resumes]).toEqual([1, 1]);
  });

  it.each([
    [4004, 'Authentication failed'],
    [4014, 'Used disallowed intents'],
  ] as const)('refuses a login with %i, and the bot does not try again', async (code, message) => {
    const standIn = await openForTest();
    standIn.refuseLogin(code);
    const client = createClient(standIn);
    const [error, disconnect] = [next(client, Events.ShardError), next(client, Events.ShardDisconnect)];
    void client.login(standIn.token).catch(() => undefined);
    expect(await disconnect).toMatchObject([{ code }, 0]);
    expect(await error).toMatchObject([{ message }, 0]);
    expect(standIn.identifies).toBe(1);
  });

  it('knows no other token', async () => {
    const standIn = await openForTest();
    await expect(createClient(standIn).login('another')).rejects.toMatchObject({ code: 'TokenInvalid' });
    expect(standIn.requests).toMatchObject([{ path: '/gateway/bot', status: 401 }]);
  });

  it('reports privileged intents', async () => {
    const standIn = await openForTest();
    const intents = [
      GatewayIntentBits.Guilds,
      GatewayIntentBits.GuildMembers,
      GatewayIntentBits.MessageContent,
    ];
    await logIn(standIn, { intents });
    expect(standIn.violations).toEqual([
      'privileged-intent: identified with GuildMembers',
      'privileged-intent: identified with MessageContent',
    ]);
  });

  it('shows the presence that was set last', async () => {
    const standIn = await openForTest();
    const client = await logIn(standIn);
    client.user.setPresence({ status: 'dnd' });
    await vi.waitFor(() => expect(standIn.presence).toMatchObject({ status: 'dnd' }));
  });

  it('reports another version or encoding, and ends what sends no JSON', async () => {
    const standIn = await openForTest();
    const socket = new WebSocket(
      `${standIn.restApi.replace('http', 'ws').replace(/\/api$/, '')}/?v=9&encoding=etf`,
    );
    const closed = new Promise((resolve) => {
      socket.once('close', resolve);
    });
    socket.once('open', () => socket.send('{'));
    expect(await closed).toBe(4002);
    expect(standIn.violations).toEqual([expect.stringContaining('not with v=10&encoding=json')]);
  });

  it('says so if an interaction is sent before anybody has logged in', async () => {
    const standIn = await openForTest();
    expect(() => standIn.send(standIn.build.command('ask'))).toThrow('No bot has logged in');
  });
});
