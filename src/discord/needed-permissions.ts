import { PermissionFlagsBits } from 'discord-api-types/v10';

/** The permissions that the bot needs in a server, by the names that Discord shows; docs/discord.md says what for. */
export const neededPermissions: readonly { readonly name: string; readonly bit: bigint }[] = [
  { name: 'View Channels', bit: PermissionFlagsBits.ViewChannel },
  { name: 'Send Messages', bit: PermissionFlagsBits.SendMessages },
  { name: 'Read Message History', bit: PermissionFlagsBits.ReadMessageHistory },
  { name: 'Send Messages in Threads', bit: PermissionFlagsBits.SendMessagesInThreads },
];

/** The address that invites the bot with these permissions, and gives them to it where it is already. */
export function inviteAddress(applicationId: string): string {
  const permissions = neededPermissions.reduce((all, { bit }) => all | bit, 0n);
  const query = `client_id=${applicationId}&scope=bot+applications.commands&permissions=${String(permissions)}`;
  return `https://discord.com/oauth2/authorize?${query}`;
}
