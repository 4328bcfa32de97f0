import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import path from 'node:path';
import { ok, skipped, warning } from '../check.ts';
import type { Finding, Patient } from '../check.ts';

/** Whether more than one bot was started from this folder. On another machine, nothing can be seen of one. */
export async function checkProcesses({
  settings,
  projectFolder,
}: Pick<Patient, 'settings' | 'projectFolder'>): Promise<Finding[]> {
  if ((await settings()).config.discordToken === '') return [skipped('DISCORD_TOKEN is not set')];
  if (process.platform !== 'linux') return [skipped('only Linux shows it')];
  const ids = findBots(path.join(projectFolder, 'src/main.ts'));
  if (ids.length > 1)
    return [
      warning(
        `${ids.length} bots were started from this folder: processes ${ids.join(', ')}`,
        'Stop all but one. Two with one token both hear every question, and only one can answer it.',
      ),
    ];
  return [ok(ids[0] === undefined ? 'No bot runs from this folder' : `One bot runs, as process ${ids[0]}`)];
}

/** Processes that run a script. Those of other users are not seen. */
function findBots(script: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((id) => {
      try {
        const words = readFileSync(`/proc/${id}/cmdline`, 'utf8').split('\0');
        const folder = readlinkSync(`/proc/${id}/cwd`);
        // Its own words, not those of a shell that starts it.
        return (
          words.slice(1).some((word) => path.resolve(folder, word) === script) && /node/.test(words[0] ?? '')
        );
      } catch {
        // It ended meanwhile, or is another user's.
        return false;
      }
    });
}
