/** @import { Context, Status } from './page-types.ts' */
import { showArchive } from './archive.js';
import { getJson } from './api.js';
import { createChat } from './chat.js';
import { byId, el } from './dom.js';
import { showQuality } from './quality.js';

const chatSection = byId('chat');
const archiveSection = byId('archive');
const qualitySection = byId('quality');
const languageChoice = /** @type {HTMLSelectElement} */ (byId('language'));
const themeChoice = /** @type {HTMLSelectElement} */ (byId('theme'));
const moderatorChoice = /** @type {HTMLInputElement} */ (byId('moderator'));

/** How often the server is asked how far it is. */
const pollMs = 400;

const status = /** @type {Status} */ (await getJson('/api/status'));
const wanted = localStorage.getItem('locale') ?? navigator.language;
/** @type {Context} */
const context = {
  ...(await getJson('/api/words', { locale: wanted })),
  personId: status.personId,
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  isModerator: false,
};
const chat = createChat(context);

/** Shows in the person's language what the page itself says. */
function redraw() {
  const { nav, settings } = context.words;
  document.documentElement.lang = context.locale;
  document.documentElement.dir = context.direction;
  byId('sections').setAttribute('aria-label', nav.sections);
  const texts = {
    'to-chat': `# ${nav.chat}`,
    'to-archive': `▤ ${nav.archive}`,
    'to-quality': `✓ ${nav.quality}`,
    'language-label': settings.language,
    'theme-label': settings.theme,
    'moderator-label': settings.moderator,
  };
  for (const [id, text] of Object.entries(texts)) byId(id).textContent = text;
  const themes = [settings.system, settings.light, settings.dark];
  [...themeChoice.options].forEach((option, at) => (option.textContent = themes[at] ?? ''));
  chat.redraw();
}

/** Fills in the settings and keeps what is chosen in this browser. */
function startSettings() {
  for (const locale of status.locales) {
    const name = new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale;
    languageChoice.append(el('option', { value: locale, lang: locale }, name));
  }
  languageChoice.value = context.locale;
  languageChoice.addEventListener('change', async () => {
    localStorage.setItem('locale', languageChoice.value);
    Object.assign(context, await getJson('/api/words', { locale: languageChoice.value }));
    redraw();
  });
  themeChoice.value = localStorage.getItem('theme') ?? 'system';
  const applyTheme = () => {
    document.documentElement.dataset['theme'] = themeChoice.value;
  };
  applyTheme();
  themeChoice.addEventListener('change', () => {
    localStorage.setItem('theme', themeChoice.value);
    applyTheme();
  });
  moderatorChoice.addEventListener('change', () => {
    context.isModerator = moderatorChoice.checked;
  });
}

/** Shows the section that the address names: `#/archive?source=…`, `#/article/ID`, `#/quality`, else the chat. */
async function showSection() {
  const [path = '', query = ''] = location.hash.replace(/^#\/?/, '').split('?');
  const [name = '', id = ''] = path.split('/');
  const isArchive = name === 'archive' || name === 'article';
  const sections = [chatSection, archiveSection, qualitySection];
  const shown = isArchive ? archiveSection : name === 'quality' ? qualitySection : chatSection;
  for (const section of sections) section.hidden = section !== shown;
  for (const [link, section] of Object.entries({
    'to-chat': chatSection,
    'to-archive': archiveSection,
    'to-quality': qualitySection,
  })) {
    if (section === shown) byId(link).setAttribute('aria-current', 'page');
    else byId(link).removeAttribute('aria-current');
  }
  if (isArchive) await showArchive(archiveSection, { articleId: decodeURIComponent(id), query });
  else if (shown === qualitySection) await showQuality(qualitySection);
}

/**
 * Shows how far the index is, until it can be asked.
 *
 * @param {Status} now
 */
function showStart({ isBuilding = false, progress = null }) {
  const { start } = context.words;
  /** @type {Readonly<Record<string, string>>} */
  const stages = { read: start.read, embed: start.embed, store: start.store, vectors: start.vectors };
  const stage = progress === null ? '' : (stages[progress.stage] ?? '');
  const bar = /** @type {HTMLProgressElement} */ (byId('start-bar'));
  byId('start').hidden = false;
  byId('start-text').textContent = isBuilding ? `${start.building} ${stage}` : start.opening;
  if (progress === null || progress.total === 0) bar.removeAttribute('value');
  else bar.value = progress.done / progress.total;
}

async function waitUntilReady() {
  chat.setReady(false);
  for (let now = status; now.status !== 'ready'; now = await getJson('/api/status').catch(() => now)) {
    showStart(now);
    await new Promise((resolve) => {
      setTimeout(resolve, pollMs);
    });
  }
  byId('start').hidden = true;
  chat.setReady(true);
  redraw();
  await showSection();
}

startSettings();
redraw();
addEventListener('hashchange', () => void showSection());
await waitUntilReady();
