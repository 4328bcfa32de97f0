import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { GivenAnswer, Post } from '../../src/store/desk-records.ts';
import type { DeskStore } from '../../src/store/desk-store.ts';
import { openDeskDatabase } from '../../src/store/sqlite/desk/database.ts';
import { migrations } from '../../src/store/sqlite/desk/migrations.ts';
import { openDeskStore } from '../../src/store/sqlite/desk/sqlite-desk-store.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const guild = '81384788765712384';
const otherGuild = '41771983423143937';
const noon = 1_700_000_000_000;
const decision = { byUserId: '53908232506183680', at: noon };

const makePost = (messageId: string, articleIds: readonly string[], post: Partial<Post> = {}): Post => ({
  messageId,
  channelId: '1',
  guildId: guild,
  locale: 'ja',
  kind: 'list',
  answerId: null,
  page: 0,
  postedAt: noon,
  articleIds,
  ...post,
});

const makeAnswer = (id: string, answeredAt = noon): GivenAnswer => ({
  id,
  guildId: guild,
  askerId: '80351110224678912',
  locale: 'ja',
  isPrivate: false,
  confidence: 0.75,
  isUncertain: false,
  answeredAt,
  quotes: [{ articleId: 'ferry', start: 0, end: 9, highlightStart: 0, highlightEnd: 4 }],
});

let desk: DeskStore;
let file: string;

beforeEach(() => {
  file = path.join(temporaryFolder(), 'desk.db');
  desk = openDeskStore(file);
});
afterEach(() => desk.close());

/** Keeps posts that were drawn just now. */
async function save(...posts: readonly Post[]): Promise<void> {
  for (const post of posts) await desk.savePost(post, await desk.changeNumber());
}

const due = (by = noon, most: { limit?: number; perChannel?: number } = {}) =>
  desk.dueRedraws({ by, limit: 100, perChannel: 100, ...most });
const dueIds = async (...which: Parameters<typeof due>) =>
  (await due(...which)).map(({ post }) => post.messageId);
const withdraw = (articleId: string, guildId: string | null = guild) =>
  desk.withdraw({ articleId, guildId, reason: 'r', ...decision });

describe('a decision about an article', () => {
  const place = { articleId: 'ferry', guildId: guild, ...decision };
  it.each([
    ['withdrawn', () => desk.withdraw({ ...place, reason: 'r' })],
    ['restored', () => desk.restore(place)],
    ['corrected', () => desk.correct({ ...place, note: 'n' })],
    ['its note taken back', () => desk.removeCorrection(place)],
  ])('asks for the redraw of every post that names it: %s', async (what, decide) => {
    if (what === 'restored') await withdraw('ferry');
    if (what === 'its note taken back') await desk.correct({ ...place, note: 'n' });
    const posts = [makePost('1', ['ferry', '大桥'], { postedAt: noon + 1 }), makePost('2', ['سوق', 'ferry'])];
    await save(...posts, makePost('3', ['大桥']));
    expect(await due()).toEqual([]);
    await decide();
    expect((await due()).map(({ post, failures }) => ({ post, failures }))).toEqual(
      posts.map((post) => ({ post, failures: 0 })),
    );
    expect(await desk.countRedraws('ferry')).toBe(2);
    expect(await desk.countRedraws('大桥')).toBe(1);
  });

  it('asks for none where nothing was changed', async () => {
    await save(makePost('1', ['ferry']));
    await desk.restore(place);
    await desk.removeCorrection(place);
    expect(await due()).toEqual([]);
  });

  it('reaches the guild that it was made in, or everywhere all of them and direct messages', async () => {
    await save(
      makePost('1', ['ferry']),
      makePost('2', ['ferry'], { guildId: otherGuild }),
      makePost('3', ['ferry'], { guildId: null }),
    );
    await withdraw('ferry', otherGuild);
    expect(await dueIds()).toEqual(['2']);
    await withdraw('ferry', null);
    expect((await dueIds()).sort()).toEqual(['1', '2', '3']);
  });

  it('that another process makes, or that a process ends right after, is asked for all the same', async () => {
    await save(makePost('1', ['ferry']));
    const other = openDeskStore(file);
    await other.withdraw({ articleId: 'ferry', guildId: null, reason: 'r', ...decision });
    await other.close();
    expect(await dueIds()).toEqual(['1']);
    await desk.close();
    desk = openDeskStore(file);
    expect(await dueIds()).toEqual(['1']);
  });

  it.each([1, 250, 3000])('is never one of too many: %i at once', async (count) => {
    await save(makePost('1', [`article ${count}`]));
    for (let at = 1; at <= count; at++) await withdraw(`article ${at}`);
    expect(await dueIds()).toEqual(['1']);
  });
});

describe('a post', () => {
  it('that was drawn before a decision has to be drawn anew, also where it was kept only afterwards', async () => {
    const before = await desk.changeNumber();
    await withdraw('ferry');
    expect(await desk.savePost(makePost('1', ['ferry']), before)).toBe(true);
    expect(await dueIds()).toEqual(['1']);
    expect(await desk.savePost(makePost('2', ['ferry']), await desk.changeNumber())).toBe(false);
    expect(await dueIds()).toEqual(['1']);
  });

  it('takes the place of what the same message showed before', async () => {
    await save(makePost('1', ['ferry'], { kind: 'article' }));
    await save(makePost('1', ['大桥', 'سوق'], { kind: 'article', page: 3 }));
    await withdraw('ferry');
    expect(await due()).toEqual([]);
    await withdraw('سوق');
    expect(await due()).toMatchObject([
      { post: makePost('1', ['大桥', 'سوق'], { kind: 'article', page: 3 }) },
    ]);
  });

  it('is one of several that show the same answer, and is forgotten with it', async () => {
    await desk.saveAnswer(makeAnswer('a'));
    const shown = { kind: 'answer', answerId: 'a' } as const;
    await save(makePost('1', ['ferry'], shown), makePost('2', ['ferry'], { ...shown, postedAt: noon + 9 }));
    await withdraw('ferry');
    expect(await dueIds()).toEqual(['2', '1']);
    await desk.forgetAnswers({ olderThan: noon + 1 });
    expect(await due()).toEqual([]);
    await expect(save(makePost('3', ['ferry'], shown))).rejects.toThrow();
  });

  it('is forgotten when it is old, or gone', async () => {
    await save(
      makePost('1', ['ferry'], { postedAt: noon - 1 }),
      makePost('2', ['ferry']),
      makePost('3', ['ferry']),
    );
    await withdraw('ferry');
    expect(await desk.forgetAnswers({ olderThan: noon })).toBe(0);
    await desk.forgetPost('3');
    expect(await dueIds()).toEqual(['2']);
  });
});

describe('redraws', () => {
  it('come a few of each channel, the newest first, so that none waits for a channel with many', async () => {
    const many = Array.from({ length: 9 }, (_, at) => makePost(`1${at}`, ['ferry'], { postedAt: noon + at }));
    await save(
      ...many,
      makePost('20', ['ferry'], { channelId: '2' }),
      makePost('30', ['ferry'], { channelId: '3' }),
    );
    await withdraw('ferry');
    expect((await dueIds(noon, { perChannel: 2 })).sort()).toEqual(['17', '18', '20', '30']);
    expect(await dueIds(noon, { perChannel: 2, limit: 3 })).toEqual(['18', '20', '30']);
  });

  it('are over when they are done, but not where anything was decided while they were drawn', async () => {
    await save(makePost('1', ['ferry']));
    await withdraw('ferry');
    const [first] = await due();
    const before = await desk.changeNumber();
    await desk.restore({ articleId: 'ferry', guildId: guild, ...decision });
    await desk.endRedraw(first?.id ?? 0, before);
    expect(await dueIds()).toEqual(['1']);
    const [second] = await due();
    await desk.endRedraw(first?.id ?? 0, await desk.changeNumber());
    expect(await due()).toEqual([second]);
    await desk.endRedraw(second?.id ?? 0, await desk.changeNumber());
    expect(await due()).toEqual([]);
  });

  it('are put off when they fail, and count as new after the next decision', async () => {
    await save(makePost('1', ['ferry']));
    await withdraw('ferry');
    const [failed] = await due();
    await desk.postponeRedraw(failed?.id ?? 0, noon + 100);
    expect(await due(noon + 99)).toEqual([]);
    expect(await due(noon + 100)).toMatchObject([{ failures: 1 }]);
    expect(await desk.countRedraws('ferry')).toBe(0);
    await desk.restore({ articleId: 'ferry', guildId: guild, ...decision });
    expect(await due()).toMatchObject([{ failures: 0 }]);
    await desk.postponeRedraw(failed?.id ?? 0, noon + 100);
    expect(await due()).toMatchObject([{ failures: 0 }]);
  });
});

it('a desk of the first format keeps where its answers are shown, and redraws what was decided about', async () => {
  const old = path.join(temporaryFolder(), 'old.db');
  const database = openDeskDatabase(old, migrations.slice(0, 1));
  database.exec(`
    INSERT INTO answers VALUES ('a', '${guild}', '7', '70', '5', 'ja', 0, 0.5, 0, ${noon}), ('b', '', '8', '80', '5', 'ja', 0, 0.5, 0, ${noon}),
      ('hidden', '', '9', NULL, '5', 'ja', 1, 0.5, 0, ${noon});
    INSERT INTO answer_quotes VALUES ('a', 0, '大桥', 0, 9, 0, 4), ('a', 1, 'ferry', 0, 9, 0, 4), ('b', 0, 'سوق', 0, 9, 0, 4),
      ('hidden', 0, 'ferry', 0, 9, 0, 4);
    INSERT INTO audit ("at", guild_id, user_id, act, subject, detail, outcome)
      VALUES (1, '', '5', 'withdraw', 'ferry', '{}', 'done'), (2, '', '5', 'restore', 'ferry', '{}', 'done');`);
  database.close();
  await desk.close();
  desk = openDeskStore(old);
  const shown = { kind: 'answer', channelId: '7', answerId: 'a' } as const;
  expect((await due()).map(({ post }) => post)).toEqual([makePost('70', ['大桥', 'ferry'], shown)]);
  expect((await desk.answer('hidden'))?.quotes).toHaveLength(1);
  await withdraw('سوق', null);
  expect((await dueIds()).sort()).toEqual(['70', '80']);
});
