import { describe, expect, it } from 'vitest';
import { ok, problem, skipped } from '../../src/doctor/check.ts';
import type { Check } from '../../src/doctor/check.ts';
import { checks } from '../../src/doctor/checks.ts';
import { examine, openPatient } from '../../src/doctor/examine.ts';
import { makePatient } from './support/patient.ts';

const check = (name: Check['name'], run: Check['run'], more: Partial<Check> = {}): Check => ({
  name,
  run,
  ...more,
});

const statuses = async (list: readonly Check[], options = {}): Promise<string[]> =>
  (await examine(list, makePatient({}, options))).map(
    (each) => `${each.check} ${each.status}: ${each.found}`,
  );

describe('examine', () => {
  it('runs every check in order and says which check found what', async () => {
    expect(
      await examine(
        [
          check('node', async () => [ok('new'), problem('old', 'do this')]),
          check('disk', async () => [ok('enough')]),
        ],
        makePatient(),
      ),
    ).toEqual([
      { check: 'node', status: 'ok', found: 'new', next: null },
      { check: 'node', status: 'problem', found: 'old', next: 'do this' },
      { check: 'disk', status: 'ok', found: 'enough', next: null },
    ]);
  });

  it('skips what needs a check that found a problem or was skipped, and what needs that in turn', async () => {
    const never = async () => {
      throw new Error('must not run');
    };
    expect(
      await statuses([
        check('native', async () => [problem('broken', 'mend')]),
        check('desk', never, { needs: ['native'] }),
        check('token', async () => [skipped('none')]),
        check('discord', never, { needs: ['token'] }),
        check('server', never, { needs: ['discord'] }),
      ]),
    ).toEqual([
      'native problem: broken',
      'desk skipped: it needs the check “native”, which found a problem',
      'token skipped: none',
      'discord skipped: it needs the check “token”, which was skipped',
      'server skipped: it needs the check “discord”, which was skipped',
    ]);
  });

  it('leaves out what asks Discord when offline, and nothing else', async () => {
    const list = [
      check('discord', async () => [ok('asked')], { isOnline: true }),
      check('node', async () => [ok('new')]),
    ];
    expect(await statuses(list)).toEqual(['discord ok: asked', 'node ok: new']);
    expect(await statuses(list, { isOffline: true })).toEqual([
      'discord skipped: --offline was given',
      'node ok: new',
    ]);
  });

  it('makes a finding of what a check throws, tells a missing package, and says the same error once', async () => {
    const lost = Object.assign(new Error(`Cannot find package 'zod' imported from /x/config.ts`), {
      code: 'ERR_MODULE_NOT_FOUND',
    });
    const fail = (error: Error) => async () => {
      throw error;
    };
    const examined = await examine(
      [
        check('settings', fail(lost)),
        check('disk', fail(lost)),
        check('model', fail(new TypeError('strange'))),
        check('clock', async () => [ok('right')]),
      ],
      makePatient(),
    );
    expect(examined.map(({ status, found, next }) => [status, found, next])).toEqual([
      [
        'problem',
        'this could not be looked at: the package zod is not installed',
        'Install the packages: npm ci',
      ],
      ['skipped', 'it needs the check “settings”, which found a problem', null],
      ['problem', 'this could not be looked at: strange', 'Report this as a bug, with this line.'],
      ['ok', 'right', null],
    ]);
  });
});

describe('the table of checks', () => {
  it('has each check once, each after what it needs', () => {
    const names = checks.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const [at, { needs = [] }] of checks.entries())
      for (const needed of needs) expect(names.slice(0, at)).toContain(needed);
  });
});

describe('openPatient', () => {
  it('reads nothing until it is asked, and then once', async () => {
    const environment = { NEWSQUOTE_DATA: '/数据' };
    const patient = openPatient({
      environment,
      isOffline: true,
      now: () => new Date(0),
      onProgress: () => undefined,
    });
    const read = await patient.settings();
    expect(read.config.dataFolder).toBe('/数据');
    expect(await patient.settings()).toBe(read);
  });
});
