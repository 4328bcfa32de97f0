import { accessSync, constants, existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { systemErrorCode } from '../../errors.ts';
import { ok, problem, warning } from '../check.ts';
import type { Finding, Patient } from '../check.ts';

/** Whether the folders of the settings are there and may be read and written. */
export async function checkFolders({ settings }: Pick<Patient, 'settings'>): Promise<Finding[]> {
  const { config } = await settings();
  return [
    checkCorpus(config.corpusFolder),
    checkMade('index', config.indexFolder, 'NEWSQUOTE_INDEX'),
    checkMade('data', config.dataFolder, 'NEWSQUOTE_DATA'),
    checkMade('cache', path.dirname(config.embeddingCache), 'EMBEDDING_CACHE'),
  ];
}

/** Nobody makes the corpus but its owner. Without writing to it, only bringing articles in fails. */
function checkCorpus(folder: string): Finding {
  const name = `The corpus folder ${folder}`;
  if (!existsSync(folder))
    return problem(`${name} is missing`, 'Make it and put pages into it, or set NEWSQUOTE_CORPUS.');
  const unread = reasonNotTo(() => readdirSync(folder));
  if (unread !== null)
    return problem(
      `${name} can not be read (${unread})`,
      'Correct its permissions, or set NEWSQUOTE_CORPUS.',
    );
  const unwritten = reasonNotTo(() => accessSync(folder, constants.W_OK));
  return unwritten === null
    ? ok(`${name} can be read and written`)
    : warning(
        `${name} can be read but not written (${unwritten})`,
        '/pull and feeds store articles there: give the user who runs the bot the right to write.',
      );
}

/** A folder that is made when it is first needed. */
function checkMade(what: string, folder: string, setting: string): Finding {
  const name = `The ${what} folder ${folder}`;
  const next = `Correct the permissions for the user who runs the bot, or set ${setting}.`;
  const nearest = nearestFolder(folder);
  const isThere = nearest === folder;
  if (!statSync(nearest).isDirectory()) return problem(`${name}: ${nearest} is no folder`, next);
  const reason =
    reasonNotTo(() => accessSync(nearest, constants.W_OK | constants.X_OK)) ??
    (isThere ? reasonNotTo(() => readdirSync(folder)) : null);
  if (reason !== null)
    return problem(`${name} can not be ${isThere ? 'read and written' : 'made'} (${reason})`, next);
  return ok(
    isThere
      ? `${name} can be read and written`
      : `${name} is not there yet; it is made when it is first needed`,
  );
}

function reasonNotTo(act: () => unknown): string | null {
  try {
    act();
    return null;
  } catch (error) {
    return systemErrorCode(error);
  }
}

/** The path itself where there is such a thing, else what is nearest above it. */
export function nearestFolder(folder: string): string {
  return existsSync(folder) || path.dirname(folder) === folder ? folder : nearestFolder(path.dirname(folder));
}
