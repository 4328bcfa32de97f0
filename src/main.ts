import { loadConfig } from './config.ts';
import { runMain } from './terminal/run-command.ts';
import type { Command } from './terminal/run-command.ts';

const help = `Starts the bot or, without DISCORD_TOKEN, serves a page that shows the same bot in a browser, and prints its address
(http://127.0.0.1:8080 unless PREVIEW_PORT and PREVIEW_HOST say otherwise).

Usage: npm start

Options:
  --help  print this

With HEALTH_PORT it also serves /healthz, /readyz and /metrics; docs/operate.md says what they tell.
The bot logs one JSON line an event to standard output. SIGTERM or Ctrl+C lets it finish the answers under way.
Its commands are registered once, and after every update, by npm run register. Where it does not start or nobody is answered,
npm run doctor looks for the reason.

Exit status: 0 stopped as told; 1 an error; 2 wrong arguments; 78 a setting has to be changed first: starting again
is of no use.
`;

const command: Command<Record<string, never>> = {
  name: 'npm start',
  help,
  options: {},
  lastingErrors: [
    'setting-invalid',
    'host-unusable',
    'model-missing',
    'discord-token-invalid',
    'discord-intents-refused',
  ],
  async run(_, streams) {
    const config = loadConfig();
    // Each side loads only what it needs: discord.js alone takes a quarter of a second.
    if (config.discordToken === '') {
      const { runPreview } = await import('./run-preview.ts');
      return runPreview(config, streams);
    }
    const { runBot } = await import('./run-bot.ts');
    return runBot(config, streams);
  },
};

await runMain(command);
