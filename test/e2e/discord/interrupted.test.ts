import type { APIMessage } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { expectClean, privateText, textOf, useBot } from '../../support/discord/bot-suite.ts';
import { textOfMessage } from '../../support/discord/read-message.ts';

const suite = useBot();
const gold = 'من عثر على جرة الدنانير الذهبية؟';
const quoted = 'أم السنابل';

async function goldId(): Promise<string> {
  const typed = { subcommand: 'show', options: { article: 'الذهبية' }, focused: 'article' };
  const { choices = [] } = await suite.answerTo(suite.standIn.build.autocomplete('article', typed));
  return String(choices[0]?.['value']);
}

const textNow = (message: APIMessage | undefined): string =>
  textOfMessage(suite.standIn.findMessage(message?.id ?? ''));

describe('a bot that ends while it takes an article out of what is posted', () => {
  it.each([
    ['killed the moment after', 'SIGKILL', null],
    ['told to stop', 'SIGTERM', 0],
  ] as const)('leaves the rest to the next start: %s', async (_, signal, exitCode) => {
    const article = await goldId();
    const posted = [await suite.ask(gold), await suite.ask(gold)].map(({ message }) => message);
    for (const message of posted) expect(textNow(message)).toContain(quoted);
    // Never let go: what the bot sent is lost with it.
    const held = suite.standIn.holdNext('PATCH /channels');
    const options = { article, reason: 'hoax' };
    const withdrawn = await suite.command('withdraw', { options, from: suite.moderator() });
    expect(privateText(withdrawn)).toMatch(/ 0 of \d\.$/);
    await held.arrived;
    const end = await suite.bot.stop(signal);
    expect(end.exitCode).toBe(exitCode);
    expect(end.tookMs).toBeLessThan(10_000);
    for (const message of posted) expect(textNow(message)).toContain(quoted);
    await suite.start();
    for (const message of posted)
      expect(await suite.untilText(message?.id ?? '', new RegExp(quoted), false)).toContain('taken back');
    const from = suite.moderator();
    expect(textOf(await suite.command('restore', { options: { article }, from }))).toContain('Restored');
    for (const message of posted) await suite.untilText(message?.id ?? '', new RegExp(quoted));
  });
});

it('sends nothing that Discord would refuse', () => expectClean(suite));
