import { UserError } from '../errors.ts';
import { refuseUrl } from './check-url.ts';
import { allowsPath, readRobots } from './robots-rules.ts';
import type { RobotsRules } from './robots-rules.ts';
import { safeFetch } from './safe-fetch.ts';
import type { FetchOptions } from './safe-fetch.ts';

/** Asked before each request; throws UserError `url-refused` (robots) where the site does not want it. */
export type Permit = (url: URL) => Promise<void>;

/** The standard wants at least so many bytes read. */
const maxRobotsBytes = 512 * 1024;
const maxSites = 1_000;
const noRules: RobotsRules = [];
const closedSite: RobotsRules = [{ isAllowed: false, path: '/' }];

/**
 * Obeys robots.txt, which is fetched once for each site as long as this is kept: for one pull, or one round of feeds.
 *
 * @param options the network to fetch it over, and the signal
 */
export function obeyRobots(options: Pick<FetchOptions, 'network' | 'signal'> = {}): Permit {
  const sites = new Map<string, Promise<RobotsRules>>();
  return async (url) => {
    const rules = sites.get(url.origin) ?? fetchRobots(url.origin, options);
    if (sites.size < maxSites) sites.set(url.origin, rules);
    if (!allowsPath(await rules, url.pathname + url.search)) throw refuseUrl(url.hostname, 'robots');
  };
}

/** A site without robots.txt allows everything, one that fails to give it nothing for now (RFC 9309, 2.3.1). */
async function fetchRobots(
  origin: string,
  options: Pick<FetchOptions, 'network' | 'signal'>,
): Promise<RobotsRules> {
  const limits = {
    maxBytes: maxRobotsBytes,
    timeoutMs: 8_000,
    idleMs: 5_000,
    accept: 'text/plain,*/*;q=0.5',
  };
  try {
    const { status, bytes } = await safeFetch(`${origin}/robots.txt`, { ...limits, ...options });
    if (status >= 200 && status < 300) return readRobots(new TextDecoder().decode(bytes));
    return status >= 400 && status < 500 && status !== 429 ? noRules : closedSite;
  } catch (error) {
    // Where its robots.txt leads to nowhere that may be visited, a site has none. Unreachable is unreachable.
    if (
      error instanceof UserError &&
      error.code === 'url-refused' &&
      error.context['reason'] !== 'private-address'
    )
      return noRules;
    if (error instanceof UserError && error.code === 'url-too-large') return closedSite;
    throw error;
  }
}
