import { describe, expect, it } from 'vitest';
import { obeyRobots } from '../../src/fetch/robots.ts';
import { allowsPath, readRobots } from '../../src/fetch/robots-rules.ts';
import { startNewsServer } from './news-server.ts';

const general = `# everyone
User-agent: *
Disallow: /private/
Allow: /private/open
Disallow: /*.pdf$
Disallow: /*/print/
Disallow:
`;

describe('allowsPath', () => {
  it.each([
    ['/', true],
    ['/2026/03/渡船', true],
    ['/private/a', false],
    ['/private/open/a', true],
    ['/paper.pdf', false],
    ['/paper.pdf?page=1', true],
    ['/news/print/1', false],
    ['/print/1', true],
  ])('says of %s whether the rules for all allow it', (path, isAllowed) => {
    expect(allowsPath(readRobots(general), path)).toBe(isAllowed);
  });

  it('obeys the group that names this bot and no other', () => {
    const rules = readRobots(
      `${general}\nUser-agent: Otherbot\nUser-Agent: Newsquote/1.0\nDisallow: /closed\n`,
    );
    expect(allowsPath(rules, '/private/a')).toBe(true);
    expect(allowsPath(rules, '/closed/a')).toBe(false);
    expect(allowsPath(readRobots('User-agent: newsquoter\nDisallow: /'), '/a')).toBe(true);
  });

  it.each(['', 'nonsense', '<html></html>', 'Disallow: /', '\u0000'])('takes %j as no rule', (text) => {
    expect(allowsPath(readRobots(text), '/a')).toBe(true);
  });

  it('takes no longer for a pattern of stars', () => {
    const rules = readRobots(`User-agent: *\n${`Disallow: ${'/*a'.repeat(500)}$\n`.repeat(500)}`);
    const startedMs = performance.now();
    allowsPath(rules, '/a'.repeat(1_000));
    expect(performance.now() - startedMs).toBeLessThan(500);
  });
});

describe('obeyRobots', () => {
  it.each([
    [200, 'User-agent: *\nDisallow: /closed', '/closed/a', 'robots'],
    [200, 'User-agent: *\nDisallow: /closed', '/open', 'allowed'],
    [404, 'Disallow: /', '/open', 'allowed'],
    [403, '', '/open', 'allowed'],
    [500, '', '/open', 'robots'],
    [429, '', '/open', 'robots'],
  ])('after %i %j says of %s: %s', async (status, text, path, expected) => {
    const server = await startNewsServer((_, response) => response.writeHead(status).end(text));
    const permit = obeyRobots({ network: server.network });
    const said = await permit(new URL(server.url(path))).then(
      () => 'allowed',
      (error: unknown) => (error as { context: { reason: string } }).context.reason,
    );
    expect(said).toBe(expected);
    await permit(new URL(server.url('/open'))).catch(() => undefined);
    expect(server.connectionCount()).toBe(1);
    await server.close();
  });
});
