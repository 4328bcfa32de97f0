import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Examined } from '../../src/doctor/examine.ts';
import { plantedToken } from '../support/discord/bot-suite.ts';
import { openDiscordStandIn, type DiscordStandIn } from '../support/discord/stand-in.ts';
import { copyProject } from '../support/project-copy.ts';
import { projectFolder } from '../support/run-script.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

interface Report {
  readonly isWell: boolean;
  readonly findings: readonly Examined[];
}

const noDiscord = {
  DISCORD_TOKEN: '',
  DISCORD_APPLICATION_ID: '',
  DISCORD_GUILD_ID: '',
  DISCORD_API_URL: '',
};

/** The doctor of a copy of the project, started as `npm run doctor` starts it. */
async function doctor(
  folder: string,
  words: readonly string[],
  environment: Readonly<Record<string, string | undefined>> = noDiscord,
) {
  const script = path.join(folder, 'scripts/start-doctor.mjs');
  const child = spawn(process.execPath, [script, ...words], {
    cwd: folder,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const [exitCode] = (await once(child, 'close')) as [number | null];
  const report = (): Report => JSON.parse(out) as Report;
  return { exitCode, out, err, report };
}

const statusOf = ({ findings }: Report, check: string): string[] =>
  findings.filter((each) => each.check === check).map(({ status }) => status);

describe('a whole installation', () => {
  const folder = copyProject(path.join(temporaryFolder(), '新闻 copy'));
  let standIn: DiscordStandIn;

  beforeAll(async () => {
    standIn = await openDiscordStandIn({ token: plantedToken });
  });
  afterAll(() => standIn.close());

  it('is found well, for people and for programs', async () => {
    const { exitCode, out, err } = await doctor(folder, ['--offline']);
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
    expect(out).toMatch(/^ok {7}node {8}Node \d+/);
    expect(out).toMatch(
      /\nwarning {2}index {7}There is no index .+\n {21}→ npm start and npm run ask build it/,
    );
    expect(out).toMatch(/\n\n0 problems, 1 warning, \d+ ok, \d+ skipped\. It works as it is.+\n$/);
    const json = await doctor(folder, ['--offline', '--json']);
    expect(json.err).toBe('');
    expect(json.report().isWell).toBe(true);
    expect(statusOf(json.report(), 'native')).toEqual(['ok']);
  });

  it('refuses wrong arguments with 2', async () => {
    const { exitCode, err } = await doctor(folder, ['--quick']);
    expect(exitCode).toBe(2);
    expect(err).toContain('See npm run doctor -- --help');
  });

  it('tells what is wrong in .env by name, never a value, and goes on with the defaults', async () => {
    const file = path.join(folder, '.env');
    const lines = [
      '# mine',
      `DISCORD_TOKEN=${plantedToken}`,
      'EMBEDDING_THREADS=zahllos',
      'NEWSQUOTE_CORPUS corpus',
      'DISCORD_APLICATION_ID=100000000000000000',
      `DISCORD_API_URL=${standIn.restApi}`,
      'HTTP_PROXY=heimlich',
      `${plantedToken}=`,
    ];
    writeFileSync(file, lines.join('\r\n'));
    chmodSync(file, 0o644);
    const names = Object.keys(noDiscord).map((name): [string, undefined] => [name, undefined]);
    const { exitCode, out, report } = await doctor(folder, ['--json'], Object.fromEntries(names));
    rmSync(file);
    expect(exitCode).toBe(1);
    for (const hidden of [plantedToken, 'zahllos', 'heimlich']) expect(out).not.toContain(hidden);
    const settings = report().findings.filter(({ check }) => check === 'settings');
    expect(settings.map(({ status, found }) => `${status}: ${found}`)).toEqual([
      expect.stringMatching(/^problem: EMBEDDING_THREADS: /),
      'warning: DISCORD_APLICATION_ID in .env is no setting',
      'warning: HTTP_PROXY in .env is no setting',
      'warning: a name in .env is no setting',
      'warning: .env says something that sets nothing in line 4',
      'warning: .env may hold a secret, and other users of this machine may read it',
    ]);
    for (const check of ['index', 'token']) expect(statusOf(report(), check)).toEqual(['warning']);
    expect(statusOf(report(), 'discord')).toEqual(['ok']);
  });

  it('tells a token that Discord does not take', async () => {
    const refused = `${plantedToken.slice(0, -1)}_`;
    const settings = { ...noDiscord, DISCORD_TOKEN: refused, DISCORD_API_URL: standIn.restApi };
    const { exitCode, out } = await doctor(folder, [], settings);
    expect(exitCode).toBe(1);
    expect(out).toMatch(/\nproblem {2}discord {5}Discord at .+ does not accept DISCORD_TOKEN \(401\)/);
    expect(out).not.toContain(refused);
  });
});

describe('a broken installation', () => {
  it('gives a report where a package is missing that most of the code needs', async () => {
    const folder = copyProject(temporaryFolder(), { without: ['zod'] });
    const { exitCode, err, report } = await doctor(folder, ['--offline', '--json']);
    expect({ exitCode, err }).toEqual({ exitCode: 1, err: '' });
    const problems = report().findings.filter(({ status }) => status === 'problem');
    expect(problems).toMatchObject([
      { check: 'packages', found: 'not installed: zod', next: expect.stringContaining('npm ci') },
      { check: 'settings', found: expect.stringContaining('the package zod is not installed') },
    ]);
    expect(statusOf(report(), 'native')).toEqual(['ok']);
  });

  it('gives one where not even TypeScript can be read', async () => {
    const folder = copyProject(temporaryFolder(), { without: ['tsx'] });
    const shown = await doctor(folder, []);
    expect(shown).toMatchObject({ exitCode: 1, err: '' });
    expect(shown.out).toMatch(
      /^problem {2}packages {4}TypeScript can not be read.+\n {21}→ Install the packages: npm ci\n/,
    );
    expect((await doctor(folder, ['--json'])).report()).toMatchObject({
      isWell: false,
      findings: [{ check: 'packages', status: 'problem' }],
    });
  });

  it('tells machine code that is missing, and skips what needs it', async () => {
    const folder = copyProject(temporaryFolder(), { ownPackages: ['better-sqlite3', 'hnswlib-node'] });
    rmSync(path.join(folder, 'node_modules/better-sqlite3/build'), { recursive: true });
    writeFileSync(path.join(folder, 'node_modules/hnswlib-node/build/Release/addon.node'), 'no library');
    const { exitCode, report } = await doctor(folder, ['--offline', '--json']);
    expect(exitCode).toBe(1);
    const native = report().findings.filter(({ check }) => check === 'native');
    expect(native).toMatchObject([
      { status: 'problem', found: expect.stringMatching(/^better-sqlite3 does not load \(.*bindings/) },
      { status: 'problem', found: expect.stringMatching(/^hnswlib-node does not load \(Error: .+\)$/) },
    ]);
    for (const { next } of native) expect(next).toMatch(/npm ci$/);
    for (const check of ['index', 'desk']) expect(statusOf(report(), check)).toEqual(['skipped']);
    expect(statusOf(report(), 'model')).toEqual(['ok']);
  });
});

describe('the start of the doctor', () => {
  it('wants the Node that package.json wants', () => {
    const { engines } = JSON.parse(readFileSync(path.join(projectFolder, 'package.json'), 'utf8')) as {
      engines: { node: string };
    };
    const start = readFileSync(path.join(projectFolder, 'scripts/start-doctor.mjs'), 'utf8');
    const [, major, minor] = /wantedNode = \[(\d+), (\d+)\]/.exec(start) ?? [];
    expect(engines.node).toBe(`>=${major}.${minor}`);
  });
});
