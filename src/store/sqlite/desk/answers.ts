import { z } from 'zod';
import type { GivenAnswer, GivenQuote } from '../../desk-records.ts';
import { maxAnswerQuotes } from '../../desk-records.ts';
import type { AnswerDesk } from '../../desk-store.ts';
import { booleanColumn, encodeGuildId, guildIdColumn } from './columns.ts';
import type { DeskConnection } from './connection.ts';

const answerRow: z.ZodType<Omit<GivenAnswer, 'quotes'>> = z.object({
  id: z.string(),
  guildId: guildIdColumn,
  channelId: z.string().nullable(),
  messageId: z.string().nullable(),
  askerId: z.string(),
  locale: z.string(),
  isPrivate: booleanColumn,
  confidence: z.number(),
  isUncertain: booleanColumn,
  answeredAt: z.int(),
});

const answerColumns = `id, guild_id AS guildId, channel_id AS channelId, message_id AS messageId, asker_id AS askerId,
  locale, is_private AS isPrivate, confidence, is_uncertain AS isUncertain, answered_at AS answeredAt`;

const quoteRow: z.ZodType<GivenQuote & { readonly answerId: string }> = z.object({
  answerId: z.string(),
  articleId: z.string(),
  start: z.int(),
  end: z.int(),
  highlightStart: z.int(),
  highlightEnd: z.int(),
});

/** Answers as they were given. */
export function openAnswerDesk(desk: DeskConnection): Omit<AnswerDesk, 'saveFeedback' | 'listFeedback'> {
  return {
    async saveAnswer(answer) {
      if (answer.quotes.length > maxAnswerQuotes)
        throw new RangeError(`an answer has ${answer.quotes.length} quotes`);
      desk.transact(() => insertAnswer(desk, answer));
    },
    async answer(id) {
      return readAnswers(desk, 'WHERE id = ?', id)[0];
    },
    async answersQuoting(articleIds, limit = -1) {
      return readAnswers(
        desk,
        `WHERE id IN (
           SELECT answer_id FROM answer_quotes WHERE article_id IN (SELECT value FROM json_each(?))
         ) ORDER BY answered_at DESC, id LIMIT ?`,
        JSON.stringify(articleIds),
        limit,
      );
    },
    async markAnswerMessage(id, { channelId, messageId }) {
      const sql = 'UPDATE answers SET channel_id = ?, message_id = ? WHERE id = ?';
      return desk.change(sql, channelId, messageId, id) > 0;
    },
    async forgetAnswers({ olderThan }) {
      return desk.change('DELETE FROM answers WHERE answered_at < ?', olderThan);
    },
  };
}

function insertAnswer(desk: DeskConnection, answer: GivenAnswer): void {
  const { id, guildId, channelId, messageId, askerId, locale, confidence, answeredAt, quotes } = answer;
  desk.change(
    `INSERT INTO answers
       (id, guild_id, channel_id, message_id, asker_id, locale, is_private, confidence, is_uncertain, answered_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    encodeGuildId(guildId),
    channelId,
    messageId,
    askerId,
    locale,
    Number(answer.isPrivate),
    confidence,
    Number(answer.isUncertain),
    answeredAt,
  );
  for (const [ordinal, { articleId, start, end, highlightStart, highlightEnd }] of quotes.entries()) {
    desk.change(
      `INSERT INTO answer_quotes
         (answer_id, ordinal, article_id, "start", "end", highlight_start, highlight_end)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      id,
      ordinal,
      articleId,
      start,
      end,
      highlightStart,
      highlightEnd,
    );
  }
}

function readAnswers(
  desk: DeskConnection,
  clauses: string,
  ...parameters: (string | number)[]
): GivenAnswer[] {
  const answers = desk.rows(answerRow, `SELECT ${answerColumns} FROM answers ${clauses}`, ...parameters);
  const quotes = desk.rows(
    quoteRow,
    `SELECT answer_id AS answerId, article_id AS articleId, "start", "end",
       highlight_start AS highlightStart, highlight_end AS highlightEnd
     FROM answer_quotes WHERE answer_id IN (SELECT value FROM json_each(?)) ORDER BY answer_id, ordinal`,
    JSON.stringify(answers.map(({ id }) => id)),
  );
  const byAnswer = new Map<string, GivenQuote[]>(answers.map(({ id }) => [id, []]));
  for (const { answerId, ...quote } of quotes) byAnswer.get(answerId)?.push(quote);
  return answers.map((answer) => ({ ...answer, quotes: byAnswer.get(answer.id) ?? [] }));
}
