import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright-core';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { ArgumentError, runMain } from '../src/terminal/run-command.ts';
import type { Command } from '../src/terminal/run-command.ts';

const help = `Makes the pictures of the preview page in docs/pictures, from the index that the settings name.

Usage: npm run screenshots -- [--chromium FILE]

Options:
  --chromium FILE  Chromium's program (default: /usr/bin/chromium)
  --help           print this

Fonts of the machine are used: fonts-noto-core, fonts-noto-cjk and fonts-noto-color-emoji hold every script that is shown.
`;

const options = { chromium: { type: 'string' } } as const;

const project = path.resolve(import.meta.dirname, '..');
const pictures = path.join(project, 'docs/pictures');
/** A picture that is larger makes the README slow to open. */
const maxPictureBytes = 200_000;

interface Picture {
  readonly name: string;
  readonly look: BrowserContextOptions;
  readonly prepare: (page: Page) => Promise<void>;
}

const desktop = { viewport: { width: 1100, height: 720 }, locale: 'en-GB', timezoneId: 'UTC' };
const phone = { viewport: { width: 390, height: 780 }, locale: 'zh-CN', timezoneId: 'UTC' };

const shots: readonly Picture[] = [
  {
    name: 'ask-en',
    look: { ...desktop, colorScheme: 'dark' },
    prepare: (page) => ask(page, 'How much does an adult ticket to Skell Island cost from April?'),
  },
  {
    name: 'ask-zh',
    look: { ...phone, colorScheme: 'light' },
    prepare: (page) => ask(page, '岚浦港火灾转移了多少居民？'),
  },
  {
    name: 'not-found',
    look: { ...desktop, colorScheme: 'light' },
    prepare: (page) => ask(page, 'Which spacecraft landed on Titan?'),
  },
  {
    name: 'article',
    look: { ...desktop, colorScheme: 'dark' },
    prepare: (page) => openArticle(page, 'Tanner Street'),
  },
  {
    name: 'archive',
    look: { ...desktop, colorScheme: 'light' },
    async prepare(page) {
      await page.click('#to-archive');
      await page.waitForSelector('.articles');
    },
  },
];

async function ask(page: Page, question: string): Promise<void> {
  await page.fill('#composer input', question);
  await page.keyboard.press('Enter');
  await page.waitForSelector('.message.bot .container');
}

async function openArticle(page: Page, words: string): Promise<void> {
  await page.click('#to-archive');
  await page.fill('#title-words', words);
  await page.keyboard.press('Enter');
  await page.click(`.articles a:has-text("${words}")`);
  await page.waitForSelector('.join');
  // Where a paragraph was joined, a third down.
  await page.evaluate(
    'const lines = document.querySelector(".lines"); lines.scrollTop = lines.querySelector(".join").offsetTop - 160',
  );
}

const command: Command<typeof options> = {
  name: 'npm run screenshots',
  help,
  options,
  async run({ values }, { out }) {
    const executablePath = values.chromium ?? '/usr/bin/chromium';
    if (!existsSync(executablePath))
      throw new ArgumentError(`There is no ${executablePath}: install chromium, or name it with --chromium`);
    mkdirSync(pictures, { recursive: true });
    const { child, address } = await startPage();
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
    try {
      for (const { name, look, prepare } of shots) {
        const page = await browser.newPage(look);
        await page.goto(address);
        await page.waitForSelector('#composer input:enabled');
        await prepare(page);
        // The cursor in the field blinks, and fonts may still come in.
        await page.evaluate('document.activeElement?.blur(); document.fonts.ready');
        const file = path.join(pictures, `${name}.png`);
        await page.screenshot({ path: file, animations: 'disabled' });
        await page.close();
        out.write(`${path.relative(project, file)} ${String(Math.round(statSync(file).size / 1000))} kB\n`);
        if (statSync(file).size > maxPictureBytes) throw new Error(`${name} is over 200 kB`);
      }
    } finally {
      await browser.close();
      child.kill('SIGTERM');
    }
    return 0;
  },
};

/** The page as anybody starts it, on a port that is free. */
async function startPage(): Promise<{ readonly child: ChildProcess; readonly address: string }> {
  const main = path.join(project, 'src/main.ts');
  const settings = ['DISCORD_TOKEN=', 'PREVIEW_PASSWORD=', 'PREVIEW_HOST=', 'PREVIEW_PORT=0'];
  const child = spawn('env', [...settings, process.execPath, '--import', 'tsx', main], {
    cwd: project,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /http:\/\/\S+/.exec(line)?.[0];
    if (address !== undefined) return { child, address };
  }
  throw new Error('the page did not start; what it said stands above');
}

await runMain(command);
