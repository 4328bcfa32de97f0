import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { forgetMember } from '../../src/pipeline/forget-member.ts';
import { openDeskStore } from '../../src/store/sqlite/desk/sqlite-desk-store.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const nothing = { feedback: 0, answers: 0, acts: 0 };

it('makes no desk where there is none', async () => {
  const dataFolder = path.join(temporaryFolder(), '数据');
  expect(await forgetMember({ dataFolder }, '1', { isDryRun: false })).toEqual(nothing);
  expect(existsSync(dataFolder)).toBe(false);
});

it('counts on a dry run and changes nothing; then forgets as much, while others have the desk open', async () => {
  const dataFolder = temporaryFolder();
  const desk = openDeskStore(path.join(dataFolder, 'desk.db'));
  await desk.withdraw({ articleId: 'a', guildId: null, reason: '有误', byUserId: 'محرر', at: 1 });
  const kept = { feedback: 0, answers: 0, acts: 2 };
  for (const isDryRun of [true, true, false])
    expect(await forgetMember({ dataFolder }, 'محرر', { isDryRun })).toEqual(kept);
  expect(await forgetMember({ dataFolder }, 'محرر', { isDryRun: false })).toEqual(nothing);
  expect(await desk.listActs({ guildId: 'all', limit: 10 })).toMatchObject([
    { act: 'withdraw', subject: 'a', userId: '', detail: { reason: '有误' } },
  ]);
  await desk.close();
});
