import { describe, expect, it } from 'vitest';
import { readResponseFacts } from '../../src/fetch/response-facts.ts';

const nowMs = Date.parse('2026-03-04T10:00:00Z');
const read = (headers: Record<string, string>) => readResponseFacts(200, headers, nowMs);

describe('readResponseFacts', () => {
  it.each([
    ['text/html', 'text/html', null],
    ['TEXT/HTML; charset=UTF-8', 'text/html', 'utf-8'],
    ['text/plain;boundary=x; charset="GB18030"', 'text/plain', 'gb18030'],
    ["text/html ; charset = 'windows-1256'", 'text/html', 'windows-1256'],
    ['', null, null],
    [';charset=', null, null],
  ])('reads the type %j', (header, contentType, charset) => {
    expect(read({ 'content-type': header })).toMatchObject({ contentType, charset });
  });

  it.each([
    ['120', 120_000],
    [' 0 ', 0],
    ['Wed, 04 Mar 2026 10:01:00 GMT', 60_000],
    ['Wed, 04 Mar 2026 09:00:00 GMT', 0],
    ['soon', null],
    ['-5', 0],
    ['99999999999999', null],
  ])('reads Retry-After: %s', (header, expected) => {
    const { retryAfterMs } = read({ 'retry-after': header });
    // A number that is no delay may be a year to Date.parse; no delay is then ever negative.
    if (expected === null) expect(retryAfterMs === null || retryAfterMs >= 0).toBe(true);
    else expect(retryAfterMs).toBe(expected);
  });

  it.each([
    ['max-age=600', 600_000],
    ['public, max-age = 60', 60_000],
    ['s-maxage=5', null],
    ['no-store', null],
  ])('reads Cache-Control: %s', (header, maxAgeMs) => {
    expect(read({ 'cache-control': header }).maxAgeMs).toBe(maxAgeMs);
  });

  it.each([
    ['noindex', ['noindex']],
    ['NoArchive, nofollow', ['noarchive', 'nofollow']],
    ['otherbot: noindex, noarchive', []],
    ['newsquote: noarchive', ['noarchive']],
    ['noindex, otherbot: noarchive', ['noindex']],
    ['max-snippet: 50, noai', ['max-snippet', 'noai']],
  ])('reads X-Robots-Tag: %s', (header, robotsDirectives) => {
    expect(read({ 'x-robots-tag': header }).robotsDirectives).toEqual(robotsDirectives);
  });
});
