import { ok, problem, skipped, warning } from '../check.ts';
import type { Finding, Patient } from '../check.ts';

const copyAgain =
  'Copy the token anew from the Bot page of your application in the developer portal into .env, alone and whole.';

/** Whether the token has a token's shape. Says nothing of what is in it. */
export async function checkToken({ settings }: Pick<Patient, 'settings'>): Promise<Finding[]> {
  const { discordToken, discordApplicationId } = (await settings()).config;
  if (discordToken === '') return [skipped('DISCORD_TOKEN is not set; npm start serves the preview page')];
  const id = readTokenId(discordToken);
  if (id === null) return [problem(`DISCORD_TOKEN is no token: ${describeMistake(discordToken)}`, copyAgain)];
  if (discordApplicationId === '')
    return [
      warning(
        'DISCORD_TOKEN has the shape of a token; DISCORD_APPLICATION_ID is not set',
        'npm run register needs it: copy it from the General Information page of your application.',
      ),
    ];
  // Applications of before 2017 have another id than their bot: only Discord knows, and is asked below.
  if (id !== discordApplicationId)
    return [
      warning(
        'DISCORD_TOKEN is of another application than DISCORD_APPLICATION_ID, unless that was made before 2017',
        'Copy both from the same application.',
      ),
    ];
  return [ok('DISCORD_TOKEN has the shape of a token, of the application that is set')];
}

/** The bot's id, which a token begins with, in base64; null for what is no token. */
function readTokenId(token: string): string | null {
  const parts = token.split('.');
  if (parts.length !== 3 || !parts.every((part) => /^[\w-]+$/.test(part))) return null;
  const id = Buffer.from(parts[0] ?? '', 'base64url').toString('latin1');
  return /^\d{17,20}$/.test(id) ? id : null;
}

function describeMistake(token: string): string {
  if (/^Bot\s/i.test(token)) return 'it begins with “Bot”, which is added by itself';
  if (/\s/.test(token)) return 'there is white space in it';
  if (/^\d{17,20}$/.test(token)) return 'it is an id';
  if (/^[\da-f]{64}$/i.test(token)) return "it looks like the application's public key";
  if (/^[\w-]{32}$/.test(token)) return 'it looks like the client secret';
  if (token.split('.').length !== 3) return 'it does not have three parts with dots between them';
  return 'its first part is no id, or there are letters in it that no token has';
}
