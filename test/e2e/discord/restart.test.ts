import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { APIMessage } from 'discord-api-types/v10';
import { beforeAll, describe, expect, it } from 'vitest';
import { expectClean, privateText, textOf, useBot } from '../../support/discord/bot-suite.ts';
import { textOfMessage } from '../../support/discord/read-message.ts';
import { formPage } from '../../support/pages.ts';

const suite = useBot({ pages: {} });
const fares = 'How much is an adult single on the Brackenport ferry?';
const gold = 'من عثر على جرة الدنانير الذهبية؟';

/** Asked before the bot was stopped, and used afterwards. */
let before: { readonly shown: APIMessage; readonly hidden: APIMessage; readonly gold: APIMessage };
const asker = { user: { id: '', username: '' } as APIMessage['author'] };
let goldId = '';

async function restartWithoutIndex(): Promise<void> {
  expect(await suite.bot.stop()).toMatchObject({ exitCode: 0 });
  rmSync(suite.folder.indexFolder, { recursive: true });
  await suite.start();
}

function there<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('It is not there.');
  return value;
}

async function suggestedId(words: string): Promise<string | undefined> {
  const typed = { subcommand: 'show', options: { article: words }, focused: 'article' };
  const { choices = [] } = await suite.answerTo(suite.standIn.build.autocomplete('article', typed));
  return choices[0] === undefined ? undefined : String(choices[0]['value']);
}

beforeAll(async () => {
  asker.user = suite.person('asker');
  goldId = (await suggestedId('الذهبية')) ?? '';
  before = {
    shown: there((await suite.ask(fares)).message),
    hidden: there((await suite.ask(fares, { private: true }, asker)).message),
    gold: there((await suite.ask(gold)).message),
  };
});

describe('while the bot runs', () => {
  it('another process withdraws an article, and answers that quote it are changed within seconds', async () => {
    expect(textOfMessage(before.gold)).toContain('أم السنابل');
    const { exitCode } = await suite.run('scripts/desk.ts', ['withdraw', goldId, '--reason', 'hoax']);
    expect(exitCode).toBe(0);
    const text = await suite.untilText(before.gold.id, /أم السنابل/, false);
    expect(text).toContain('This quote was taken back: its article was withdrawn.');
    expect(textOf(await suite.ask(gold))).not.toContain('أم السنابل');
    expect(await suite.bot.waitForLog('posts drawn anew')).toMatchObject({ changed: 1, failed: 0 });
  });

  it('another process indexes a new page, whose article is quoted soon after, with no question lost', async () => {
    const page = formPage(
      { title: 'Skell kite festival moved', source: 'Skell Signal', date: '2025-09-30', language: 'en' },
      'The kite festival of Skell will be held on 19 October, a week later than planned, because of the tides.',
    );
    writeFileSync(path.join(suite.corpusFolder, 'skell-kites.md'), page);
    const indexing = suite.run('scripts/build-index.ts');
    const meanwhile: string[] = [];
    const indexer = { isOver: false };
    const over = indexing.finally(() => (indexer.isOver = true));
    while (!indexer.isOver) meanwhile.push(textOf(await suite.ask(fares, {}, { place: 'bot-dm' })));
    expect(await over).toMatchObject({ exitCode: 0 });
    expect(meanwhile.length).toBeGreaterThan(1);
    expect(meanwhile.filter((text) => !text.includes('£4.20'))).toEqual([]);
    await expect
      .poll(async () => textOf(await suite.ask('When will the kite festival of Skell be held?')), {
        timeout: 20_000,
      })
      .toContain('19 October');
    expect(textOf(await suite.ask(gold))).not.toContain('أم السنابل');
  });
});

describe('after a restart with an index made anew from the pages', () => {
  beforeAll(restartWithoutIndex);

  it('turns the pages of answers given before, for everybody and for the asker alone', async () => {
    expect(privateText(await suite.press(before.shown, 'more', { user: suite.person() }))).toMatch(
      /Quotes? 4/,
    );
    const turned = await suite.press(before.hidden, 'more', asker);
    expect(turned.message?.id).toBe(before.hidden.id);
    expect(textOf(turned)).toMatch(/Quotes? 4/);
    const back = await suite.press(turned.message, 'more', asker);
    expect(textOf(back)).toContain(fares);
  });

  it('shares, opens and judges answers given before', async () => {
    expect(textOf(await suite.press(before.hidden, 'share', asker))).toContain(
      `Shared by <@${asker.user.id}>`,
    );
    expect(privateText(await suite.press(before.hidden, 'share', { user: suite.person() }))).toContain(
      'Only the person',
    );
    expect(privateText(await suite.press(before.shown, 'context'))).toContain('£4.20');
    expect(privateText(await suite.press(before.shown, 'helpful'))).toContain('Thank you');
  });

  it('goes on from an answer given before when somebody replies to it', async () => {
    const reply = await suite.say('Do children travel free?', {
      replyTo: there(suite.standIn.findMessage(before.shown.id)),
    });
    expect(textOfMessage(reply)).toContain('Children under 12 will continue to travel free');
  });

  it('still shows nothing of what was withdrawn', async () => {
    expect(textOf(await suite.ask(gold))).not.toContain('أم السنابل');
    expect(await suggestedId('الذهبية')).toBeUndefined();
    const read = suite.standIn.build.button(before.gold, `read:${goldId}:0`, { isForged: true });
    expect(privateText(await suite.answerTo(read))).toContain('There is no such article');
    expect(textOf(await suite.command('latest'))).not.toContain('أم السنابل');
  });

  it('shows it again, also in the answers that are posted, once another process restores it', async () => {
    expect(await suite.run('scripts/desk.ts', ['restore', goldId])).toMatchObject({ exitCode: 0 });
    await suite.untilText(before.gold.id, /أم السنابل/);
    expect(textOf(await suite.ask(gold))).toContain('أم السنابل');
  });
});

it('sends nothing that Discord would refuse', () => expectClean(suite));
