/**
 * Run as a script: asks a real bot in a process of its own, through the stand-in, and prints what it took. Milliseconds
 * from the sending of an interaction, as its asker sees it.
 *
 *     node --import tsx test/support/discord-load.ts [QUESTIONS]
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { botFolder, startBot } from './bot-process.ts';
import type { InteractionResult } from './discord/interaction-ledger.ts';
import { textOfMessage } from './discord/read-message.ts';
import { openDiscordStandIn } from './discord/stand-in.ts';
import { addUser } from './discord/world.ts';

const questions = [
  'When do the ferry fares rise?',
  '轻轨全程要多少分钟？',
  '¿A cuántas casas afectó la riada?',
  'متى تبدأ محطة تحلية المياه العمل؟',
  'Кто подарил музею игрушки?',
  'Quand rouvrira le pont suspendu ?',
  '子ガメは何匹海へ帰ったか？',
];
const questionCount = Number(process.argv[2] ?? 2000);
const inFlight = 20;
const timeoutMs = 300_000;

interface Timed {
  readonly ackMs: number;
  readonly tookMs: number;
}

const root = mkdtempSync(path.join(tmpdir(), 'newsquote-load-'));
// Checking every payload against Discord's description takes time of the same processors; the suites do that.
const standIn = await openDiscordStandIn({
  guilds: [{ name: 'Busy' }, { name: 'Quiet' }],
  openApiFile: path.join(root, 'none'),
});
const bot = await startBot({ standIn, folder: botFolder(root) });
const [busy, quiet] = [...standIn.world.guilds.keys()];

let [asked, late] = [0, 0];
async function ask(guildId?: string): Promise<Timed> {
  const from = { user: addUser(standIn.world, `person ${String(asked)}`) };
  const place = guildId === undefined ? ({ place: 'bot-dm' } as const) : { guildId };
  const question = questions[asked++ % questions.length] ?? '';
  const command = standIn.build.command('ask', { options: { question }, from: { ...from, ...place } });
  const startedAt = performance.now();
  const isDone = ({ payloads, followups, refusals }: InteractionResult): boolean =>
    payloads.length + followups.length + refusals.length > 0;
  const result = await standIn.interact(command, { timeoutMs, until: isDone });
  const { ackMs = Infinity, followups, refusals } = result;
  if (refusals.length > 0) late += 1;
  if (followups.length > 0)
    throw new Error(`A question was refused: ${textOfMessage(followups[0])}\n${bot.output}`);
  return { ackMs, tookMs: performance.now() - startedAt };
}

function rssMegabytes(): number {
  return Math.round(Number(execFileSync('ps', ['-o', 'rss=', '-p', String(bot.pid)]).toString()) / 1024);
}

function describeShares(values: readonly number[]): string {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): string =>
    (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(0);
  return `p50 ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)}, most ${at(1)} ms`;
}

function tell(what: string, timed: readonly Timed[]): void {
  console.log(`${what}: acknowledged ${describeShares(timed.map(({ ackMs }) => ackMs))}`);
  console.log(`${what}: answered ${describeShares(timed.map(({ tookMs }) => tookMs))}`);
}

async function inTurn(count: number, guildId?: string): Promise<Timed[]> {
  const timed: Timed[] = [];
  for (let at = 0; at < count; at++) timed.push(await ask(guildId));
  return timed;
}

try {
  await inTurn(10);
  tell('one at a time', await inTurn(10, quiet));
  const crowd = Promise.all(Array.from({ length: 50 }, () => ask(busy)));
  tell('another server meanwhile', await inTurn(5, quiet));
  tell('50 at once in one server', await crowd);
  const memory = [rssMegabytes()];
  const startedAt = performance.now();
  const all: Timed[] = [];
  let left = questionCount;
  const worker = async (): Promise<void> => {
    while (left-- > 0) {
      all.push(await ask());
      if (all.length % Math.max(1, Math.floor(questionCount / 10)) === 0) memory.push(rssMegabytes());
    }
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
  tell(`${String(questionCount)} questions, ${String(inFlight)} at a time`, all);
  const perSecond = questionCount / ((performance.now() - startedAt) / 1000);
  console.log(`${perSecond.toFixed(1)} a second; resident memory in MB: ${memory.join(', ')}`);
  console.log(
    `acknowledged too late: ${String(late)}; violations: ${String(standIn.violations.length)}; exit code ${String((await bot.stop()).exitCode)}`,
  );
} finally {
  await bot.stop('SIGKILL');
  await standIn.close();
  rmSync(root, { recursive: true });
}
