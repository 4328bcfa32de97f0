import { existsSync, readFileSync, statSync } from 'node:fs';
import { environmentFile, settingNames } from '../../config.ts';
import { ok, problem, warning } from '../check.ts';
import type { Finding, Patient } from '../check.ts';

/** Whether the settings are valid, and whether any was meant and is not taken. Names settings, never their values. */
export async function checkSettings({ settings }: Pick<Patient, 'settings'>): Promise<Finding[]> {
  const { problems, namesInFile, namesInEnvironment, config } = await settings();
  const isThere = existsSync(environmentFile);
  const hasSecret = config.discordToken !== '' || config.previewPassword !== '';
  const findings = [
    ...problems.map(({ setting, message }) =>
      problem(
        `${setting}: ${message}`,
        'Correct it in .env or in the environment; .env.example explains it. npm start refuses it; the checks below take its default.',
      ),
    ),
    ...findMisspelt(namesInEnvironment, 'the environment'),
    ...findMisspelt(namesInFile, '.env'),
    ...(isThere ? findPassedOver(readFileSync(environmentFile, 'utf8').split(/\r?\n/), namesInFile) : []),
    ...(isThere && hasSecret ? checkMode() : []),
  ];
  if (findings.length > 0) return findings;
  return [
    ok(
      isThere
        ? `.env is valid; it names ${namesInFile.length} settings`
        : 'there is no .env; settings come from the environment, else they are the defaults',
    ),
  ];
}

function findMisspelt(names: readonly string[], where: string): Finding[] {
  return names
    .filter((name) => !settingNames.includes(name))
    .map((name) => {
      const meant = nearestSetting(name);
      // A secret that was pasted as a name must not be shown.
      const shown = /^[A-Za-z][A-Za-z_]{0,39}$/.test(name) ? name : 'a name';
      return meant === undefined
        ? warning(`${shown} in ${where} is no setting`, 'Take it out; README.md lists the settings.')
        : warning(`${shown} in ${where} is no setting`, `Was ${meant} meant? Correct the name.`);
    });
}

/** Lines that say something and set nothing, such as one without `=`. */
function findPassedOver(lines: readonly string[], names: readonly string[]): Finding[] {
  const numbers: number[] = [];
  for (const [at, line] of lines.entries()) {
    const isSaying = !/^\s*(?:#|$)/.test(line);
    const name = /^\s*(?:export\s+)?([\w.-]+)\s*(?:=|:\s)/.exec(line)?.[1];
    if (isSaying && (name === undefined || !names.includes(name))) numbers.push(at + 1);
  }
  if (numbers.length === 0) return [];
  return [
    warning(
      `.env says something that sets nothing in line ${numbers.slice(0, 5).join(', ')}`,
      'Write each setting as NAME=value on a line of its own, and comments after #.',
    ),
  ];
}

function checkMode(): Finding[] {
  const isOpen = process.platform !== 'win32' && (statSync(environmentFile).mode & 0o044) !== 0;
  return isOpen
    ? [warning('.env may hold a secret, and other users of this machine may read it', 'Run: chmod 600 .env')]
    : [];
}

/** The setting that a name is a misspelling of: at most three letters added, left out or changed. */
function nearestSetting(name: string): string | undefined {
  const distances = settingNames
    .map((setting) => ({ setting, distance: editDistance(name.toUpperCase(), setting) }))
    .sort((a, b) => a.distance - b.distance);
  const [best] = distances;
  return best !== undefined && best.distance <= 3 ? best.setting : undefined;
}

/** Levenshtein distance of two short texts. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length] ?? a.length;
}
