import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask } from '../../../src/discord/commands/ask.ts';
import { press } from '../../../src/discord/controls/controls.ts';
import { audit, feedback, showAudit, status } from '../../../src/discord/desk/reports.ts';
import { readControlId } from '../../../src/discord/render/custom-id.ts';
import { localeIds } from '../../../src/discord/messages/locales.ts';
import { call, guildId, makeAsker, otherGuildId } from '../support/askers.ts';
import { openBot, titles } from '../support/open-bot.ts';
import type { TestBot } from '../support/open-bot.ts';
import { expectSendable, idOf, textOfPayload } from '../support/read-payload.ts';

const moderator = makeAsker({ userId: '80351110224678912', isModerator: true });

let bot: TestBot;

beforeEach(async () => {
  bot = await openBot();
});

afterEach(() => bot.close());

describe('the audit', () => {
  it('says who did what to which article and why, in this guild only', async () => {
    const articleId = await bot.articleId(titles.bridge);
    const act = { articleId, byUserId: '80351110224678912', at: Date.parse('2026-04-01T10:00:00Z') };
    await bot.desk.withdraw({ ...act, guildId, reason: 'A [hoax](http://evil.example)' });
    await bot.desk.withdraw({ ...act, guildId: otherGuildId, reason: 'Not ours' });
    const { payload } = await call(audit, {}, bot, moderator);
    expectSendable(payload);
    const text = textOfPayload(payload);
    expect(text).toContain('<t:1775037600:f> <@80351110224678912> withdrew **青崖大桥通车**: A \\[hoax\\]');
    expect(text).not.toContain('Not ours');
  });

  it('names refusals, and is paged', async () => {
    for (let at = 0; at < 30_000; at += 1000) {
      await bot.desk.recordAct({
        at,
        guildId,
        userId: '9',
        act: 'withdraw',
        subject: '',
        detail: {},
        outcome: 'refused',
      });
    }
    const first = await call(audit, {}, bot, moderator);
    expect(textOfPayload(first.payload)).toContain('(refused)');
    const next = readControlId(idOf(first.payload, 'audit'));
    expect(next).toMatchObject({ kind: 'audit', before: expect.any(Number) as number });
    const second = await showAudit(next?.kind === 'audit' ? next.before : 0, moderator, bot);
    expect(textOfPayload(second.payload)).not.toBe(textOfPayload(first.payload));
  });

  it('has something to say where nothing was done', async () => {
    const { payload } = await call(audit, {}, bot, moderator);
    expect(textOfPayload(payload)).toContain('Nothing yet.');
  });
});

describe('feedback', () => {
  it('shows what members called wrong, with what the answer quotes today', async () => {
    const { content } = await call(ask, { question: 'A single ticket costs nine crowns.' }, bot);
    const answerId = content?.answerId ?? '';
    await bot.desk.saveFeedback({ answerId, userId: '1', verdict: 'wrong', reason: 'outdated', at: 0 });
    await bot.desk.saveFeedback({ answerId, userId: '2', verdict: 'wrong', reason: null, at: 0 });
    const { payload } = await call(feedback, {}, bot, moderator);
    expectSendable(payload);
    expect(textOfPayload(payload)).toContain('A single ticket costs nine crowns.');
    const id = readControlId(idOf(payload, 'given'));
    expect(id).toEqual({ kind: 'given', answerId });
    const shown = await press(
      {
        id: { kind: 'given', answerId },
        values: [],
        components: [],
        isMessagePrivate: true,
        isOwnMessage: true,
      },
      moderator,
      bot,
    );
    expect(textOfPayload(shown.payload)).toContain('nine crowns');
  });

  it('survives that the article is gone', async () => {
    const { content } = await call(ask, { question: 'A single ticket costs nine crowns.' }, bot);
    const answerId = content?.answerId ?? '';
    await bot.desk.saveFeedback({ answerId, userId: '1', verdict: 'wrong', reason: 'other', at: 0 });
    const gone = {
      ...bot,
      answerer: { ...bot.answerer, archive: { ...bot.answerer.archive, quoteAgain: async () => [] } },
    };
    const { payload } = await call(feedback, {}, gone, moderator);
    expectSendable(payload);
    expect(textOfPayload(payload)).toContain('no longer there');
  });
});

describe('the status', () => {
  it.each(localeIds)('is worded in %s', async (locale) => {
    const { payload } = await call(status, {}, bot, makeAsker({ locale, isModerator: true }));
    expectSendable(payload);
    expect(textOfPayload(payload)).toMatch(/<t:\d+:D>/);
  });
});
