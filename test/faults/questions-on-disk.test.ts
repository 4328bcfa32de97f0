import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { replyToQuestion } from '../../src/discord/answering.ts';
import type { Bot } from '../../src/discord/bot.ts';
import { article } from '../../src/discord/commands/article.ts';
import { checkMessage } from '../../src/discord/commands/check-message.ts';
import { latest } from '../../src/discord/commands/latest.ts';
import { judge } from '../../src/discord/controls/controls.ts';
import { describeFailure } from '../../src/discord/describe-failure.ts';
import { joinFollowUp } from '../../src/discord/follow-up.ts';
import { UserError } from '../../src/errors.ts';
import { makeAsker, typed } from '../discord/support/askers.ts';
import { openBot } from '../discord/support/open-bot.ts';
import type { TestBot } from '../discord/support/open-bot.ts';
import { findWords } from '../support/find-words.ts';

/** Words that no article has and no program invents; each question has one of them. */
const marks = ['qzxvkwords', 'кхъщтайна', '龘靐齉爩', 'ضغطظثسر'] as const;

const subjects = [
  'When does the old ferry sail again, said the',
  'Сколько стоит рынок в Нуране, говорит',
  '青崖大桥全长多少米？',
  'متى فتح سوق نوران القديم أبوابه',
] as const;

const questionCount = 1000;

let bot: TestBot;
let [answered, refused] = [0, 0];

beforeAll(async () => {
  bot = await openBot();
  for (let at = 0; at < questionCount; at++) await askInSomeWay(at);
});
afterAll(() => bot.close());

/** A question as members ask: mostly alone, now and then as a follow-up, with a judgement, too long, or as a title. */
async function askInSomeWay(at: number): Promise<void> {
  const asker = makeAsker({ userId: `8035111022467${1000 + at}` });
  const kind = at % marks.length;
  const words = `${subjects[kind]} ${marks[kind]}${at}?`;
  const question =
    at % 50 === 0 ? words.repeat(200) : at % 10 === 0 ? joinFollowUp(`and ${marks[kind]}`, words) : words;
  try {
    const { content } = await replyToQuestion({ question, isPrivate: at % 3 === 0 }, asker, bot);
    const answerId = content?.answerId ?? null;
    if (answerId === null) return;
    answered += 1;
    if (at % 5 === 0) await judge({ answerId, verdict: 'wrong', reason: 'other' }, asker, bot);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    refused += 1;
    describeFailure(error, 'en', bot);
  }
}

/** A part of an answerer that fails, and says of what in its own words. */
const broken = (answerer: Bot['answerer']): Bot['answerer'] => ({
  ...answerer,
  answer: () => Promise.reject(new Error('no answer today')),
});

it('are asked for real: most are answered, some refused, some fail', async () => {
  expect(answered).toBeGreaterThan(questionCount / 2);
  expect(refused).toBe(questionCount / 50);
  const asker = makeAsker();
  for (const mark of marks) {
    const values = { words: mark, topic: mark, question: mark };
    await latest.run(typed(values), asker, bot);
    await article.run(typed(values, { subcommand: 'find' }), asker, bot);
    await checkMessage.run(typed({}, { messageText: `The ferry of ${mark} sails on Monday.` }), asker, bot);
    const failing = { ...bot, answerer: broken(bot.answerer) };
    const failure = await replyToQuestion({ question: mark, isPrivate: true }, asker, failing).catch(
      (error: unknown) => describeFailure(error, 'en', bot),
    );
    expect(failure).toEqual(expect.stringContaining('answer-'));
  }
});

it('leave no word on the disk or in the log, while the files are open and after they were closed', async () => {
  const places = () => ({ folder: bot.folder, log: bot.logged() });
  const files = readdirSync(bot.folder, { recursive: true }).map(String);
  for (const name of ['desk.db', 'desk.db-wal', 'cache.db', 'index/index.db', 'index/manifest.json'])
    expect(files).toContain(name);
  // What is stored is found: an article's words, an asker's id, an event.
  const stored = findWords(['Ida Brandvold', '80351110224671007', 'no answer today'], places());
  expect(stored).toEqual(
    expect.arrayContaining([
      'Ida Brandvold in index/index.db',
      expect.stringMatching(/^80351110224671007 in desk\.db/),
      'no answer today in log',
    ]),
  );
  expect(findWords(marks, places())).toEqual([]);
  await bot.close();
  expect(findWords(marks, places())).toEqual([]);
});
