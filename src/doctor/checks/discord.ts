import type { DiscordAnswer } from '../ask-discord.ts';
import { ok, problem, skipped, warning } from '../check.ts';
import type { Finding, Patient } from '../check.ts';

/** Session starts left of the thousand a day below which something starts the bot again and again. */
const fewStarts = 100;

interface Gateway {
  readonly session_start_limit: {
    readonly total: number;
    readonly remaining: number;
    readonly reset_after: number;
  };
}

/** Whether Discord is reached, takes the token, and lets the bot log in. */
export async function checkDiscord({
  settings,
  askDiscord,
}: Pick<Patient, 'settings' | 'askDiscord'>): Promise<Finding[]> {
  const { discordToken, discordApiUrl } = (await settings()).config;
  if (discordToken === '') return [skipped('DISCORD_TOKEN is not set')];
  const place = discordApiUrl === '' ? 'Discord' : `Discord at ${withoutPassword(discordApiUrl)}`;
  let answer: DiscordAnswer;
  try {
    answer = await askDiscord('/gateway/bot');
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return [problem(`${place} can not be reached (${detail})`, nextStep(detail))];
  }
  if (answer.status !== 200 || !isGateway(answer.body)) return [describeRefusal(answer, place)];
  const { total, remaining, reset_after: resetMs } = answer.body.session_start_limit;
  const found = `${place} answers in ${answer.tookMs} ms and takes the token; ${remaining} of ${total} logins left`;
  const wait = `They come back in ${Math.ceil(resetMs / 3_600_000)} hours. Look what starts the bot so often: its log says why it stopped.`;
  if (remaining === 0) return [problem(`${found}: the bot can not log in`, wait)];
  return [remaining < fewStarts ? warning(found, wait) : ok(found)];
}

function isGateway(body: unknown): body is Gateway {
  const limit = (body as Partial<Gateway> | null | undefined)?.session_start_limit;
  return [limit?.total, limit?.remaining, limit?.reset_after].every((each) => typeof each === 'number');
}

/** Why an answer of any route is not what was asked for, and what to do. */
export function describeRefusal({ status, retryAfterSeconds }: DiscordAnswer, place = 'Discord'): Finding {
  if (status === 401)
    return problem(
      `${place} does not accept DISCORD_TOKEN (401): it is wrong or was reset`,
      'Copy the token anew from the Bot page of your application into .env.',
    );
  if (status === 403)
    return problem(
      `${place} forbids this (403)`,
      'Look in the developer portal whether the application was disabled; a proxy or firewall may answer so too.',
    );
  if (status === 429) {
    const seconds = Math.ceil(retryAfterSeconds ?? 60);
    return warning(
      `${place} says that too much was asked (429)`,
      `Wait ${seconds} seconds, then run this again. If it stays: another process may use this token or address.`,
    );
  }
  if (status >= 500)
    return problem(`${place} has a fault (${status})`, 'Wait; https://discordstatus.com tells of outages.');
  return problem(
    `${place} answers with something that is not Discord's (${status})`,
    'Correct DISCORD_API_URL, or leave it empty. Where it is, a proxy stands between.',
  );
}

function nextStep(detail: string): string {
  if (/ENOTFOUND|EAI_AGAIN/.test(detail))
    return 'This machine finds no address for that name: check its network and DNS.';
  if (/CERT|TLS|SSL|SELF_SIGNED/i.test(detail))
    return "The encryption fails: check this machine's clock, and whether a proxy puts its own certificate between.";
  return 'Check the network, a firewall, and DISCORD_API_URL if you set it.';
}

function withoutPassword(address: string): string {
  const url = new URL(address);
  return `${url.protocol}//${url.host}${url.pathname}`;
}
