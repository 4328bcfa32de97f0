import { UserError } from '../../errors.ts';
import type { ArticleFilter } from '../../store/news-store.ts';
import { parsePeriodBound } from '../../text/period.ts';
import { readQuestionPeriod } from '../../text/question-period.ts';
import type { AskedAt } from '../../text/question-period.ts';
import { askedAt, replyToQuestion } from '../answering.ts';
import type { Asker, Bot } from '../bot.ts';
import { flagOption, slashCommand, textOption } from './command.ts';
import type { Command, Options } from './command.ts';
import { findLanguage, findSource } from './known.ts';
import { suggestLanguages, suggestSources } from './suggest.ts';

/** Longest question that Discord lets be typed here; a message may be longer. */
const maxQuestionUnits = 1000;

/** `/ask`: a question, and what it is limited to. */
export const ask: Command = {
  data: slashCommand(
    ({ ask: words }) => words,
    [
      textOption(({ ask: { question } }) => question, { isRequired: true, maxLength: maxQuestionUnits }),
      textOption(({ ask: { since } }) => since, { maxLength: 40 }),
      textOption(({ ask: { until } }) => until, { maxLength: 40 }),
      textOption(({ ask: { source } }) => source, { hasSuggestions: true }),
      textOption(({ ask: { language } }) => language, { hasSuggestions: true, maxLength: 40 }),
      flagOption(({ ask: words }) => words.private),
    ],
  ),
  isPrivate: (options, { settings }) => options.flag('private') ?? settings.isPrivate,
  async run(options, asker, bot) {
    const question = options.text('question') ?? '';
    const filter = await readFilter(options, asker, bot);
    return replyToQuestion({ question, filter, isPrivate: ask.isPrivate(options, asker) }, asker, bot);
  },
  async complete({ name, value }, asker, bot) {
    return name === 'language' ? suggestLanguages(value, asker, bot) : suggestSources(value, asker, bot);
  },
};

/** What the options limit a question to. @throws UserError `date-unreadable`, `language-unknown`, `source-unknown` */
async function readFilter(options: Options, asker: Asker, bot: Bot): Promise<ArticleFilter> {
  const [since, until, source, language] = ['since', 'until', 'source', 'language'].map((name) =>
    options.text(name),
  );
  const at = askedAt(asker, bot);
  return {
    ...(since ? { since: readDay(since, at).from } : {}),
    ...(until ? { until: lastDay(readDay(until, at).to) } : {}),
    ...(source ? { source: await findSource(source, asker, bot) } : {}),
    ...(language ? { language: await findLanguage(language, asker, bot) } : {}),
  };
}

/** The period that a day, month, year or phrase ("last week", 上周) names. @throws UserError `date-unreadable` */
function readDay(text: string, at: AskedAt): { readonly from: string; readonly to: string } {
  const bound = parsePeriodBound(text.trim());
  if (bound !== null) return bound;
  const period = readQuestionPeriod(text, at);
  if (period === null) throw new UserError('date-unreadable', { text });
  // "Before 2020" has no beginning: everything up to then.
  return { from: period.from ?? '0001-01-01', to: period.to };
}

/** The last day of a period whose end is not part of it. */
function lastDay(to: string): string {
  return new Date(Date.parse(`${to}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
