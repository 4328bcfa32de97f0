import { foldCase } from '../../text/normalize.ts';
import type { Asker, Bot } from '../bot.ts';
import { visibleTo } from '../answering.ts';
import { messagesOf } from '../messages/locales.ts';
import { plainShort } from '../render/escape.ts';
import type { Choice } from './command.ts';

const maxChoices = 25;
const maxChoiceUnits = 100;

/** Sources that hold what was typed, the ones with most articles first; only those that the asker may see. */
export async function suggestSources(typed: string, asker: Asker, bot: Bot): Promise<Choice[]> {
  const allowed = asker.settings.sources;
  const wanted = foldCase(typed).trim();
  return (
    (await bot.answerer.archive.sources())
      .filter(
        ({ name }) => (allowed === null || allowed.includes(name)) && foldCase(name).trim().includes(wanted),
      )
      // What does not fit would come back cut, and name nothing.
      .filter(({ name }) => name.length <= maxChoiceUnits)
      .sort((a, b) => b.articleCount - a.articleCount)
      .slice(0, maxChoices)
      .map(({ name }) => ({ name, value: name }))
  );
}

/** Languages of the articles, named in the asker's language. */
export async function suggestLanguages(typed: string, asker: Asker, bot: Bot): Promise<Choice[]> {
  const names = new Intl.DisplayNames([messagesOf(asker.locale).locale], { type: 'language' });
  const own = (code: string): string => new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code;
  const wanted = foldCase(typed).trim();
  const { sources: allowed } = asker.settings;
  const all = await bot.answerer.archive.sources();
  const sources = all.filter(({ name }) => allowed === null || allowed.includes(name));
  const codes = [...new Set(sources.flatMap(({ languages }) => languages))].filter((code) => code !== 'und');
  return codes
    .map((code) => ({ name: `${names.of(code) ?? code} (${own(code)})`, value: code }))
    .filter(({ name, value }) => foldCase(`${name} ${value}`).trim().includes(wanted))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .slice(0, maxChoices);
}

/** Articles by words of their title; without words the newest. */
export async function suggestArticles(typed: string, asker: Asker, bot: Bot): Promise<Choice[]> {
  const filter = await visibleTo(asker, bot);
  const found = await bot.answerer.archive.findTitles(typed, filter, { limit: maxChoices });
  return found.map(({ articleId, title, source, publishedOn }) => {
    const facts = ` · ${[source, publishedOn].filter((part) => part !== null).join(' · ')}`;
    const room = Math.max(40, maxChoiceUnits - facts.length);
    return { name: plainShort(`${plainShort(title, room)}${facts}`, maxChoiceUnits), value: articleId };
  });
}
