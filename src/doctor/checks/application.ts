import { ok, problem, warning } from '../check.ts';
import type { Finding, Patient } from '../check.ts';
import { describeRefusal } from './discord.ts';

/** What is read of an application. */
interface Application {
  readonly id: string;
  readonly flags?: number;
  readonly interactions_endpoint_url?: string | null;
  readonly bot_require_code_grant?: boolean;
}

/** Flags of the privileged intents, each for large bots and for others. */
const privilegedIntents = [
  { name: 'Presence', flags: (1 << 12) | (1 << 13) },
  { name: 'Server Members', flags: (1 << 14) | (1 << 15) },
  { name: 'Message Content', flags: (1 << 18) | (1 << 19) },
] as const;

/** Whether the application is the one that is set, and set up so that the bot hears of commands. */
export async function checkApplication({
  settings,
  askDiscord,
}: Pick<Patient, 'settings' | 'askDiscord'>): Promise<Finding[]> {
  const answer = await askDiscord('/applications/@me');
  if (answer.status !== 200 || !isApplication(answer.body)) return [describeRefusal(answer)];
  const {
    id,
    flags = 0,
    interactions_endpoint_url: endpoint,
    bot_require_code_grant: needsCode,
  } = answer.body;
  const { discordApplicationId } = (await settings()).config;
  const findings: Finding[] = [];
  if (discordApplicationId !== '' && discordApplicationId !== id)
    findings.push(
      problem(
        `The token is of the application ${id}, and DISCORD_APPLICATION_ID is ${discordApplicationId}`,
        `Set DISCORD_APPLICATION_ID=${id}, or copy the token of the other application.`,
      ),
    );
  if (endpoint)
    findings.push(
      problem(
        'Discord sends commands to an address on the web (Interactions Endpoint URL) and none to this bot',
        'Empty “Interactions Endpoint URL” on the General Information page of your application.',
      ),
    );
  if (needsCode === true)
    findings.push(
      warning(
        'Inviting the bot needs a code grant',
        'Turn off “Requires OAuth2 Code Grant” on its Bot page.',
      ),
    );
  const intents = privilegedIntents.filter((intent) => (flags & intent.flags) !== 0);
  if (intents.length > 0)
    findings.push(
      warning(
        `The application may have what the bot does not need: ${intents.map(({ name }) => name).join(', ')}`,
        'Turn these privileged intents off on the Bot page.',
      ),
    );
  return findings.length > 0 ? findings : [ok(`The application ${id} is set up as it should be`)];
}

function isApplication(body: unknown): body is Application {
  return typeof (body as Partial<Application> | null | undefined)?.id === 'string';
}
