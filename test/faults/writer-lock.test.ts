import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { expect, it } from 'vitest';
import { takeWriterLock } from '../../src/store/sqlite/writer-lock.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const holderScript = path.resolve(import.meta.dirname, '../support/hold-writer-lock.ts');

it('frees the writer lock when its holder is killed', async () => {
  const folder = temporaryFolder();
  const holder = spawn(process.execPath, ['--expose-gc', '--import', 'tsx', holderScript, folder]);
  await once(holder.stdout, 'data');
  expect(() => takeWriterLock(folder, 'me')).toThrow(
    expect.objectContaining({ code: 'index-busy', context: { folder, holder: `process ${holder.pid}` } }),
  );
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  takeWriterLock(folder, 'me').release();
});
