import { ok, skipped, warning, problem } from '../check.ts';
import type { Finding, Patient } from '../check.ts';

/** Discord's header has whole seconds, and its answer travels. */
const maxApartMs = 30_000;
/** Years in which a clock may be. */
const years = { first: 2026, last: 2099 } as const;

const next = 'Let the system keep the time: timedatectl set-ntp true, or as your system does it.';

/** Whether the clock is right, by Discord's where it was asked, else roughly. */
export async function checkClock({
  settings,
  askDiscord,
  isOffline,
  now,
}: Pick<Patient, 'settings' | 'askDiscord' | 'isOffline' | 'now'>): Promise<Finding[]> {
  const year = now().getUTCFullYear();
  if (year < years.first || year > years.last) return [problem(`The clock says that it is ${year}`, next)];
  const { discordToken } = (await settings()).config;
  if (isOffline || discordToken === '')
    return [ok(`The clock says ${now().toISOString()}; it was compared with nothing`)];
  const askedAt = now().getTime();
  // Asked anew, since the answers before are some time old.
  const answer = await askDiscord('/gateway').catch(() => null);
  const theirs = answer?.date ?? null;
  if (theirs === null) return [skipped('Discord did not say what time it is')];
  const apartMs = (askedAt + now().getTime()) / 2 - theirs.getTime();
  const apart = `${Math.round(Math.abs(apartMs) / 1000)} s`;
  if (Math.abs(apartMs) <= maxApartMs) return [ok(`The clock agrees with Discord's to ${apart}`)];
  return [warning(`The clock is ${apart} ${apartMs > 0 ? 'ahead of' : 'behind'} Discord's`, next)];
}
