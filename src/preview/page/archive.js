/** @import { ArticleSummary } from '../../store/news-store.ts' */
import { ApiError, getJson } from './api.js';
import { drawArticlePage } from './article-page.js';
import { el } from './dom.js';
import { drawOverview, listAddress } from './overview.js';
import { formatDay } from './times.js';

/** Which of the things asked for is the last: an answer that comes after it is not shown. */
let asked = 0;

/**
 * Shows the archive, a list of articles, or one of them.
 *
 * @param {HTMLElement} section
 * @param {{ readonly articleId: string, readonly query: string }} place
 */
export async function showArchive(section, { articleId, query }) {
  asked += 1;
  const mine = asked;
  try {
    const drawn = articleId === '' ? await drawArchive(query) : [await drawArticle(articleId)];
    if (mine !== asked) return;
    section.replaceChildren(...drawn);
    section.scrollTop = 0;
    section.focus({ preventScroll: true });
    // The part of the page that the article stands in.
    const lines = section.querySelector('.lines');
    const own = section.querySelector('.lines .own');
    if (lines !== null && own instanceof HTMLElement) lines.scrollTop = own.offsetTop - own.offsetHeight * 3;
  } catch (error) {
    if (mine === asked)
      section.replaceChildren(el('p', { class: 'problem', role: 'alert' }, describe(error)));
  }
}

/** @param {string} articleId */
async function drawArticle(articleId) {
  return drawArticlePage(await getJson('/api/article', { id: articleId }));
}

/**
 * The archive at a glance and its newest articles, or only the articles that are asked for.
 *
 * @param {string} query
 */
async function drawArchive(query) {
  const filter = Object.fromEntries(new URLSearchParams(query));
  const list = drawList(await getJson('/api/articles', filter), filter);
  return [...(query === '' ? drawOverview(await getJson('/api/archive')) : []), list];
}

/** @param {unknown} error */
function describe(error) {
  if (!(error instanceof ApiError)) throw error;
  if (error.status === 404) return 'There is no such article.';
  if (error.status === 503) return 'The index is not ready yet.';
  return 'The server does not answer.';
}

/**
 * @param {{ readonly articles: readonly ArticleSummary[], readonly next: number | null }} list
 * @param {Readonly<Record<string, string>>} filter
 */
function drawList({ articles, next }, filter) {
  const { words = '', offset: _, ...kept } = filter;
  const input = el('input', { type: 'search', id: 'title-words', value: words, maxlength: 200, dir: 'auto' });
  const search = el(
    'form',
    { class: 'search', role: 'search' },
    el('label', { for: 'title-words' }, 'Words of the title'),
    input,
    el('button', { class: 'button secondary' }, 'Find'),
  );
  search.addEventListener('submit', (event) => {
    event.preventDefault();
    location.hash = listAddress({ ...kept, words: input.value.trim() });
  });
  const limits = Object.entries(kept).map(([name, value]) => `${name}: ${value}`);
  return el(
    'section',
    { class: 'list', 'aria-label': 'Articles' },
    el('h2', {}, 'Articles'),
    search,
    limits.length === 0
      ? null
      : el('p', {}, `Only ${limits.join(', ')}. `, el('a', { href: '#/archive' }, 'All articles')),
    articles.length === 0
      ? el('p', {}, 'No articles.')
      : el('ul', { class: 'articles' }, ...articles.map(drawEntry)),
    next === null
      ? null
      : el('p', {}, el('a', { href: listAddress({ ...filter, offset: String(next) }) }, 'Next page')),
  );
}

/** @param {ArticleSummary} article */
function drawEntry({ articleId, title, source, publishedOn, language }) {
  const facts = [source, publishedOn === null ? 'undated' : formatDay(publishedOn, 'en'), language].join(
    ' · ',
  );
  return el(
    'li',
    {},
    el(
      'a',
      { href: `#/article/${encodeURIComponent(articleId)}`, dir: 'auto', lang: language },
      title || '—',
    ),
    el('span', { class: 'hint', dir: 'auto' }, facts),
  );
}
