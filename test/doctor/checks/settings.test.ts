import { describe, expect, it } from 'vitest';
import { checkSettings } from '../../../src/doctor/checks/settings.ts';
import { checkToken } from '../../../src/doctor/checks/token.ts';
import { plantedToken } from '../../support/discord/bot-suite.ts';
import { settingsOf } from '../support/patient.ts';

/** Whose application `plantedToken` is of. */
const plantedId = '100000000000000000';

// What stands in a file, `test/e2e/doctor.test.ts` looks at.
describe('checkSettings', () => {
  const found = async (settings: Readonly<Record<string, string>>) =>
    (await checkSettings(settingsOf(settings))).map((each) => `${each.status}: ${each.found} ${each.next}`);

  it('names every bad setting and no value', async () => {
    const told = await found({ PREVIEW_PORT: 'geheim', EMBEDDING_THREADS: '0', DISCORD_GUILD_ID: '秘密' });
    expect(
      told.filter((line) => /^problem: (PREVIEW_PORT|EMBEDDING_THREADS|DISCORD_GUILD_ID): /.test(line)),
    ).toHaveLength(3);
    expect(told.join()).not.toMatch(/geheim|秘密/);
  });

  it.each([
    ['DISCORD_APLICATION_ID', 'Was DISCORD_APPLICATION_ID meant?'],
    ['NEWSQUOTE_CORPORA', 'Was NEWSQUOTE_CORPUS meant?'],
    ['preview_port', 'Was PREVIEW_PORT meant?'],
    ['DISCORD_SOMETHING_ELSE', 'README.md lists the settings'],
  ])('wonders at %s', async (name, next) => {
    const told = await found({ [name]: 'secret' });
    expect(told.filter((line) => line.startsWith('warning: ') && line.includes(next))).toHaveLength(1);
    expect(told.join()).not.toContain('secret');
  });

  it('lets pass what other programs read', async () => {
    const told = await found({ PATH: '/bin', HTTP_PROXY: 'x', LANG: 'de' });
    expect(told.filter((line) => /PATH|PROXY|LANG/.test(line))).toEqual([]);
  });
});

describe('checkToken', () => {
  const check = async (token: string, applicationId = plantedId) => {
    const settings = { DISCORD_TOKEN: token, DISCORD_APPLICATION_ID: applicationId };
    const [finding] = await checkToken(settingsOf(settings));
    if (token !== '') expect(JSON.stringify(finding)).not.toContain(token);
    return finding;
  };

  it('takes a token of the application that is set', async () => {
    expect(await check(plantedToken)).toMatchObject({ status: 'ok' });
  });

  it('has nothing to look at without one', async () => {
    expect(await check('')).toMatchObject({ status: 'skipped' });
  });

  it.each([
    ['999999999999999999', 'of another application'],
    ['', 'DISCORD_APPLICATION_ID is not set'],
  ])('warns where the application is %j', async (id, found) => {
    expect(await check(plantedToken, id)).toMatchObject({
      status: 'warning',
      found: expect.stringContaining(found),
    });
  });

  it.each([
    [`Bot ${plantedToken}`, 'it begins with “Bot”'],
    [`${plantedToken} x`, 'there is white space in it'],
    ['令牌', 'three parts'],
    ['100000000000000000', 'it is an id'],
    ['0123456789abcdef'.repeat(4), 'public key'],
    ['abcdefghijklmnopqrstuvwxyz_-0123', 'client secret'],
    ['a.b', 'three parts'],
    ['bm90IGFuIGlk.Gabcde.abcdefghijklmnopqrstuvwxyz0', 'its first part is no id'],
    [`${plantedToken}é`, 'letters in it that no token has'],
    [`${plantedToken}.`, 'three parts'],
  ])('says what %j looks like', async (token, mistake) => {
    expect(await check(token)).toMatchObject({ status: 'problem', found: expect.stringContaining(mistake) });
  });
});
