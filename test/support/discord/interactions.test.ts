import { DiscordAPIError, Events, type ChatInputCommandInteraction, type Client } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { logIn, openForTest } from './with-client.ts';

/** Answers commands with the given function, and gives what it threw each time, by Discord's code. */
function onCommand(client: Client, answer: (interaction: ChatInputCommandInteraction) => Promise<unknown>) {
  const codes: (number | string)[] = [];
  client.on(Events.InteractionCreate, (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    answer(interaction).catch((error: unknown) => {
      if (!(error instanceof DiscordAPIError)) throw error;
      codes.push(error.code);
    });
  });
  return codes;
}

describe('callbackRoute', () => {
  it('refuses the second answer to an interaction that arrives twice with 40060', async () => {
    const standIn = await openForTest();
    onCommand(await logIn(standIn), (interaction) => interaction.reply({ content: 'once' }));
    const command = standIn.build.command('ask');
    await standIn.interact(command);
    standIn.send(command);
    const { refusals } = await standIn.reply(command, { until: (state) => state.refusals.length > 0 });
    expect(refusals).toEqual([40060]);
    expect(standIn.requests.at(-1)).toMatchObject({ status: 400 });
  });

  it('refuses an answer after three seconds with 10062', async () => {
    const standIn = await openForTest();
    onCommand(await logIn(standIn), (interaction) => {
      standIn.advanceClock(3_001);
      return interaction.reply({ content: 'late' });
    });
    const command = standIn.build.command('ask');
    const state = await standIn.interact(command, { until: ({ refusals }) => refusals.length > 0 });
    expect(state).toMatchObject({ refusals: [10062], ackMs: undefined, message: undefined });
  });

  it('refuses an edit after fifteen minutes with 50027', async () => {
    const standIn = await openForTest();
    onCommand(await logIn(standIn), async (interaction) => {
      await interaction.deferReply();
      standIn.advanceClock(15 * 60_000);
      await interaction.editReply({ content: 'late' });
    });
    const command = standIn.build.command('ask');
    const state = await standIn.interact(command, { until: ({ refusals }) => refusals.length > 0 });
    expect(state).toMatchObject({ refusals: [50027], isDeferred: true, message: { content: '' } });
  });

  it('refuses what an interaction cannot be answered with', async () => {
    const standIn = await openForTest();
    await logIn(standIn);
    const command = standIn.build.command('ask');
    standIn.send(command);
    const post = (token: string, body: object) =>
      fetch(`${standIn.restApi}/v10/interactions/${command.id}/${token}/callback`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    expect((await post(command.token, { type: 6 })).status).toBe(400);
    expect((await post('forged', { type: 5 })).status).toBe(404);
    const accepted = await post(command.token, { type: 5 });
    expect([accepted.status, accepted.headers.get('content-type')]).toEqual([204, null]);
  });

  it('returns the message when it is asked to', async () => {
    const standIn = await openForTest();
    const ids: unknown[] = [];
    onCommand(await logIn(standIn), async (interaction) => {
      const { resource } = await interaction.reply({ content: 'hello', withResponse: true });
      ids.push(resource?.message?.id, resource?.message?.content);
      await interaction.deleteReply();
    });
    const command = standIn.build.command('ask');
    const state = await standIn.interact(command, { until: ({ isDeleted }) => isDeleted });
    expect(ids).toEqual([expect.stringMatching(/^\d+$/), 'hello']);
    expect(state.message).toBeUndefined();
    expect(standIn.violations).toEqual([]);
  });

  it('tells what happened instead of what was waited for', async () => {
    const standIn = await openForTest();
    onCommand(await logIn(standIn), (interaction) => interaction.deferReply());
    const command = standIn.build.command('ask');
    await expect(standIn.interact(command, { timeoutMs: 300 })).rejects.toThrow(
      `Interaction ${command.id} /ask was acknowledged with type 5 and is not what was waited for after 300 ms.`,
    );
  });

  it('lets fifty people ask at once', async () => {
    const standIn = await openForTest();
    onCommand(await logIn(standIn), async (interaction) => {
      await interaction.deferReply();
      await interaction.editReply({ content: interaction.options.getString('question') ?? '' });
    });
    const replies = await Promise.all(
      Array.from({ length: 50 }, (_, number) =>
        standIn.interact(standIn.build.command('ask', { options: { question: `問${number}` } })),
      ),
    );
    expect(replies.map(({ message }) => message?.content)).toEqual(replies.map((_, number) => `問${number}`));
    expect(new Set(replies.map(({ message }) => message?.id)).size).toBe(50);
    expect(standIn.violations).toEqual([]);
  });
});

describe('failNext', () => {
  it.each([
    ['user', 1],
    ['shared', 1],
    ['global', 1],
  ] as const)('answers 429 of the scope %s, after which the bot tries again', async (scope, count) => {
    const standIn = await openForTest();
    onCommand(await logIn(standIn), (interaction) => interaction.reply({ content: 'at last' }));
    standIn.failNext('/callback', { status: 429, scope, times: count, retryAfter: 0 });
    const { message } = await standIn.interact(standIn.build.command('ask'));
    expect(message?.content).toBe('at last');
    expect(standIn.requests.slice(-2).map(({ status }) => status)).toEqual([429, 204]);
  });

  it.each([500, 502])('answers %i, after which the bot tries again', async (status) => {
    const standIn = await openForTest();
    onCommand(await logIn(standIn), (interaction) => interaction.reply({ content: 'at last' }));
    standIn.failNext(/^POST .*callback$/, { status });
    await standIn.interact(standIn.build.command('ask'));
    expect(standIn.requests.slice(-2).map((request) => request.status)).toEqual([status, 204]);
  });

  it('can let a request take effect all the same, so that trying again is refused', async () => {
    const standIn = await openForTest();
    const codes = onCommand(await logIn(standIn), (interaction) => interaction.reply({ content: 'once' }));
    standIn.failNext((method, path) => method === 'POST' && path.endsWith('/callback'), {
      status: 502,
      isApplied: true,
    });
    const until = ({ refusals }: { readonly refusals: readonly number[] }) => refusals.length > 0;
    const { message } = await standIn.interact(standIn.build.command('ask'), { until });
    expect(message?.content).toBe('once');
    await expect.poll(() => codes).toEqual([40060]);
  });

  it.each([
    [401, 50027, { message: 'Invalid Webhook Token', code: 50027 }],
    [403, 50001, undefined],
    [404, 10008, { message: 'Unknown Message', code: 10008 }],
  ])('answers %i with the code %i', async (status, code, body) => {
    const standIn = await openForTest();
    const codes = onCommand(await logIn(standIn), (interaction) => interaction.reply({ content: 'x' }));
    standIn.failNext('/callback', body === undefined ? { status } : { status, body });
    standIn.send(standIn.build.command('ask'));
    await expect.poll(() => codes).toEqual([code]);
  });
});

describe('unknown routes', () => {
  it('are reported', async () => {
    const standIn = await openForTest();
    const client = await logIn(standIn);
    await expect(client.rest.get('/channels/1/nothing')).rejects.toMatchObject({ status: 404 });
    expect(standIn.violations).toEqual(['unknown-route: GET /api/v10/channels/1/nothing']);
  });
});
