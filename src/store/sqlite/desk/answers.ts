import { z } from 'zod';
import type { GivenAnswer, GivenQuote } from '../../desk-records.ts';
import { maxAnswerQuotes } from '../../desk-records.ts';
import type { AnswerDesk } from '../../desk-store.ts';
import { booleanColumn, encodeGuildId, guildIdColumn } from './columns.ts';
import type { DeskConnection } from './connection.ts';

const answerRow: z.ZodType<Omit<GivenAnswer, 'quotes'>> = z.object({
  id: z.string(),
  guildId: guildIdColumn,
  askerId: z.string(),
  locale: z.string(),
  isPrivate: booleanColumn,
  confidence: z.number(),
  isUncertain: booleanColumn,
  answeredAt: z.int(),
});

const answerColumns = `id, guild_id AS guildId, asker_id AS askerId, locale, is_private AS isPrivate, confidence,
  is_uncertain AS isUncertain, answered_at AS answeredAt`;

const quoteRow: z.ZodType<GivenQuote> = z.object({
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
      const answer = desk.row(answerRow, `SELECT ${answerColumns} FROM answers WHERE id = ?`, id);
      return answer && { ...answer, quotes: readQuotes(desk, id) };
    },
    async forgetAnswers({ olderThan }) {
      return desk.transact(() => {
        desk.change('DELETE FROM posts WHERE posted_at < ?', olderThan);
        return desk.change('DELETE FROM answers WHERE answered_at < ?', olderThan);
      });
    },
  };
}

function insertAnswer(desk: DeskConnection, answer: GivenAnswer): void {
  const { id, guildId, askerId, locale, confidence, answeredAt, quotes } = answer;
  desk.change(
    `INSERT INTO answers
       (id, guild_id, asker_id, locale, is_private, confidence, is_uncertain, answered_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    encodeGuildId(guildId),
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

function readQuotes(desk: DeskConnection, answerId: string): GivenQuote[] {
  return desk.rows(
    quoteRow,
    `SELECT article_id AS articleId, "start", "end", highlight_start AS highlightStart, highlight_end AS highlightEnd
     FROM answer_quotes WHERE answer_id = ? ORDER BY ordinal`,
    answerId,
  );
}
