import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formOf, submitForm } from '../../../src/discord/controls/forms.ts';
import { isForModerators, press, pressMode } from '../../../src/discord/controls/controls.ts';
import { settings } from '../../../src/discord/desk/settings.ts';
import { localeIds } from '../../../src/discord/messages/locales.ts';
import type { ControlId } from '../../../src/discord/render/custom-id.ts';
import { call, codeOf, guildId, makeAsker } from '../support/askers.ts';
import { openBot } from '../support/open-bot.ts';
import type { TestBot } from '../support/open-bot.ts';
import { expectSendable } from '../support/read-payload.ts';

const moderator = makeAsker({ isModerator: true });

let bot: TestBot;

beforeEach(async () => {
  bot = await openBot();
});

afterEach(() => bot.close());

const choose = (id: ControlId, values: readonly string[] = []) =>
  press({ id, values, components: [], isMessagePrivate: true, isOwnMessage: true }, moderator, bot);
const now = () => bot.desk.settings(guildId);
const submit = (timeZone: string, cooldown: string) =>
  submitForm(
    { kind: 'settings-form' },
    new Map([
      ['time-zone', timeZone],
      ['cooldown', cooldown],
    ]),
    moderator,
    bot,
  );

describe('the settings of a guild', () => {
  it.each(localeIds)('are shown whole in %s', async (locale) => {
    const { payload } = await call(settings, {}, bot, makeAsker({ locale, isModerator: true }));
    expectSendable(payload);
  });

  it.each([
    ['answerChannels', ['81384788765712384'], ['81384788765712384'], null],
    ['deskRoles', ['81384788765712385'], ['81384788765712385'], []],
    ['sources', ['青崖日报', 'no such source'], ['青崖日报'], null],
    ['locale', ['zh-TW'], 'zh-TW', null],
  ] as const)(
    'take %s from a list, and nothing chosen is the default',
    async (field, values, chosen, none) => {
      expectSendable((await choose({ kind: 'set', field }, values)).payload);
      expect(await now()).toMatchObject({ [field]: chosen });
      await choose({ kind: 'set', field }, []);
      expect(await now()).toMatchObject({ [field]: none });
    },
  );

  it('do not take what is not on offer', async () => {
    await choose({ kind: 'set', field: 'locale' }, ['xx']);
    await choose({ kind: 'set', field: 'deskRoles' }, ['<@&1>']);
    expect(await now()).toMatchObject({ locale: null, deskRoles: [] });
  });

  it('stay as they are where nothing of what was chosen is there any more', async () => {
    await choose({ kind: 'set', field: 'sources' }, ['青崖日报']);
    await choose({ kind: 'set', field: 'sources' }, ['a source that is gone']);
    expect(await now()).toMatchObject({ sources: ['青崖日报'] });
  });

  it.each(['repliesToMentions', 'isPrivate'] as const)('turn %s on and off', async (field) => {
    const before = (await now())[field];
    await choose({ kind: 'toggle', field });
    expect((await now())[field]).toBe(!before);
    await choose({ kind: 'toggle', field });
    expect((await now())[field]).toBe(before);
  });

  it('take a time zone and a pause from a form', async () => {
    expect(formOf({ kind: 'settings-form' }, moderator)).toMatchObject({ custom_id: 'settings-form' });
    await submit(' asia/shanghai ', '30');
    expect(await now()).toMatchObject({ timeZone: 'Asia/Shanghai', cooldownSeconds: 30 });
  });

  it.each([
    ['Mars/Olympus', '5', 'time-zone-unknown'],
    ['', '5', 'time-zone-unknown'],
    ['UTC', '-1', 'cooldown-invalid'],
    ['UTC', '3601', 'cooldown-invalid'],
    ['UTC', 'five', 'cooldown-invalid'],
  ])('refuse the time zone %j with the pause %j', async (zone, pause, code) => {
    expect(await codeOf(submit(zone, pause))).toBe(code);
    expect(await now()).toMatchObject({ timeZone: 'UTC', cooldownSeconds: 5 });
  });

  it('are written down with what changed', async () => {
    await choose({ kind: 'toggle', field: 'isPrivate' });
    const [act] = await bot.desk.listActs({ guildId, limit: 1 });
    expect(act).toMatchObject({ act: 'settings', userId: moderator.userId, detail: { isPrivate: true } });
  });
});

describe('controls of moderators', () => {
  it.each([
    { kind: 'set', field: 'locale' },
    { kind: 'toggle', field: 'isPrivate' },
    { kind: 'settings-form' },
    { kind: 'audit', before: 1 },
    { kind: 'feedback', before: 1 },
    { kind: 'given', answerId: 'a' },
    { kind: 'take', offerId: 'a' },
    { kind: 'leave', offerId: 'a' },
  ] as const)('are for moderators alone: $kind', (id) => {
    expect(isForModerators(id)).toBe(true);
    expect(pressMode({ id, isMessagePrivate: true, isOwnMessage: true })).not.toBe('publish');
  });
});
