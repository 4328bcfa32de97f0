import { UserError } from '../../errors.ts';
import { foldCase } from '../../text/normalize.ts';
import type { Asker, Bot } from '../bot.ts';
import { suggestLanguages } from './suggest.ts';

/** The name of a source that the asker may see, as it is stored. @throws UserError `source-unknown` */
export async function findSource(source: string, { settings }: Asker, { answerer }: Bot): Promise<string> {
  const all = await answerer.archive.sources();
  const wanted = foldCase(source).trim();
  const found = all.find(({ name }) => foldCase(name).trim() === wanted);
  if (found === undefined || settings.sources?.includes(found.name) === false)
    throw new UserError('source-unknown', { source, known: all.map(({ name }) => name) });
  return found.name;
}

/** The code of a language that articles are in, from its code or its name. @throws UserError `language-unknown` */
export async function findLanguage(language: string, asker: Asker, bot: Bot): Promise<string> {
  const suggested = await suggestLanguages(language, asker, bot);
  const exact = suggested.find(({ value }) => value === language.toLowerCase());
  const found = exact ?? (suggested.length === 1 ? suggested[0] : undefined);
  if (found === undefined) throw new UserError('language-unknown', { language });
  return found.value;
}
