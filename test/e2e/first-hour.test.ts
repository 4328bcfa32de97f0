import { cpSync, readFileSync, readdirSync, rmSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFolder, runScript } from '../support/run-script.ts';
import type { ScriptResult } from '../support/run-script.ts';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts';

const root = temporaryFolder();
const folderOf = (name: string): string => path.join(root, name);
const environment = {
  NEWSQUOTE_CORPUS: folderOf('corpus'),
  NEWSQUOTE_INDEX: folderOf('index'),
  NEWSQUOTE_DATA: folderOf('data'),
  EMBEDDING_CACHE: folderOf('cache.db'),
};

/** The commands of the pages that a newcomer reads, and the scripts behind them. */
const scripts = JSON.parse(readFileSync(path.join(projectFolder, 'package.json'), 'utf8')).scripts;
const read = ['README.md', 'docs/discord.md']
  .map((file) => readFileSync(path.join(projectFolder, file), 'utf8'))
  .join('\n');

/** Runs a command as it is typed. @throws Error where no page that a newcomer reads has it */
async function type(command: string, ...words: readonly string[]): Promise<ScriptResult> {
  if (!read.includes(`npm run ${command}`)) throw new Error(`no page says: npm run ${command}`);
  const [name = '', ...own] = command.split(' ').filter((word) => word !== '--');
  return runScript(scripts[name].split(' ').at(-1), [...own, ...words], { environment });
}

const question = 'When do the ferry fares rise?';
const ownQuestion = 'What does the baker of Osk bake?';

async function ask(
  text: string,
): Promise<{ status: string; quotes: readonly { articleId: string; text: string }[] }> {
  const { out, err } = await type('ask --', '--json', text);
  expect(out, err).not.toBe('');
  return JSON.parse(out.split('\n')[0] ?? '');
}

describe('the first hour, by nothing but what the pages for newcomers say', () => {
  let withdrawn = '';

  it('asks the samples, which are indexed by the first question', async () => {
    for (const page of ['harbour-courier-2025-03-04-ferry-fares.md', 'lanpu-daily-2025-02-20-light-rail.md'])
      cpSync(path.join(projectFolder, 'corpus', page), path.join(folderOf('corpus'), page));
    const { status, quotes } = await ask(question);
    expect(status).toBe('answered');
    withdrawn = quotes[0]?.articleId ?? '';
  });

  it('indexes a page of its own, and has it quoted', async () => {
    const facts = ['title: The baker of Osk', 'source: Osk Gazette', 'date: 2025-05-01', 'language: en'];
    const page = `---\n${facts.join('\n')}\n---\n\nThe baker of Osk bakes a loaf of rye every night.\n`;
    writeFiles(folderOf('corpus'), { 'osk.md': page });
    expect((await type('index --')).exitCode).toBe(0);
    expect((await ask(ownQuestion)).quotes[0]?.text).toBe(
      'The baker of Osk bakes a loaf of rye every night.',
    );
  });

  it('withdraws an article, which no answer quotes from then on', async () => {
    const { exitCode, err } = await type('desk -- withdraw', withdrawn, '--reason', 'Wrong price');
    expect({ exitCode, err }).toMatchObject({ exitCode: 0 });
    expect((await ask(question)).quotes.map(({ articleId }) => articleId)).not.toContain(withdrawn);
  });

  it('backs all of it up', async () => {
    const { exitCode, err } = await type('backup --', folderOf('backup.tar'));
    expect({ exitCode, err }).toMatchObject({ exitCode: 0 });
  });

  it('is told what has changed and broken, and does what it is told', async () => {
    const vectors = readdirSync(folderOf('index')).find((name) => name.endsWith('.hnsw')) ?? 'none';
    truncateSync(path.join(folderOf('index'), vectors), 100);
    writeFiles(folderOf('corpus'), { 'osk.md': 'The baker of Osk has left.\n' });
    const checked = await type('check -- --index', folderOf('index'));
    expect(checked.exitCode).toBe(1);
    expect(checked.out).toContain('osk.md');
    expect(checked.out).toContain(vectors);
    expect(checked.err).toContain('npm run index --');
    expect((await type('index --')).exitCode).toBe(0);
    expect((await type('check -- --index', folderOf('index'))).exitCode).toBe(0);
  });

  it('repairs a damaged database, and what was withdrawn stays so', async () => {
    const file = path.join(folderOf('index'), 'index.db');
    const bytes = readFileSync(file);
    writeFiles(folderOf('index'), { 'index.db': bytes.fill(7, 8192, 60_000) });
    const checked = await type('check -- --index', folderOf('index'));
    expect({ exitCode: checked.exitCode, err: checked.err }).toMatchObject({
      exitCode: 1,
      err: expect.stringContaining('--repair'),
    });
    const repaired = await type('check -- --index', folderOf('index'), '--repair');
    expect({ exitCode: repaired.exitCode, err: repaired.err }).toMatchObject({ exitCode: 0 });
    const { quotes } = await ask(question);
    expect(quotes.map(({ articleId }) => articleId)).not.toContain(withdrawn);
  });

  it('loses everything, and brings it back with what was decided', async () => {
    for (const name of ['corpus', 'index', 'data', 'cache.db'])
      rmSync(folderOf(name), { recursive: true, force: true });
    const { exitCode, err } = await type('restore --', folderOf('backup.tar'));
    expect({ exitCode, err }).toMatchObject({ exitCode: 0 });
    expect((await ask(ownQuestion)).quotes[0]?.text).toBe(
      'The baker of Osk bakes a loaf of rye every night.',
    );
    expect((await ask(question)).quotes.map(({ articleId }) => articleId)).not.toContain(withdrawn);
  });
});
