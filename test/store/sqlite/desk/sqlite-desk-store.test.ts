import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { DeskStore } from '../../../../src/store/desk-store.ts';
import { openDeskStore } from '../../../../src/store/sqlite/desk/sqlite-desk-store.ts';
import { editDatabase } from '../../../support/open-sqlite.ts';
import { projectFolder } from '../../../support/run-script.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const guild = '81384788765712384';

let folder: string;
let file: string;

beforeEach(() => {
  folder = temporaryFolder();
  file = path.join(folder, 'desk.db');
});

const withdraw = (desk: DeskStore, articleId: string) =>
  desk.withdraw({ articleId, guildId: guild, reason: '有误', byUserId: '1', at: 1 });

/** A process that withdraws `<name> 0`, `<name> 1`, … and says each id once its promise has resolved. */
function startWithdrawing(name: string, count: number) {
  const module = JSON.stringify(path.join(projectFolder, 'src/store/sqlite/desk/sqlite-desk-store.ts'));
  const script = `
    import { writeSync } from 'node:fs';
    import { openDeskStore } from ${module};
    const desk = openDeskStore(process.argv[1]);
    for (let at = 0; at < ${count}; at++) {
      const articleId = '${name} ' + at;
      await desk.withdraw({ articleId, guildId: '${guild}', reason: '有误', byUserId: '1', at });
      writeSync(1, articleId + '\\n');
    }
    await desk.close();`;
  return spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script, file], {
    cwd: projectFolder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

describe('a desk whose process is killed', () => {
  it('keeps every withdrawal that was acknowledged, with its act', { timeout: 60_000 }, async () => {
    const child = startWithdrawing('新闻', 100_000);
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.split('\n').length > 50) child.kill('SIGKILL');
    });
    expect(await once(child, 'close')).toEqual([null, 'SIGKILL']);
    const acknowledged = said.split('\n').slice(0, -1);
    expect(acknowledged.length).toBeGreaterThanOrEqual(50);
    const desk = openDeskStore(file);
    const withdrawn = await desk.withdrawnIds(guild);
    expect(acknowledged.filter((id) => !withdrawn.has(id))).toEqual([]);
    const acts = await desk.listActs({ guildId: guild, limit: 200_000 });
    expect(acts.map(({ subject }) => subject).reverse()).toEqual([...withdrawn].sort(byNumber));
    expect(await desk.changeNumber()).toBe(withdrawn.size);
    await desk.close();
  });

  const byNumber = (a: string, b: string) => Number(a.split(' ')[1]) - Number(b.split(' ')[1]);
});

describe('several processes', () => {
  it('make the desk and write to it at once, and lose nothing', { timeout: 60_000 }, async () => {
    const children = ['a', 'b', 'c'].map((name) => startWithdrawing(name, 20));
    const ends = await Promise.all(
      children.map((child) => {
        child.stdout.resume();
        return once(child, 'close');
      }),
    );
    expect(ends).toEqual(ends.map(() => [0, null]));
    const desk = openDeskStore(file);
    expect((await desk.withdrawnIds(guild)).size).toBe(60);
    expect(await desk.changeNumber()).toBe(60);
    await desk.close();
  });
});

describe('a desk that can not be written', () => {
  /** Root may write everything; the test steps back from that for a moment. */
  async function withoutRights(act: () => Promise<void>): Promise<void> {
    if (process.getuid?.() !== 0) return act();
    process.seteuid?.(65_534);
    try {
      await act();
    } finally {
      process.seteuid?.(0);
    }
  }

  it.skipIf(process.platform === 'win32')('reads, and refuses to write, from a read-only file', async () => {
    const made = openDeskStore(file);
    await withdraw(made, 'a');
    await made.close();
    chmodSync(folder, 0o777);
    chmodSync(file, 0o444);
    await withoutRights(async () => {
      const desk = openDeskStore(file);
      const refusal = { code: 'desk-unwritable', context: { file, detail: 'SQLITE_READONLY' } };
      await expect(withdraw(desk, 'b')).rejects.toMatchObject(refusal);
      expect([...(await desk.withdrawnIds(guild))]).toEqual(['a']);
      expect(await desk.listActs({ guildId: 'all', limit: 10 })).toHaveLength(1);
      await desk.close();
    });
  });

  it.skipIf(process.platform === 'win32').each([
    ['was moved away', () => {}],
    ['was replaced by another', () => void openDeskStore(file).close()],
  ])('says so where its file %s', async (_what, replace) => {
    const desk = openDeskStore(file);
    await withdraw(desk, 'a');
    renameSync(file, path.join(folder, 'moved.db'));
    replace();
    const refusal = { code: 'desk-unwritable', context: { file, detail: 'it was moved or replaced' } };
    await expect(withdraw(desk, 'b')).rejects.toMatchObject(refusal);
    await expect(desk.takeLease('feeds', 'me', 2, 1)).rejects.toMatchObject(refusal);
    await desk.close();
  });
});

describe('a decision that can not be written down', () => {
  it.each([
    ['a withdrawal', (desk: DeskStore) => withdraw(desk, 'b')],
    ['a restoring', (desk) => desk.restore({ articleId: 'a', guildId: guild, byUserId: '1', at: 2 })],
    [
      'settings',
      async (desk) => desk.saveSettings(guild, { ...(await desk.settings(guild)), locale: 'ko' }, by),
    ],
    ['a correction', (desk) => desk.correct({ articleId: 'a', guildId: null, note: 'n', ...by })],
    ['a feed', (desk) => desk.addFeed({ ...feed, id: 'new' })],
    ['the end of a feed', (desk) => desk.removeFeed('feed', by)],
    ['the pause of a feed', (desk) => desk.pauseFeed('feed', true, by)],
  ] as [string, (desk: DeskStore) => Promise<unknown>][])('is not made: %s', async (_what, act) => {
    const desk = openDeskStore(file);
    await withdraw(desk, 'a');
    await desk.addFeed(feed);
    editDatabase(
      file,
      `CREATE TRIGGER planted BEFORE INSERT ON audit BEGIN SELECT raise(ABORT, 'planted'); END`,
    );
    const read = async () => [
      await desk.changeNumber(),
      await desk.withdrawnIds(guild),
      await desk.settings(guild),
      await desk.correctionNotes(['a'], guild),
      await desk.listFeeds('all'),
    ];
    const before = await read();
    await expect(act(desk)).rejects.toThrow('planted');
    expect(await read()).toEqual(before);
    await desk.close();
  });

  const by = { byUserId: '1', at: 2 };
  const feed = {
    id: 'feed',
    url: 'https://x.example',
    name: 'x',
    guildId: guild,
    announceChannelId: null,
    topic: null,
    ...by,
  };
});

describe('what stands in the file', () => {
  it.each([
    ['settings that are no JSON', `INSERT INTO guild_settings VALUES ('${guild}', '{')`, 'settings'],
    [
      'settings of another form',
      `INSERT INTO guild_settings VALUES ('${guild}', '{"locale":7}')`,
      'settings.locale',
    ],
  ])('is damaged where it is not what was written: %s', async (_what, statement, column) => {
    const desk = openDeskStore(file);
    editDatabase(file, statement);
    await expect(desk.settings(guild)).rejects.toMatchObject({
      code: 'desk-damaged',
      context: { file, detail: `unexpected ${column}` },
    });
    await desk.close();
  });

  it('may lack a setting that is newer than it', async () => {
    const desk = openDeskStore(file);
    editDatabase(file, `INSERT INTO guild_settings VALUES ('${guild}', '{"locale":"ko"}')`);
    expect(await desk.settings(guild)).toMatchObject({ locale: 'ko', cooldownSeconds: 5 });
    await desk.close();
  });

  it('is nothing of a person who was forgotten, down to the bytes', async () => {
    const userId = '80351110224678912';
    const desk = openDeskStore(file);
    for (let at = 0; at < 12; at++) {
      await desk.withdraw({ articleId: `article ${at}`, guildId: guild, reason: 'r', byUserId: userId, at });
      await desk.saveAnswer({
        id: `answer ${at}`,
        guildId: guild,
        askerId: userId,
        locale: 'en-US',
        isPrivate: true,
        confidence: 0.5,
        isUncertain: false,
        answeredAt: at,
        quotes: [],
      });
      await desk.saveFeedback({ answerId: `answer ${at}`, userId, verdict: 'helpful', reason: null, at });
    }
    expect(await desk.forgetUser(userId)).toEqual({ feedback: 12, answers: 12, acts: 24 });
    const bytes = readdirSync(folder).map((name) => readFileSync(path.join(folder, name)).toString('latin1'));
    expect(bytes.join('').includes('article 11')).toBe(true);
    expect(bytes.join('').includes(userId)).toBe(false);
    await desk.close();
  });
});
