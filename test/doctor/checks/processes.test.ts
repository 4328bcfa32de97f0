import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { checkProcesses } from '../../../src/doctor/checks/processes.ts';
import { plantedToken } from '../../support/discord/bot-suite.ts';
import { temporaryFolder, writeFiles } from '../../support/temporary-folder.ts';
import { settingsOf } from '../support/patient.ts';

const started: ChildProcess[] = [];
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

/** A process that runs a script of this name and waits. */
async function start(folder: string, script: string): Promise<number | undefined> {
  const child = spawn(process.execPath, [script], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
  started.push(child);
  await once(child.stdout, 'data');
  return child.pid;
}

describe.runIf(process.platform === 'linux')('checkProcesses', () => {
  const waiting = 'console.log(1); setTimeout(() => {}, 60000);';
  const projectFolder = writeFiles(temporaryFolder(), {
    'package.json': '{"type":"commonjs"}',
    'src/main.ts': waiting,
    'src/other.ts': waiting,
  });
  const look = () => checkProcesses({ ...settingsOf({ DISCORD_TOKEN: plantedToken }), projectFolder });

  it('sees no bot, one, and two, however they name their script, and nothing else', async () => {
    await start(projectFolder, 'src/other.ts');
    expect(await look()).toEqual([{ status: 'ok', found: 'No bot runs from this folder', next: null }]);
    const first = await start(projectFolder, 'src/main.ts');
    expect(await look()).toMatchObject([{ status: 'ok', found: `One bot runs, as process ${first}` }]);
    const second = await start('/', path.join(projectFolder, 'src/main.ts'));
    const [found] = await look();
    expect(found).toMatchObject({ status: 'warning', next: expect.stringContaining('Stop all but one') });
    for (const id of [first, second]) expect(found?.found).toMatch(new RegExp(`\\b${id}\\b`));
  });

  it('does not look where no bot is set up', async () => {
    expect(await checkProcesses({ ...settingsOf({}), projectFolder })).toMatchObject([{ status: 'skipped' }]);
  });
});
