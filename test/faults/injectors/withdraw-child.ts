import { openDeskStore } from '../../../src/store/sqlite/desk/sqlite-desk-store.ts';

/** Run as a process of its own, which is killed: withdraws one article after another and says of each that it is done. */
const [deskFile = '', ...articleIds] = process.argv.slice(2);
const desk = openDeskStore(deskFile);
process.stdout.write('ready\n');
for (const articleId of articleIds) {
  await desk.withdraw({ articleId, guildId: null, byUserId: '1', at: 1_741_083_300_000, reason: 'a fault' });
  process.stdout.write(`withdrawn ${articleId}\n`);
}
// Until it is killed.
process.stdin.resume();
