import { Client, Events, GatewayIntentBits, Partials, type ClientOptions } from 'discord.js';
import { onTestFinished } from 'vitest';
import { openDiscordStandIn, type DiscordStandIn, type StandInOptions } from './stand-in.ts';

/** A stand-in that is closed when the test has run. */
export async function openForTest(options: StandInOptions = {}): Promise<DiscordStandIn> {
  const standIn = await openDiscordStandIn(options);
  onTestFinished(() => standIn.close());
  return standIn;
}

/** A client for a stand-in that is not logged in, destroyed when the test has run. */
export function createClient(standIn: DiscordStandIn, options: Partial<ClientOptions> = {}): Client {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    // Without it discord.js drops direct messages.
    partials: [Partials.Channel],
    allowedMentions: { parse: [] },
    ...options,
    rest: { api: standIn.restApi, ...options.rest },
  });
  onTestFinished(() => client.destroy());
  return client;
}

/** A client that is ready. */
export async function logIn(
  standIn: DiscordStandIn,
  options: Partial<ClientOptions> = {},
): Promise<Client<true>> {
  const client = createClient(standIn, options);
  const ready = new Promise<Client<true>>((resolve) => {
    client.once(Events.ClientReady, resolve);
  });
  await client.login(standIn.token);
  return ready;
}
