import { robotName } from './response-facts.ts';

/** A line of robots.txt that holds for this bot. */
interface Rule {
  readonly isAllowed: boolean;
  /** May hold `*` for anything and end in `$`. */
  readonly path: string;
}

/** What a site's robots.txt says to this bot (RFC 9309). */
export type RobotsRules = readonly Rule[];

const maxRules = 5_000;
const maxPath = 2_000;

/** Reads the rules for this bot: those of the groups that name it, else those of the groups for all. */
export function readRobots(text: string): RobotsRules {
  const own: Rule[] = [];
  const general: Rule[] = [];
  let hasOwn = false;
  let agents: string[] = [];
  let isNaming = false;
  for (const line of text.split(/\r\n|\n|\r/)) {
    const [key, value] = readLine(line);
    if (key === 'user-agent') {
      agents = isNaming ? [...agents, value.toLowerCase()] : [value.toLowerCase()];
      isNaming = true;
      // Matched as the standard says: the product token, not what follows it.
      if (isOwn(value)) hasOwn = true;
    } else if (key === 'allow' || key === 'disallow') {
      isNaming = false;
      if (value === '' || value.length > maxPath) continue;
      const rule = { isAllowed: key === 'allow', path: value };
      if (agents.some(isOwn)) own.push(rule);
      if (agents.includes('*')) general.push(rule);
    }
  }
  return (hasOwn ? own : general).slice(0, maxRules);
}

function readLine(line: string): [key: string, value: string] {
  const bare = line.split('#', 1)[0] ?? '';
  const colon = bare.indexOf(':');
  return colon < 0 ? ['', ''] : [bare.slice(0, colon).trim().toLowerCase(), bare.slice(colon + 1).trim()];
}

function isOwn(agent: string): boolean {
  return (/^[\w-]+/.exec(agent)?.[0] ?? '').toLowerCase() === robotName;
}

/** Whether a path with its query may be fetched: the longest rule that matches decides, an allowing one of two as long. */
export function allowsPath(rules: RobotsRules, path: string): boolean {
  let best: Rule | null = null;
  for (const rule of rules) {
    const isLonger =
      best === null ||
      rule.path.length > best.path.length ||
      (rule.path.length === best.path.length && rule.isAllowed);
    if (isLonger && matchesPath(rule.path, path)) best = rule;
  }
  return best?.isAllowed ?? true;
}

/** Each piece between stars is sought once, from where the last one ended: no pattern makes this slow. */
function matchesPath(pattern: string, path: string): boolean {
  const isAnchored = pattern.endsWith('$');
  const [first = '', ...pieces] = (isAnchored ? pattern.slice(0, -1) : pattern).split('*');
  if (!path.startsWith(first)) return false;
  let at = first.length;
  const last = isAnchored ? pieces.pop() : undefined;
  for (const piece of pieces) {
    const found = path.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  if (!isAnchored) return true;
  return last === undefined ? at === path.length : path.length - last.length >= at && path.endsWith(last);
}
