import path from 'node:path';
import { expect, it } from 'vitest';
import { openDeskStore } from '../../src/store/sqlite/desk/sqlite-desk-store.ts';
import { runScript } from '../support/run-script.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const dataFolder = temporaryFolder();
const run = (...words: readonly string[]) =>
  runScript('scripts/forget.ts', words, { environment: { NEWSQUOTE_DATA: dataFolder } });

it('wants to be told whom to forget', async () => {
  expect(await run()).toMatchObject({ exitCode: 2, out: '', err: expect.stringContaining('--user ID') });
});

it('shows what would go, lets it go, and finds nothing then', async () => {
  const desk = openDeskStore(path.join(dataFolder, 'desk.db'));
  const userId = '80351110224678912';
  await desk.withdraw({ articleId: 'a', guildId: null, reason: '有误', byUserId: userId, at: 1 });
  const dry = await run('--user', userId, '--dry-run');
  expect(dry).toMatchObject({ exitCode: 0, err: '' });
  expect(dry.out).toMatch(
    /^Would be forgotten: 0 feedback deleted, 0 answers and 2 decisions.+Nothing was changed\.\n$/,
  );
  const done = await run('--user', userId, '--json');
  expect(JSON.parse(done.out)).toEqual({ feedback: 0, answers: 0, acts: 2 });
  expect((await run('--user', userId)).out).toMatch(/^Nothing is kept/);
  expect(await desk.listActs({ guildId: 'all', limit: 9 })).toMatchObject([{ act: 'withdraw', userId: '' }]);
  await desk.close();
});
