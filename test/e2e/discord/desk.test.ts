import { Locale, type APIMessage } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { expectClean, isAnswered, privateText, textOf, useBot } from '../../support/discord/bot-suite.ts';
import type { CommandInput } from '../../support/discord/command-options.ts';
import type { Origin } from '../../support/discord/origin.ts';
import { textOfMessage } from '../../support/discord/read-message.ts';

const deskRole = '700000000000000001';
const suite = useBot({
  guilds: [{ name: 'Readers', roles: [{ id: deskRole, name: 'Desk' }] }, { name: 'Others' }],
});
const guild = (at: number): string => [...suite.standIn.world.guilds.keys()][at] ?? '';

/** Ids of sample articles: they are made from the pages, so they stay. */
async function idOf(words: string): Promise<string> {
  const typed = { subcommand: 'show', options: { article: words }, focused: 'article' };
  const { choices = [] } = await suite.answerTo(suite.standIn.build.autocomplete('article', typed));
  return String(choices[0]?.['value']);
}

const moderate = (name: string, input: CommandInput = {}, from: Origin = {}) =>
  suite.command(name, { ...input, from: suite.moderator(from) });

describe('/pull article', () => {
  it('suggests articles, and posts one for everybody', async () => {
    const typed = { subcommand: 'article', options: { article: 'cold-store' }, focused: 'article' };
    expect(await suite.suggestions('pull', { ...typed, from: suite.moderator() })).toEqual([
      'Cold-store blaze at Lanpu port forces 312 from their homes · Seaward Post · 2025-06-12',
    ]);
    const article = await idOf('cold-store');
    const pulled = await moderate('pull', { subcommand: 'article', options: { article } });
    expect(pulled.isEphemeral).toBe(false);
    expect(textOf(pulled)).toContain('**Cold-store blaze at Lanpu port forces 312 from their homes**');
  });
});

describe('/withdraw and /restore', () => {
  it('strike an article from posted answers, later answers, suggestions and buttons of this server only', async () => {
    const question = 'من عثر على جرة الدنانير الذهبية؟';
    const article = await idOf('الذهبية');
    const posted = await suite.ask(question);
    const mentioned = await suite.say('راعٍ يعثر على جرة من الدنانير الذهبية');
    const elsewhere = await suite.ask(question, {}, { guildId: guild(1) });
    expect(textOf(posted)).toContain('أم السنابل');

    const withdrawn = await moderate('withdraw', { options: { article, reason: 'hoax' } });
    expect(privateText(withdrawn)).toMatch(/^Withdrawn: .+ 0 of 2\.$/su);
    await suite.untilText(
      String(withdrawn.message?.id),
      /^Withdrawn: .+ 2 posted messages were changed\.$/su,
    );
    for (const { id } of [posted.message, mentioned].filter(
      (each): each is APIMessage => each !== undefined,
    )) {
      const text = await suite.untilText(id, /أم السنابل/, false);
      expect(text).toContain('This quote was taken back: its article was withdrawn.');
    }
    expect(textOf(await suite.ask(question))).not.toContain('أم السنابل');
    expect(privateText(await suite.press(posted.message, 'helpful'))).toContain('Thank you');
    const open = suite.standIn.build.button(posted.message as APIMessage, `read:${article}:0`, {
      isForged: true,
    });
    expect(privateText(await suite.answerTo(open))).toContain('There is no such article');
    const typed = { subcommand: 'show', options: { article: 'الذهبية' }, focused: 'article' };
    expect(await suite.suggestions('article', typed)).toEqual([]);
    expect(textOf(await suite.ask(question, {}, { guildId: guild(1) }))).toContain('أم السنابل');
    expect(textOfMessage(suite.standIn.findMessage(String(elsewhere.message?.id)))).toContain('أم السنابل');

    const again = { options: { article: 'ذهب' }, focused: 'article' };
    expect(await suite.suggestions('restore', { ...again, from: suite.moderator() })).toHaveLength(1);
    expect(privateText(await moderate('restore', { options: { article } }))).toMatch(/^Restored/);
    await suite.untilText(String(posted.message?.id), /أم السنابل/);
    expect(textOf(await suite.ask(question))).toContain('أم السنابل');
  });

  it('reach every server where the one who runs the bot says so, and nobody else may', async () => {
    const article = await idOf('汐光戲院');
    const everywhere = { article, reason: 'retracted', everywhere: true };
    const refused = await moderate('withdraw', { options: everywhere });
    expect(privateText(refused)).toContain('Only those who run the bot can do this');
    const owner = { user: suite.standIn.world.owner };
    const typed = { subcommand: 'show', options: { article: '汐光' }, focused: 'article' };
    const inOther = { ...typed, from: { guildId: guild(1) } };
    expect(await suite.suggestions('article', inOther)).toHaveLength(1);
    expect(privateText(await moderate('withdraw', { options: everywhere }, owner))).toMatch(/^Withdrawn/);
    expect(await suite.suggestions('article', inOther)).toEqual([]);
    expect(await suite.suggestions('article', { ...typed, from: { place: 'bot-dm' } })).toEqual([]);
    const back = await moderate('restore', { options: { article, everywhere: true } }, owner);
    expect(privateText(back)).toMatch(/^Restored/);
  });
});

describe('/correct', () => {
  it('shows a note under every quote of an article, also where it was posted, until it is taken back', async () => {
    const question = '百年汐光戲院何時重新開放？';
    const article = await idOf('汐光戲院');
    const posted = await suite.ask(question);
    const note = 'The tours are booked out. @everyone';
    const noted = await moderate('correct', { options: { article, note } });
    expect(privateText(noted)).toContain('The note is shown');
    const text = await suite.untilText(
      String(posted.message?.id),
      /Moderators’ note: The tours are booked out\./,
    );
    expect(text).not.toMatch(/(?<!\\)@everyone/);
    expect(textOf(await suite.ask(question))).toContain('The tours are booked out.');
    expect(textOf(await suite.ask(question, {}, { guildId: guild(1) }))).not.toContain('booked out');
    expect(privateText(await moderate('correct', { options: { article } }))).toContain('was taken back');
    await suite.untilText(String(posted.message?.id), /booked out/, false);
  });
});

describe('/audit, /feedback and /status', () => {
  it('list what moderators did, page by page', async () => {
    const from = suite.moderator({ guildId: guild(1) });
    const article = await idOf('cold-store');
    for (let at = 0; at < 7; at++) {
      await suite.command('correct', {
        options: { article, note: `note ${String(at)}` },
        from: suite.moderator({ guildId: guild(1) }),
      });
      await suite.command('correct', { options: { article }, from: suite.moderator({ guildId: guild(1) }) });
    }
    const first = await suite.command('audit', { from });
    expect(privateText(first).match(/^<t:\d+:\w> <@\d+> .+$/gmu)).toHaveLength(12);
    const second = await suite.press(first.message, 'audit', from);
    expect(second.message?.id).toBe(first.message?.id);
    expect(textOf(second)).toContain('note 0');
  });

  it('show what members called wrong, with the answer as it is today', async () => {
    const from = { guildId: guild(1) };
    const asked = await suite.ask('When do the ferry fares rise?', {}, from);
    const form = await suite.press(asked.message, 'wrong', from);
    if (form.modal === undefined || asked.message === undefined) throw new Error('no form');
    const sent = suite.standIn.build.modal(form.modal, { reason: 'cut-badly' }, { message: asked.message });
    await suite.answerTo(sent);
    const moderator = suite.moderator(from);
    const listed = await suite.command('feedback', { from: moderator });
    expect(privateText(listed)).toContain('The quote is cut so that it misleads');
    expect(privateText(await suite.press(listed.message, 'given', moderator))).toContain('7 April');
    expect(privateText(await moderate('feedback'))).toContain('Nobody called an answer wrong.');
  });

  it('tell how the bot is, in the moderator’s language', async () => {
    expect(privateText(await moderate('status'))).toMatch(
      /29 articles of 15 sources, 50 chunks.+Memory: \d+ MB/s,
    );
    expect(privateText(await moderate('status', {}, { locale: Locale.ChineseCN }))).toMatch(/29 ?篇/);
  });
});

describe('somebody who is no moderator', () => {
  const commands: readonly (readonly [string, CommandInput])[] = [
    ['pull', { subcommand: 'article', options: { article: 'x' } }],
    ['withdraw', { options: { article: 'x', reason: 'y' } }],
    ['restore', { options: { article: 'x' } }],
    ['correct', { options: { article: 'x', note: 'y' } }],
    ['settings', {}],
    ['audit', {}],
    ['feedback', {}],
    ['status', {}],
  ];
  const places: readonly Origin[] = [{ guildId: '' }, { place: 'bot-dm' }, { place: 'user-install-guild' }];
  const forged = [
    'audit:zz',
    'feedback:zz',
    'given:AAAAAAAAAAA',
    'toggle:isPrivate',
    'set:deskRoles',
    'settings-form',
  ];

  it('is refused every command everywhere, also one who moderates another server, and it is written down', async () => {
    const inGuild = places.map((place) => (place.guildId === '' ? {} : place));
    for (const from of inGuild)
      for (const [name, input] of commands)
        expect(privateText(await suite.command(name, { ...input, from }))).toBe(
          'You are not allowed to do this here.',
        );
    const guest = suite.moderator({ place: 'user-install-guild' });
    expect(privateText(await suite.command('audit', { from: guest }))).toContain('not allowed');
    const audit = textOf(await moderate('audit'));
    expect(audit.match(/\(refused\)/g)?.length).toBeGreaterThanOrEqual(commands.length);
  });

  it('is refused forged buttons and lists', async () => {
    const message = (await suite.ask('When do the ferry fares rise?')).message as APIMessage;
    for (const id of forged) {
      const isList = id.startsWith('set:');
      const from = { user: suite.person() };
      const pressed = isList
        ? suite.standIn.build.select(message, id, { values: [deskRole], isForged: true, from })
        : suite.standIn.build.button(message, id, { isForged: true, from });
      expect([id, privateText(await suite.answerTo(pressed))]).toEqual([
        id,
        'You are not allowed to do this here.',
      ]);
    }
    expect(textOf(await moderate('settings'))).toContain('only those who may manage messages');
  });

  it('is refused once the role that allowed it is taken away, also on a message that is still there', async () => {
    const user = suite.person();
    const settings = await moderate('settings');
    await suite.choose(settings.message, 'set:deskRoles', [deskRole], suite.moderator());
    const shown = await suite.command('settings', { from: { user, roles: [deskRole] } });
    expect(privateText(shown)).toContain('Settings of this server');
    const denied = await suite.press(shown.message, 'toggle:isPrivate', { user, roles: [] });
    expect(privateText(denied)).toContain('You are not allowed to do this here.');
    const form = await suite.press(shown.message, 'settings-form', { user, roles: [deskRole] });
    if (form.modal === undefined) throw new Error('no form');
    const sent = suite.standIn.build.modal(form.modal, { cooldown: '0' }, { from: { user, roles: [] } });
    const refused = await suite.standIn.interact(sent, { until: isAnswered });
    expect(privateText(refused)).toContain('You are not allowed to do this here.');
    expect(textOf(await moderate('settings'))).toContain('5 seconds');
  });
});

it('sends nothing that Discord would refuse', () => expectClean(suite));
