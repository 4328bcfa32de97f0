import type { APIGuildMember, GatewayGuildCreateDispatchData } from 'discord-api-types/v10';
import { objectOf, textOf } from '../wire.ts';
import { directChannel, type World } from '../world.ts';
import { unknown, type Answer, type Route } from './route.ts';

/** What Discord allows a day. */
const dailyIdentifyCount = 1_000;

/** Routes about the gateway, the application, people and guilds. */
export function basicRoutes(
  world: World,
  gateway: { readonly address: () => string; readonly identifies: () => number },
): readonly Route[] {
  const inGuild = (guildId: string, answer: (guild: GatewayGuildCreateDispatchData) => unknown): Answer => {
    const guild = world.guilds.get(guildId);
    return guild === undefined ? unknown.guild : { status: 200, body: answer(guild) };
  };
  const application = () => ({ status: 200, body: applicationOf(world) });
  return [
    { method: 'GET', path: '/gateway', handle: () => ({ status: 200, body: { url: gateway.address() } }) },
    {
      method: 'GET',
      path: '/gateway/bot',
      handle: () => ({ status: 200, body: gatewayOf(gateway.address(), gateway.identifies()) }),
    },
    { method: 'GET', path: '/users/@me', handle: () => ({ status: 200, body: world.bot }) },
    {
      method: 'GET',
      path: '/users/{user_id}',
      handle: ({ parameter }) => {
        const user = world.users.get(parameter('user_id'));
        return user === undefined ? unknown.user : { status: 200, body: user };
      },
    },
    {
      method: 'POST',
      path: '/users/@me/channels',
      handle: ({ body }) => {
        const user = world.users.get(textOf(objectOf(body)['recipient_id']));
        return user === undefined ? unknown.user : { status: 200, body: directChannel(world, user) };
      },
    },
    { method: 'GET', path: '/applications/@me', handle: application },
    { method: 'GET', path: '/oauth2/applications/@me', handle: application },
    {
      method: 'GET',
      path: '/guilds/{guild_id}',
      handle: ({ parameter }) => inGuild(parameter('guild_id'), (guild) => guild),
    },
    {
      method: 'GET',
      path: '/guilds/{guild_id}/channels',
      handle: ({ parameter }) => inGuild(parameter('guild_id'), ({ channels }) => channels),
    },
    {
      method: 'GET',
      path: '/guilds/{guild_id}/roles',
      handle: ({ parameter }) => inGuild(parameter('guild_id'), ({ roles }) => roles),
    },
    {
      method: 'GET',
      path: '/guilds/{guild_id}/members/{user_id}',
      handle: ({ parameter }) => {
        const member = findMember(world, parameter('guild_id'), parameter('user_id'));
        return member === undefined ? unknown.member : { status: 200, body: member };
      },
    },
  ];
}

function findMember(world: World, guildId: string, userId: string): APIGuildMember | undefined {
  return world.guilds.get(guildId)?.members.find(({ user }) => user.id === userId);
}

function gatewayOf(url: string, identifies: number): object {
  const limit = {
    total: dailyIdentifyCount,
    remaining: dailyIdentifyCount - identifies,
    reset_after: 14_400_000,
    max_concurrency: 1,
  };
  return { url, shards: 1, session_start_limit: limit };
}

function applicationOf({ applicationId, bot, owner }: World): object {
  return {
    id: applicationId,
    name: bot.username,
    icon: null,
    description: '',
    type: null,
    bot,
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags: 0,
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    owner,
    team: null,
  };
}
