import { copyFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath } from '../support/chromium.ts';
import { formPage } from '../support/pages.ts';
import { startPreview } from '../support/preview-process.ts';
import type { PreviewProcess } from '../support/preview-process.ts';
import { projectFolder, runScript } from '../support/run-script.ts';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts';

const root = temporaryFolder();
const corpus = path.join(root, 'corpus');
const environment = {
  NEWSQUOTE_CORPUS: corpus,
  NEWSQUOTE_INDEX: path.join(root, 'index'),
  NEWSQUOTE_DATA: path.join(root, 'data'),
  EMBEDDING_CACHE: path.join(root, 'cache.db'),
};
const pages = [
  'harbour-courier-2025-03-04-ferry-fares.md',
  'lanpu-daily-2025-06-12-port-fire.md',
  'voz-valdorquin-2024-11-06-crecida.md',
  'dunmarrow-chronicle-2025-03-05.txt',
];
/** Pages whose words would do something if any of them were read as HTML or as an address. */
const hostile = {
  'hostile.md': formPage(
    {
      title: '<img src=x onerror="window.hacked=1"> Zorblatt statue',
      source: '"><script>window.hacked=1</script>',
      date: '2025-07-01',
      language: 'en',
      url: 'https://evil.example/"onmouseover="window.hacked=1',
    },
    'The Zorblatt statue weighs nine tonnes <script>window.hacked=1</script> and [a link](javascript:window.hacked=1) names it.',
    '<iframe src="https://evil.example"></iframe> @everyone <svg onload="window.hacked=1"> said the Zorblatt mayor.',
  ),
};

let preview: PreviewProcess;

beforeAll(async () => {
  mkdirSync(corpus);
  for (const page of pages) copyFileSync(path.join(projectFolder, 'corpus', page), path.join(corpus, page));
  writeFiles(corpus, hostile);
  preview = await startPreview(environment);
});

afterAll(async () => {
  await preview.stop();
});

describe('npm start without a token', () => {
  it('says where the page is before the index is built, and when it is', async () => {
    const status = await fetch(`${preview.address}/api/status`);
    expect(await status.json()).toHaveProperty('status');
    await preview.untilSaid('are ready');
    expect(preview.said()).toMatch(/^Newsquote answers at http:\/\/127\.0\.0\.1:\d+\n/);
  });

  it('ends with 1 and the next step where the port is taken', async () => {
    const port = new URL(preview.address).port;
    const { exitCode, err } = await runScript('src/main.ts', [], {
      environment: { ...environment, PREVIEW_PORT: port },
    });
    expect(exitCode).toBe(1);
    expect(err).toContain(`Something else listens at 127.0.0.1:${port} already`);
    expect(err).toContain('PREVIEW_PORT');
  });

  it('listens for others only with a password', async () => {
    const { exitCode, err } = await runScript('src/main.ts', [], {
      environment: { ...environment, PREVIEW_HOST: '0.0.0.0' },
    });
    // A setting has to be changed before starting again is of any use.
    expect(exitCode).toBe(78);
    expect(err).toContain('PREVIEW_PASSWORD: must be set');
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('ends with 0 by %s', async (signal) => {
    const other = await startPreview(environment);
    expect(await other.stop(signal)).toBe(0);
  });
});

/** Said where a reader of the results looks for why. */
const skipped =
  chromiumPath === undefined
    ? ': skipped, there is no Chromium (apt-get install chromium, or CHROMIUM_PATH)'
    : '';

describe.skipIf(chromiumPath === undefined)(`the page in Chromium${skipped}`, () => {
  let browser: Browser;

  beforeAll(async () => {
    if (chromiumPath === undefined) return;
    await preview.untilSaid('are ready');
    browser = await chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox'] });
  });

  afterAll(async () => {
    await browser.close();
  });

  const desktop: BrowserContextOptions = { viewport: { width: 1100, height: 720 }, locale: 'en-GB' };

  /** Opens the page, does something there, and checks that nothing was complained of and nobody else was asked. */
  async function visit(
    act: (page: Page) => Promise<void>,
    look: BrowserContextOptions = desktop,
  ): Promise<void> {
    const page = await browser.newPage(look);
    const wrong: string[] = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) wrong.push(message.text());
    });
    page.on('pageerror', (error) => wrong.push(String(error)));
    page.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (origin !== preview.address && protocol !== 'file:') wrong.push(`asked ${request.url()}`);
    });
    page.on('dialog', (dialog) => wrong.push(`dialog ${dialog.message()}`));
    try {
      await page.goto(preview.address);
      await page.waitForSelector('#composer input:enabled');
      await act(page);
      expect(wrong).toEqual([]);
      expect(await page.evaluate('window.hacked')).toBeUndefined();
    } finally {
      await page.close();
    }
  }

  async function write(page: Page, text: string): Promise<string> {
    const before = await page.locator('.message.bot').count();
    await page.fill('#composer input', text);
    await page.keyboard.press('Enter');
    const answer = page.locator('.message.bot').nth(before);
    await answer.waitFor();
    return answer.innerText();
  }

  const lastAnswer = (page: Page) => page.locator('.message.bot').last();

  async function press(page: Page, label: string): Promise<void> {
    const before = await page.locator('.message').count();
    await lastAnswer(page).getByRole('button', { name: label, exact: true }).first().click();
    await page.locator('.message').nth(before).waitFor();
  }

  it('shows how far the first index is, and can be asked once it is there', async () => {
    const fresh = path.join(root, 'fresh');
    const other = await startPreview({
      ...environment,
      NEWSQUOTE_INDEX: path.join(fresh, 'index'),
      EMBEDDING_CACHE: path.join(fresh, 'cache.db'),
    });
    const page = await browser.newPage(desktop);
    try {
      await page.goto(other.address);
      await page.getByText(/Opening the index|Building the index/).waitFor();
      expect(await page.locator('#start progress').isVisible()).toBe(true);
      expect(await page.locator('#composer input').isDisabled()).toBe(true);
      await page.waitForSelector('#composer input:enabled', { timeout: 90_000 });
      expect(await page.locator('#start').isVisible()).toBe(false);
    } finally {
      await page.close();
      await other.stop();
    }
  });

  it.each([
    ['How much will the ferry to Skell Island cost?', 'The Harbour Courier', 'Show in article'],
    ['岚浦港火灾转移了多少居民？', '岚浦日报', '在文章中查看'],
    ['¿Cuántas viviendas dañó la crecida?', 'La Voz de Valdorquín', 'Ver en el artículo'],
  ])('answers “%s”', (question, source, button) =>
    visit(async (page) => {
      const answer = await write(page, question);
      expect(answer).toContain(source);
      expect(answer).toContain(button);
      expect(await lastAnswer(page).locator('blockquote strong').count()).toBeGreaterThan(0);
    }),
  );

  it('goes on from the message that is replied to', () =>
    visit(async (page) => {
      await write(page, 'How much will the ferry to Skell Island cost?');
      await lastAnswer(page).hover();
      await lastAnswer(page).getByRole('button', { name: 'Reply' }).click();
      expect(await page.locator('.replying').innerText()).toContain('Replying to Newsquote');
      const answer = await write(page, 'And who decided that?');
      expect(answer).toContain('And who decided that? — ');
      expect(answer).toContain('The Harbour Courier');
    }));

  it('lists commands, completes their options, and shows what is private as private', () =>
    visit(async (page) => {
      await page.fill('#composer input', '/as');
      await page.getByRole('option', { name: /^\/ask/ }).waitFor();
      await page.keyboard.press('Enter');
      await page.getByLabel('question').fill('How many households did the fire move?');
      await page.getByText('Optional').click();
      await page.getByLabel('source').pressSequentially('岚浦');
      await page.getByRole('option', { name: '岚浦日报' }).waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.getByLabel('private').selectOption('yes');
      await page.getByRole('button', { name: 'Send' }).click();
      await page.getByText('Only you can see this').waitFor();
      expect(await lastAnswer(page).innerText()).toContain('岚浦日报');
      await press(page, 'Share');
      expect(await lastAnswer(page).innerText()).toContain('@You');
      expect(await page.locator('.message.private').count()).toBe(1);
      await page.getByRole('button', { name: 'Dismiss' }).click();
      expect(await page.locator('.message.private').count()).toBe(0);
    }));

  it('shows more quotes, the quote in its article, and the article', () =>
    visit(async (page) => {
      await write(page, 'How much will the ferry to Skell Island cost?');
      await press(page, 'Show in article');
      expect(await lastAnswer(page).innerText()).toContain('in bold');
      await page.locator('.message.bot').first().getByRole('button', { name: 'More quotes' }).click();
      await page.locator('.message.bot').nth(2).waitFor();
      // A page of quotes that only the person sees is turned in its place.
      expect(await lastAnswer(page).getAttribute('class')).toContain('private');
      await lastAnswer(page).getByRole('button', { name: 'Next' }).click();
      await lastAnswer(page).getByText('Quotes 7–9 of 9').waitFor();
      expect(await page.locator('.message.bot').count()).toBe(3);
      await page.locator('.message.bot').first().getByRole('button', { name: 'Read article' }).click();
      await page.locator('.message.bot').nth(3).waitFor();
      expect(await lastAnswer(page).innerText()).toContain('Brackenport');
    }));

  it('takes a judgement by a form that the keyboard fills in', () =>
    visit(async (page) => {
      await write(page, 'How much will the ferry to Skell Island cost?');
      await lastAnswer(page).getByRole('button', { name: 'Wrong' }).click();
      await page.getByRole('dialog', { name: 'What is wrong?' }).waitFor();
      await page.getByLabel('It is out of date').check();
      await page.getByRole('button', { name: 'Submit' }).click();
      await page.getByText('Thank you.').waitFor();
      expect(await lastAnswer(page).getAttribute('class')).toContain('private');
    }));

  it('says that nothing answers, and opens the nearest article by keyboard', () =>
    visit(async (page) => {
      expect(await write(page, 'Which spacecraft landed on Titan?')).toContain('do not answer this');
      await lastAnswer(page).getByRole('button', { name: 'Open one' }).focus();
      await page.keyboard.press('Enter');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.locator('.message.bot').nth(1).waitFor();
      expect(await lastAnswer(page).innerText()).toMatch(/line/);
    }));

  it('checks a message against the news', () =>
    visit(async (page) => {
      await write(page, 'The ferry fares to Skell Island will rise in April.');
      await page.locator('.message.you').hover();
      await page.getByRole('button', { name: 'Check against the news' }).click();
      await page.locator('.message.bot').nth(1).waitFor();
      expect(await lastAnswer(page).innerText()).toContain('The Harbour Courier');
    }));

  it('speaks the language that is chosen, in its direction', () =>
    visit(async (page) => {
      await page.selectOption('#language', 'ar');
      await page.getByText('المحادثة').waitFor();
      expect(await page.getAttribute('html', 'dir')).toBe('rtl');
      await page.selectOption('#language', 'zh-CN');
      await page.fill('#composer input', '/');
      await page.locator('#composer').getByRole('option').first().waitFor();
      await page.fill('#composer input', '/ask');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: '取消' }).click();
      await page.reload();
      await page.getByText('聊天').waitFor();
    }));

  it('lets hostile text be text, in the chat and in the archive', () =>
    visit(async (page) => {
      const answer = await write(page, 'How much does the Zorblatt statue weigh?');
      expect(answer).toContain('<script>window.hacked=1</script>');
      await page.click('#to-archive');
      await page
        .locator('#archive')
        .getByText('<img src=x onerror="window.hacked=1"> Zorblatt statue')
        .first()
        .click();
      await page.locator('.lines').waitFor();
      expect(await page.locator('.raw').innerText()).toContain(
        '<iframe src="https://evil.example"></iframe>',
      );
      expect(await page.locator('main img, main iframe, main script, main svg[onload]').count()).toBe(0);
      expect(await page.locator('main [onmouseover], main a[href^="javascript"]').count()).toBe(0);
    }));

  it('shows the archive, a source’s articles, and a torn page with its kinds and joins', () =>
    visit(async (page) => {
      await page.click('#to-archive');
      await page.locator('.bars a').first().waitFor();
      expect(await page.locator('.facts').innerText()).toContain('Near-copies');
      await page
        .getByRole('row', { name: /Dunmarrow Chronicle/ })
        .getByRole('link')
        .click();
      await page.getByText('Only source: Dunmarrow Chronicle.').waitFor();
      await page.getByRole('link', { name: /Tanner Street/ }).click();
      await page.locator('.lines').waitFor();
      expect(await page.locator('.legend').innerText()).toMatch(/headline[^]*body/);
      expect(await page.locator('.join').first().innerText()).toMatch(/goes on in line \d+, \d+ %/);
    }));

  it('shows the figures, the diagrams and why the worst questions went wrong', () =>
    visit(async (page) => {
      await page.click('#to-quality');
      await page.locator('.figures tr.own').first().waitFor();
      const report = page.frameLocator('iframe.report');
      for (const name of [/^Reliability, /, /^Risk by coverage, /, /^Time of an answer, /])
        await report.getByRole('img', { name }).first().waitFor();
      await report.locator('.question summary').first().click();
      expect(await report.locator('.question[open]').first().innerText()).toMatch(/together\s+[+−]\d/);
    }));

  it('opens the diagrams by themselves', () =>
    visit(async (page) => {
      await page.click('#to-quality');
      const opening = page.context().waitForEvent('page');
      await page.getByRole('link', { name: 'Open it by itself' }).click();
      const report = await opening;
      await report.getByRole('heading', { name: 'Newsquote: how well it answers' }).waitFor();
      expect(await report.getByRole('img').count()).toBeGreaterThan(2);
    }));

  it('decides as a moderator only in the moderator mode', () =>
    visit(async (page) => {
      await page.fill('#composer input', '/withdraw');
      expect(await page.locator('#composer').getByRole('option').count()).toBe(0);
      await page.check('#moderator');
      await page.fill('#composer input', '/withdraw');
      await page.getByRole('option', { name: /withdraw/ }).waitFor();
      await page.keyboard.press('Enter');
      await page.getByLabel('article').pressSequentially('Zorblatt');
      await page.getByRole('option', { name: /Zorblatt/ }).waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.getByLabel('reason').fill('测试');
      await page.getByRole('button', { name: 'Send' }).click();
      await lastAnswer(page).waitFor();
      expect(await write(page, 'How much does the Zorblatt statue weigh?')).not.toContain('nine tonnes');
    }));

  describe.each(['dark', 'light'] as const)('%s', (colorScheme) => {
    it.each([
      ['on a desktop', { width: 1100, height: 720 }],
      ['on a phone', { width: 360, height: 740 }],
    ])('has no serious fault for those who need help to read it, %s', (_, viewport) =>
      visit(
        async (page) => {
          await write(page, 'How much will the ferry to Skell Island cost?');
          await write(page, 'Which spacecraft landed on Titan?');
          expect(await findFaults(page)).toEqual([]);
          expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(
            viewport.width,
          );
          await page.fill('#composer input', '/ask');
          await page.keyboard.press('Enter');
          await page.getByText('Optional').click();
          expect(await findFaults(page)).toEqual([]);
          await page.click('#to-archive');
          await page.locator('.articles a').first().waitFor();
          expect(await findFaults(page)).toEqual([]);
          await page.locator('.articles a').first().click();
          await page.locator('.lines').waitFor();
          expect(await findFaults(page)).toEqual([]);
          expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(
            viewport.width,
          );
          await page.click('#to-quality');
          await page.locator('.figures').first().waitFor();
          expect(await findFaults(page)).toEqual([]);
          await page.goto(pathToFileURL(path.join(projectFolder, 'docs/evaluation.html')).href);
          await page.locator('.question summary').first().click();
          expect(await findFaults(page)).toEqual([]);
          expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(
            viewport.width,
          );
        },
        { ...desktop, viewport, colorScheme },
      ),
    );
  });
});

/** What axe finds that is serious or critical. */
async function findFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  // The frame of the report runs no script, so axe could only wait for it; the report is looked at by itself.
  const { violations } = await page.evaluate<axe.AxeResults>('axe.run(document, { iframes: false })');
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary = '' }) => `${id} ${String(target)} ${failureSummary}`),
    );
}
