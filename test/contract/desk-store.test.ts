import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultGuildSettings, maxAnswerQuotes, maxNoteLength } from '../../src/store/desk-records.ts';
import type {
  Act,
  Feedback,
  GivenAnswer,
  GivenQuote,
  GuildSettings,
  NewFeed,
  Withdrawal,
} from '../../src/store/desk-records.ts';
import type { DeskStore } from '../../src/store/desk-store.ts';
import { openDeskStore } from '../../src/store/sqlite/desk/sqlite-desk-store.ts';
import { editDatabase } from '../support/open-sqlite.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const guild = '81384788765712384';
const otherGuild = '41771983423143937';
const moderator = '53908232506183680';
const asker = '80351110224678912';
const decision = { byUserId: moderator, at: 1_700_000_000_000 };
const noon = decision.at;

const makeQuote = (articleId: string, quote: Partial<GivenQuote> = {}): GivenQuote => ({
  articleId,
  start: 10,
  end: 50,
  highlightStart: 0,
  highlightEnd: 12,
  ...quote,
});

const makeAnswer = (id: string, articleIds: readonly string[], answer: Partial<GivenAnswer> = {}) =>
  ({
    id,
    guildId: guild,
    askerId: asker,
    locale: 'zh-TW',
    isPrivate: false,
    confidence: 0.75,
    isUncertain: false,
    answeredAt: noon,
    quotes: articleIds.map((articleId) => makeQuote(articleId)),
    ...answer,
  }) satisfies GivenAnswer;

const makeWithdrawal = (articleId: string, withdrawal: Partial<Withdrawal> = {}): Withdrawal => ({
  articleId,
  guildId: guild,
  reason: 'It is wrong.',
  ...decision,
  ...withdrawal,
});

const makeFeedback = (feedback: Partial<Feedback> = {}): Feedback => ({
  answerId: 'a',
  userId: asker,
  verdict: 'wrong',
  reason: 'outdated',
  at: noon,
  ...feedback,
});

const makeFeed = (id: string, feed: Partial<NewFeed> = {}): NewFeed => ({
  id,
  url: `https://${id}.example/feed`,
  name: id,
  guildId: guild,
  announceChannelId: null,
  topic: null,
  ...decision,
  ...feed,
});

const manyIds = Array.from({ length: 10_000 }, (_, at) => `article-${at}`);

/** Words of moderators and names that must come back as they were. */
const writings = [
  ['Chinese', '這篇報導把碼頭寫錯了，請參考更正。'],
  ['Arabic', 'العنوان خاطئ'],
  ['Thai', 'ข่าวนี้ผิด'],
  ['emoji', '👩‍👩‍👧 🇹🇼 ✍🏽'],
  ['quotes and SQL', `'; DROP TABLE "withdrawals"; --`],
  ['markup', '@everyone **no** [x](y)\n\u202Ereversed\u0000'],
] as const;

describe.each([
  [
    'SQLite',
    { open: () => openDeskStore(newFile()), openTwice: openDeskStoreTwice, openFilled: openFilledDeskStore },
  ],
] as const)('desk store %s', (_name, { open, openTwice, openFilled }) => {
  let desk: DeskStore;

  beforeEach(() => {
    desk = open();
  });

  afterEach(() => desk.close());

  const actNames = async (): Promise<string[]> =>
    (await desk.listActs({ guildId: 'all', limit: 1000 })).map(({ act }) => act);

  describe('settings', () => {
    const changed: GuildSettings = {
      answerChannels: ['1', '2'],
      repliesToMentions: false,
      isPrivate: true,
      locale: 'pt-BR',
      sources: ['青崖日报', 'صدى نوران'],
      timeZone: 'Asia/Taipei',
      cooldownSeconds: 0,
      deskRoles: ['3'],
    };

    it('are the defaults until they are changed', async () => {
      expect(await desk.settings(guild)).toEqual(defaultGuildSettings);
    });

    it('come back as they were saved, for that guild alone', async () => {
      expect(await desk.saveSettings(guild, changed, decision)).toBe(true);
      expect(await desk.settings(guild)).toEqual(changed);
      expect(await desk.settings(otherGuild)).toEqual(defaultGuildSettings);
    });

    it('write down what changed', async () => {
      await desk.saveSettings(
        guild,
        { ...defaultGuildSettings, locale: 'ko', sources: ['青崖日报'] },
        decision,
      );
      expect(await desk.listActs({ guildId: guild, limit: 10 })).toMatchObject([
        {
          at: noon,
          guildId: guild,
          userId: moderator,
          act: 'settings',
          subject: guild,
          detail: { locale: 'ko', sources: ['青崖日报'] },
          outcome: 'done',
        },
      ]);
    });

    it('write down nothing where nothing changes', async () => {
      const before = await desk.changeNumber();
      expect(await desk.saveSettings(guild, defaultGuildSettings, decision)).toBe(false);
      expect(await actNames()).toEqual([]);
      expect(await desk.changeNumber()).toBe(before);
    });

    it.each([{ cooldownSeconds: NaN }, { cooldownSeconds: -1 }, { timeZone: '' }])(
      'that could not be used are refused, and those before stay: %o',
      async (wrong) => {
        await desk.saveSettings(guild, changed, decision);
        await expect(desk.saveSettings(guild, { ...changed, ...wrong }, decision)).rejects.toThrow();
        expect(await desk.settings(guild)).toEqual(changed);
      },
    );

    it('are of a guild, never of none', async () => {
      await expect(desk.settings('')).rejects.toThrow(RangeError);
      await expect(desk.saveSettings('', changed, decision)).rejects.toThrow(RangeError);
    });
  });

  describe('answers', () => {
    it('come back as they were saved, quotes in their order', async () => {
      const quotes = [
        makeQuote('z', { start: 0, end: 1, highlightEnd: 1 }),
        makeQuote('a'),
        makeQuote('z', { start: 7, highlightStart: 3 }),
      ];
      const answer = makeAnswer('Zm9v_-', [], { quotes, isPrivate: true, isUncertain: true });
      await desk.saveAnswer(answer);
      expect(await desk.answer('Zm9v_-')).toEqual(answer);
      expect(await desk.answer('Zm9v')).toBeUndefined();
    });

    it('may be given outside a guild and quote nothing', async () => {
      const answer = makeAnswer('a', [], { guildId: null });
      await desk.saveAnswer(answer);
      expect(await desk.answer('a')).toEqual(answer);
    });

    it('have at most so many quotes, and are whole or not there', async () => {
      const ids = manyIds.slice(0, maxAnswerQuotes);
      await desk.saveAnswer(makeAnswer('most', ids));
      expect((await desk.answer('most'))?.quotes).toHaveLength(maxAnswerQuotes);
      await expect(desk.saveAnswer(makeAnswer('more', [...ids, 'x']))).rejects.toThrow(RangeError);
      expect(await desk.answer('more')).toBeUndefined();
    });

    it.each([
      ['ends before it begins', { start: 60 }],
      ['is marked beyond its end', { highlightEnd: 41 }],
      ['begins before the article', { start: -1 }],
    ])('are refused whole where a quote %s', async (_what, wrong) => {
      const quotes = [makeQuote('good'), makeQuote('bad', wrong)];
      await expect(desk.saveAnswer(makeAnswer('a', [], { quotes }))).rejects.toThrow();
      expect(await desk.answer('a')).toBeUndefined();
    });

    it('never take the place of another with the same id', async () => {
      await desk.saveAnswer(makeAnswer('a', ['first']));
      await expect(desk.saveAnswer(makeAnswer('a', ['second']))).rejects.toThrow();
      expect((await desk.answer('a'))?.quotes[0]?.articleId).toBe('first');
    });

    it('are forgotten with their quotes and the feedback on them', async () => {
      await desk.saveAnswer(makeAnswer('a', ['ferry'], { answeredAt: noon - 1 }));
      await desk.saveAnswer(makeAnswer('b', ['ferry']));
      for (const answerId of ['a', 'b']) await desk.saveFeedback(makeFeedback({ answerId }));
      expect(await desk.forgetAnswers({ olderThan: noon })).toBe(1);
      expect(await desk.answer('a')).toBeUndefined();
      expect((await desk.answer('b'))?.quotes).toHaveLength(1);
      expect(await desk.listFeedback({ guildId: 'all', limit: 10 })).toMatchObject([{ answerId: 'b' }]);
    });
  });

  describe('feedback', () => {
    beforeEach(() => desk.saveAnswer(makeAnswer('a', ['ferry'])));

    it('is one a person and answer: the last counts', async () => {
      expect(await desk.saveFeedback(makeFeedback())).toBe(true);
      await desk.saveFeedback(makeFeedback({ userId: moderator, reason: null }));
      await desk.saveFeedback(makeFeedback({ verdict: 'helpful', reason: null, at: noon + 5 }));
      expect(await desk.listFeedback({ guildId: guild, limit: 10 })).toEqual([
        { ...makeFeedback({ verdict: 'helpful', reason: null, at: noon + 5 }), guildId: guild, id: 3 },
        { ...makeFeedback({ userId: moderator, reason: null }), guildId: guild, id: 2 },
      ]);
    });

    it('is not kept for an answer that is gone', async () => {
      expect(await desk.saveFeedback(makeFeedback({ answerId: 'gone' }))).toBe(false);
      expect(await desk.listFeedback({ guildId: 'all', limit: 10 })).toEqual([]);
    });

    it('is listed by verdict and guild, in parts', async () => {
      await desk.saveAnswer(makeAnswer('elsewhere', [], { guildId: otherGuild }));
      await desk.saveAnswer(makeAnswer('direct', [], { guildId: null }));
      for (const answerId of ['elsewhere', 'direct']) await desk.saveFeedback(makeFeedback({ answerId }));
      for (let at = 0; at < 25; at++) {
        const verdict = at % 5 === 0 ? 'helpful' : 'wrong';
        await desk.saveFeedback(makeFeedback({ userId: String(at), verdict }));
      }
      const read: string[] = [];
      let before: number | undefined;
      do {
        const part = await desk.listFeedback({
          guildId: guild,
          verdict: 'wrong',
          limit: 8,
          ...(before === undefined ? {} : { before }),
        });
        read.push(...part.map(({ userId }) => userId));
        before = part.at(-1)?.id;
      } while (before !== undefined);
      const wanted = Array.from({ length: 25 }, (_, at) => at).filter((at) => at % 5 !== 0);
      expect(read).toEqual(wanted.reverse().map(String));
      expect(await desk.listFeedback({ guildId: null, limit: 10 })).toMatchObject([{ answerId: 'direct' }]);
    });
  });

  describe('withdrawals', () => {
    it('hide an article in one guild, or everywhere', async () => {
      expect(await desk.withdraw(makeWithdrawal('own'))).toBe(true);
      await desk.withdraw(makeWithdrawal('other', { guildId: otherGuild }));
      await desk.withdraw(makeWithdrawal('all', { guildId: null }));
      expect([...(await desk.withdrawnIds(guild))].sort()).toEqual(['all', 'own']);
      expect([...(await desk.withdrawnIds(otherGuild))].sort()).toEqual(['all', 'other']);
      expect([...(await desk.withdrawnIds('1'))]).toEqual(['all']);
      expect([...(await desk.withdrawnIds(null))]).toEqual(['all']);
    });

    it('never hold everywhere for want of a guild id', async () => {
      await expect(desk.withdraw(makeWithdrawal('a', { guildId: '' }))).rejects.toThrow(RangeError);
      expect((await desk.withdrawnIds(guild)).size).toBe(0);
    });

    it('are restored each for itself', async () => {
      await desk.withdraw(makeWithdrawal('a'));
      await desk.withdraw(makeWithdrawal('a', { guildId: null }));
      expect(await desk.restore({ articleId: 'a', guildId: null, ...decision })).toBe(true);
      expect([...(await desk.withdrawnIds(guild))]).toEqual(['a']);
      expect([...(await desk.withdrawnIds(null))]).toEqual([]);
      expect(await desk.restore({ articleId: 'a', guildId: guild, ...decision })).toBe(true);
      expect([...(await desk.withdrawnIds(guild))]).toEqual([]);
    });

    it('that are not there are not restored, and nothing is written down', async () => {
      expect(await desk.restore({ articleId: 'a', guildId: guild, ...decision })).toBe(false);
      expect(await actNames()).toEqual([]);
    });

    it('know by which keys their articles would come again', async () => {
      await desk.withdraw(makeWithdrawal('a', { keys: ['url:https://x.example', '标题|青崖日报'] }));
      await desk.withdraw(makeWithdrawal('b', { guildId: null, keys: ['hash:1', 'hash:1'] }));
      expect(await desk.withdrawnKeys(guild)).toEqual(
        new Set(['url:https://x.example', '标题|青崖日报', 'hash:1']),
      );
      expect(await desk.withdrawnKeys(otherGuild)).toEqual(new Set(['hash:1']));
      await desk.restore({ articleId: 'a', guildId: guild, ...decision });
      expect(await desk.withdrawnKeys(guild)).toEqual(new Set(['hash:1']));
    });

    it('said again keep their place and add up their keys', async () => {
      await desk.withdraw(makeWithdrawal('a', { keys: ['2'] }));
      await desk.withdraw(makeWithdrawal('b'));
      const again = { reason: '又一次', byUserId: '9', at: noon + 1 };
      expect(await desk.withdraw(makeWithdrawal('a', { ...again, keys: ['1', '2'] }))).toBe(false);
      expect(await desk.listWithdrawals({ guildId: guild, limit: 10 })).toEqual([
        { ...makeWithdrawal('b'), keys: [], id: 2 },
        { ...makeWithdrawal('a', again), keys: ['1', '2'], id: 1 },
      ]);
    });

    it.each(writings)('keep reasons and ids as they were written: %s', async (_what, text) => {
      await desk.withdraw(makeWithdrawal(text, { reason: text, keys: [text] }));
      expect(await desk.withdrawnIds(guild)).toEqual(new Set([text]));
      expect(await desk.listWithdrawals({ guildId: guild, limit: 1 })).toMatchObject([
        { articleId: text, reason: text, keys: [text] },
      ]);
      expect(await desk.listActs({ guildId: guild, limit: 1 })).toMatchObject([
        { subject: text, detail: { reason: text } },
      ]);
    });

    it('have a reason of bounded length', async () => {
      await desk.withdraw(makeWithdrawal('a', { reason: '长'.repeat(maxNoteLength) }));
      const tooLong = makeWithdrawal('b', { reason: '长'.repeat(maxNoteLength + 1) });
      await expect(desk.withdraw(tooLong)).rejects.toThrow(RangeError);
      expect(await desk.withdrawnIds(guild)).toEqual(new Set(['a']));
    });

    it('are listed in parts, the newest first', async () => {
      for (const id of manyIds.slice(0, 30)) await desk.withdraw(makeWithdrawal(id));
      await desk.withdraw(makeWithdrawal('everywhere', { guildId: null }));
      const first = await desk.listWithdrawals({ guildId: guild, limit: 20 });
      const before = first.at(-1)?.id ?? 0;
      const second = await desk.listWithdrawals({ guildId: guild, before, limit: 20 });
      const read = [...first, ...second].map(({ articleId }) => articleId);
      expect(read).toEqual(manyIds.slice(0, 30).reverse());
      expect(await desk.listWithdrawals({ guildId: null, limit: 20 })).toHaveLength(1);
      expect(await desk.listWithdrawals({ guildId: 'all', limit: 100 })).toHaveLength(31);
    });

    it('may be 10,000', async () => {
      const filled = await openFilled(manyIds);
      expect(await filled.withdrawnIds(guild)).toEqual(new Set(manyIds));
      expect(await filled.withdrawnKeys(guild)).toEqual(new Set(manyIds));
      expect((await filled.withdrawnIds(otherGuild)).size).toBe(0);
      await filled.close();
    });
  });

  describe('corrections', () => {
    const correct = (articleId: string, note: string, guildId: string | null = guild) =>
      desk.correct({ articleId, guildId, note, ...decision });
    const notesOf = async (articleIds: readonly string[], guildId: string | null) =>
      Object.fromEntries(
        [...(await desk.correctionNotes(articleIds, guildId))].map(([id, notes]) => [
          id,
          notes.map(({ note }) => note),
        ]),
      );

    it('are shown with their article, in their guild or everywhere', async () => {
      await correct('ferry', 'own');
      await correct('ferry', 'everywhere', null);
      await correct('bridge', 'other', otherGuild);
      const ids = ['ferry', 'bridge', 'market'];
      expect(await notesOf(ids, guild)).toEqual({ ferry: ['everywhere', 'own'] });
      expect(await notesOf(ids, otherGuild)).toEqual({ ferry: ['everywhere'], bridge: ['other'] });
      expect(await notesOf(ids, null)).toEqual({ ferry: ['everywhere'] });
      expect(await notesOf(['bridge'], guild)).toEqual({});
    });

    it.each(writings)('keep the note as it was written: %s', async (_what, text) => {
      await correct('ferry', text);
      expect((await desk.correctionNotes(['ferry'], guild)).get('ferry')).toEqual([
        { articleId: 'ferry', guildId: guild, note: text, ...decision },
      ]);
    });

    it('take each other’s place', async () => {
      await correct('ferry', 'first');
      await correct('ferry', 'second');
      expect(await notesOf(['ferry'], guild)).toEqual({ ferry: ['second'] });
    });

    it('are removed once', async () => {
      await correct('ferry', 'note');
      const place = { articleId: 'ferry', guildId: guild, ...decision };
      expect(await desk.removeCorrection({ ...place, guildId: null })).toBe(false);
      expect(await desk.removeCorrection(place)).toBe(true);
      expect(await desk.removeCorrection(place)).toBe(false);
      expect(await notesOf(['ferry'], guild)).toEqual({});
      expect(await actNames()).toEqual(['remove-correction', 'correct']);
    });

    it('have a note of bounded length', async () => {
      await expect(correct('ferry', 'x'.repeat(maxNoteLength + 1))).rejects.toThrow(RangeError);
      expect(await notesOf(['ferry'], guild)).toEqual({});
    });

    it('are found among 10,000 articles', async () => {
      await correct('article-9999', 'note');
      expect(await notesOf(manyIds, guild)).toEqual({ 'article-9999': ['note'] });
    });
  });

  describe('feeds', () => {
    const idsOf = async (scope: string | null) => (await desk.listFeeds(scope)).map(({ id }) => id);
    const state = {
      etag: '"abc"',
      lastModified: 'Tue, 24 Nov 2026 12:00:00 GMT',
      nextAt: noon + 60_000,
      failures: 2,
      lastError: 'ECONNRESET',
      lastSuccessAt: noon - 1,
    };

    it('come back as they were added, by name, each in its guild', async () => {
      const feed = makeFeed('b', { name: '青崖日报', topic: '渡轮', announceChannelId: '5' });
      expect(await desk.addFeed(feed)).toBe(true);
      await desk.addFeed(makeFeed('c', { name: 'A' }));
      await desk.addFeed(makeFeed('a', { guildId: null }));
      expect(await desk.listFeeds(guild)).toEqual([
        { ...makeFeed('c', { name: 'A' }), isPaused: false },
        { ...feed, isPaused: false },
      ]);
      expect(await idsOf(null)).toEqual(['a']);
      expect(await idsOf('all')).toEqual(['c', 'a', 'b']);
      expect(await idsOf(otherGuild)).toEqual([]);
    });

    it('are paused and resumed, and removed, once each', async () => {
      await desk.addFeed(makeFeed('a'));
      expect(await desk.pauseFeed('a', true, decision)).toBe(true);
      expect(await desk.pauseFeed('a', true, decision)).toBe(false);
      expect((await desk.listFeeds(guild))[0]?.isPaused).toBe(true);
      expect(await desk.pauseFeed('a', false, decision)).toBe(true);
      expect(await desk.removeFeed('a', decision)).toBe(true);
      expect(await desk.removeFeed('a', decision)).toBe(false);
      expect(await desk.pauseFeed('a', true, decision)).toBe(false);
      expect(await idsOf('all')).toEqual([]);
      expect(await actNames()).toEqual(['remove-feed', 'resume-feed', 'pause-feed', 'add-feed']);
      expect(await desk.listActs({ guildId: guild, limit: 1 })).toMatchObject([
        { subject: 'a', detail: { name: 'a', url: 'https://a.example/feed' } },
      ]);
    });

    it('added again keep their pause, and their state unless the address is another', async () => {
      await desk.addFeed(makeFeed('a'));
      await desk.pauseFeed('a', true, decision);
      await desk.saveFeedState('a', state);
      expect(await desk.addFeed(makeFeed('a', { name: 'renamed' }))).toBe(false);
      expect(await desk.listFeeds(guild)).toMatchObject([{ name: 'renamed', isPaused: true }]);
      expect(await desk.feedState('a')).toMatchObject({ etag: '"abc"' });
      await desk.addFeed(makeFeed('a', { url: 'https://other.example' }));
      expect(await desk.feedState('a')).toMatchObject({ etag: null });
    });

    it('are not taken over by another guild', async () => {
      await desk.addFeed(makeFeed('a'));
      await expect(desk.addFeed(makeFeed('a', { guildId: otherGuild }))).rejects.toThrow(RangeError);
      expect(await idsOf(guild)).toEqual(['a']);
      expect(await actNames()).toEqual(['add-feed']);
    });

    it('begin with an empty state, and keep what was seen unless told anew', async () => {
      await desk.addFeed(makeFeed('a'));
      const empty = { etag: null, lastModified: null, lastError: null, lastSuccessAt: null, seen: [] };
      expect(await desk.feedState('a')).toEqual({ ...empty, nextAt: 0, failures: 0 });
      const seen = [...manyIds, '标识'];
      expect(await desk.saveFeedState('a', { ...state, seen })).toBe(true);
      await desk.saveFeedState('a', { ...state, failures: 0 });
      expect(await desk.feedState('a')).toEqual({ ...state, failures: 0, seen });
      await desk.saveFeedState('a', { ...state, seen: [] });
      expect((await desk.feedState('a'))?.seen).toEqual([]);
    });

    it('have a health, those of all guilds together', async () => {
      expect(await desk.feedHealth()).toEqual([]);
      await desk.addFeed(makeFeed('b', { guildId: otherGuild }));
      await desk.addFeed(makeFeed('a'));
      await desk.addFeed(makeFeed('c', { guildId: null }));
      await desk.saveFeedState('a', { ...state, failures: 4, lastSuccessAt: 1234 });
      await desk.pauseFeed('b', true, decision);
      expect(await desk.feedHealth()).toEqual([
        { isPaused: false, failures: 4, lastSuccessAt: 1234 },
        { isPaused: true, failures: 0, lastSuccessAt: null },
        { isPaused: false, failures: 0, lastSuccessAt: null },
      ]);
    });

    it('that are gone have no state', async () => {
      await desk.addFeed(makeFeed('a'));
      await desk.saveFeedState('a', state);
      await desk.removeFeed('a', decision);
      expect(await desk.saveFeedState('a', state)).toBe(false);
      expect(await desk.feedState('a')).toBeUndefined();
      await desk.addFeed(makeFeed('a'));
      expect(await desk.feedState('a')).toMatchObject({ etag: null });
    });

    it('are polled by whoever holds the lease', async () => {
      expect(await desk.takeLease('feeds', 'first', 100, 0)).toBe(true);
      expect(await desk.takeLease('feeds', 'second', 150, 99)).toBe(false);
      expect(await desk.takeLease('other', 'second', 150, 99)).toBe(true);
      expect(await desk.takeLease('feeds', 'first', 200, 99)).toBe(true);
      expect(await desk.takeLease('feeds', 'second', 300, 199)).toBe(false);
      expect(await desk.takeLease('feeds', 'second', 300, 200)).toBe(true);
      expect(await desk.takeLease('feeds', 'second', 210, 210)).toBe(true);
      expect(await desk.takeLease('feeds', 'first', 300, 210)).toBe(true);
    });
  });

  describe('acts', () => {
    const refusal: Act = {
      at: noon,
      guildId: guild,
      userId: asker,
      act: 'withdraw',
      subject: '新闻',
      detail: { why: 'not-a-moderator', tries: 2, isForged: true, role: null, channels: ['1'] },
      outcome: 'refused',
    };

    it('are written down also where they were refused', async () => {
      await desk.recordAct(refusal);
      expect(await desk.listActs({ guildId: guild, limit: 10 })).toEqual([{ ...refusal, id: 1 }]);
    });

    it('are listed in parts, the last first, each in its guild', async () => {
      for (let at = 0; at < 45; at++) {
        await desk.recordAct({ ...refusal, at: noon - at, guildId: at % 3 === 0 ? null : guild });
      }
      const first = await desk.listActs({ guildId: guild, limit: 20 });
      const before = first.at(-1)?.id ?? 0;
      const rest = await desk.listActs({ guildId: guild, before, limit: 20 });
      expect([first.length, rest.length]).toEqual([20, 10]);
      const ids = [...first, ...rest].map(({ id }) => id);
      expect(ids).toEqual([...new Set(ids)].sort((a, b) => b - a));
      expect(await desk.listActs({ guildId: null, limit: 100 })).toHaveLength(15);
      expect(await desk.listActs({ guildId: 'all', limit: 100 })).toHaveLength(45);
      expect(await desk.listActs({ guildId: otherGuild, limit: 100 })).toEqual([]);
    });

    it('are not lost for the length of their detail', async () => {
      const sources = Array.from({ length: 300 }, (_, at) => `来源 ${at}`);
      await desk.saveSettings(guild, { ...defaultGuildSettings, sources, locale: 'ja' }, decision);
      expect(await desk.listActs({ guildId: guild, limit: 1 })).toMatchObject([
        { detail: { locale: 'ja', leftOut: ['sources'] } },
      ]);
      expect((await desk.settings(guild)).sources).toEqual(sources);
    });
  });

  describe('the change number', () => {
    const acts: [string, (at: DeskStore) => Promise<unknown>][] = [
      ['settings', (at) => at.saveSettings(guild, { ...defaultGuildSettings, isPrivate: true }, decision)],
      ['a withdrawal', (at) => at.withdraw(makeWithdrawal('a'))],
      ['a restoring', (at) => at.restore({ articleId: 'known', guildId: guild, ...decision })],
      ['a correction', (at) => at.correct({ articleId: 'a', guildId: null, note: 'n', ...decision })],
      ['a correction gone', (at) => at.removeCorrection({ articleId: 'known', guildId: guild, ...decision })],
    ];

    it.each(acts)('grows with %s, here and from elsewhere', async (_what, act) => {
      const pair = openTwice();
      const [mine, theirs] = pair;
      await mine.withdraw(makeWithdrawal('known'));
      await mine.correct({ articleId: 'known', guildId: guild, note: 'n', ...decision });
      const before = await mine.changeNumber();
      expect(await theirs.changeNumber()).toBe(before);
      await act(theirs);
      expect(await mine.changeNumber()).toBeGreaterThan(before);
      expect(await theirs.changeNumber()).toBe(await mine.changeNumber());
      for (const store of pair) await store.close();
    });

    it('stays where nothing was decided', async () => {
      const before = await desk.changeNumber();
      await desk.saveAnswer(makeAnswer('a', ['ferry']));
      await desk.saveFeedback(makeFeedback());
      await desk.addFeed(makeFeed('a'));
      await desk.restore({ articleId: 'a', guildId: guild, ...decision });
      expect(await desk.changeNumber()).toBe(before);
    });
  });

  describe('forgetting a person', () => {
    it('deletes what was said and leaves what was done, by nobody', async () => {
      await desk.saveAnswer(makeAnswer('a', ['ferry']));
      await desk.saveAnswer(makeAnswer('b', ['ferry'], { askerId: '7' }));
      for (const userId of [asker, '7']) await desk.saveFeedback(makeFeedback({ userId }));
      await desk.withdraw(makeWithdrawal('ferry', { byUserId: asker }));
      await desk.correct({ articleId: 'ferry', guildId: null, note: 'n', byUserId: asker, at: noon });
      await desk.addFeed(makeFeed('feed', { byUserId: asker }));
      expect(await desk.countUser(asker)).toEqual({ feedback: 1, answers: 1, acts: 6 });
      expect(await desk.forgetUser(asker)).toEqual({ feedback: 1, answers: 1, acts: 6 });
      expect(await desk.countUser(asker)).toEqual({ feedback: 0, answers: 0, acts: 0 });
      expect(await desk.forgetUser(asker)).toEqual({ feedback: 0, answers: 0, acts: 0 });
      const everything = [
        [await desk.answer('a'), await desk.answer('b')],
        await desk.listFeedback({ guildId: 'all', limit: 10 }),
        await desk.listWithdrawals({ guildId: 'all', limit: 10 }),
        [...(await desk.correctionNotes(['ferry'], guild)).values()],
        await desk.listFeeds('all'),
        await desk.listActs({ guildId: 'all', limit: 10 }),
      ];
      expect(everything.map((list) => list.length)).toEqual([2, 1, 1, 1, 1, 3]);
      expect(JSON.stringify(everything)).not.toContain(asker);
      expect(await desk.answer('a')).toMatchObject({ askerId: '' });
    });

    it('does not take those already forgotten for one person', async () => {
      await desk.saveAnswer(makeAnswer('a', ['ferry']));
      await desk.forgetUser(asker);
      for (const each of [desk.countUser(''), desk.forgetUser('')])
        expect(await each).toEqual({ feedback: 0, answers: 0, acts: 0 });
    });
  });

  it('may be closed twice', async () => {
    await desk.close();
    await desk.close();
  });
});

function newFile(): string {
  return path.join(temporaryFolder(), 'data', 'desk.db');
}

/** The same desk as two processes have it open. */
function openDeskStoreTwice(): [DeskStore, DeskStore] {
  const file = newFile();
  return [openDeskStore(file), openDeskStore(file)];
}

/** A desk where the guild withdrew articles, each with its id for a key. One by one they would take a flush each. */
async function openFilledDeskStore(articleIds: readonly string[]): Promise<DeskStore> {
  const file = newFile();
  await openDeskStore(file).close();
  editDatabase(
    file,
    `INSERT INTO withdrawals (guild_id, article_id, reason, by_user_id, "at")
     SELECT '${guild}', value, '', '', 0 FROM json_each('${JSON.stringify(articleIds)}')`,
    'INSERT INTO withdrawal_keys SELECT id, article_id FROM withdrawals',
  );
  return openDeskStore(file);
}
