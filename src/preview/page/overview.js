/** @import { ArchiveOverview } from '../archive/overview.ts' */
/** @import { ArticleSummary } from '../../store/news-store.ts' */
import { drawSpans, drawSwatch } from './bars.js';
import { el } from './dom.js';
import { formatDay } from './times.js';

/**
 * The address of a list.
 *
 * @param {Readonly<Record<string, string>>} filter
 */
export function listAddress(filter) {
  return `#/archive?${new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== '')).toString()}`;
}

/**
 * @param {ArchiveOverview} archive
 * @returns {Node[]}
 */
export function drawOverview({
  counts,
  sources,
  spans,
  languages,
  newest,
  oldest,
  undatedCount,
  nearCopies,
  feeds,
}) {
  const names = new Intl.DisplayNames(['en'], { type: 'language' });
  const facts = [
    ['Articles', String(counts.articles)],
    ['Pages', String(counts.pages)],
    ['Sentences', String(counts.sentences)],
    ['Near-copies', describeCopies(nearCopies)],
    ['Without a date', String(undatedCount)],
    ['Newest', newest],
    ['Oldest', oldest],
  ];
  return [
    el('h1', {}, 'Archive'),
    el(
      'dl',
      { class: 'facts' },
      ...facts.map(([name, value]) =>
        el(
          'div',
          { class: typeof value === 'string' ? null : 'wide' },
          el('dt', {}, String(name)),
          el('dd', {}, typeof value === 'string' ? value : drawTitle(value ?? null)),
        ),
      ),
    ),
    el('h2', {}, 'When'),
    drawSpans(
      spans,
      sources.map(({ name }) => name),
      ({ since, until }) => listAddress({ since, until }),
    ),
    el('h2', {}, 'From where'),
    drawSources(sources),
    el('h2', {}, 'In which language'),
    el(
      'ul',
      { class: 'languages' },
      ...languages.map(({ code, count }) =>
        el(
          'li',
          {},
          el(
            'a',
            { href: listAddress({ language: code }) },
            code === 'und' ? 'not told' : (names.of(code) ?? code),
          ),
          ` ${String(count)}`,
        ),
      ),
    ),
    ...drawFeeds(feeds),
  ];
}

/** @param {ArchiveOverview['nearCopies']} nearCopies */
function describeCopies({ articles, stories }) {
  if (articles === 0) return 'none';
  return `${String(articles)} articles tell ${stories === 1 ? 'one story' : `${String(stories)} stories`}`;
}

/** @param {ArchiveOverview['sources']} sources */
function drawSources(sources) {
  const most = Math.max(1, ...sources.map(({ articleCount }) => articleCount));
  const rows = sources.map(({ name, articleCount, newestOn }, at) => {
    const bar = el('div', { class: 'share' });
    bar.style.inlineSize = `${String((100 * articleCount) / most)}%`;
    bar.style.background = `var(--series-${String(at % 8)})`;
    return el(
      'tr',
      {},
      el(
        'th',
        { scope: 'row' },
        drawSwatch(at),
        el('a', { href: listAddress({ source: name }), dir: 'auto' }, name),
      ),
      el('td', {}, bar),
      el('td', { class: 'number' }, String(articleCount)),
      el('td', {}, newestOn === null ? '—' : formatDay(newestOn, 'en')),
    );
  });
  const head = ['Source', 'Share', 'Articles', 'Newest'].map((name) => el('th', { scope: 'col' }, name));
  return el(
    'div',
    { class: 'table', tabindex: '0', role: 'region', 'aria-label': 'Sources' },
    el('table', { class: 'sources' }, el('thead', {}, el('tr', {}, ...head)), el('tbody', {}, ...rows)),
  );
}

/** @param {ArchiveOverview['feeds']} feeds */
function drawFeeds(feeds) {
  if (feeds.length === 0) return [];
  const rows = feeds.map(({ name, url, isPaused, failures, lastError, lastSuccessAt }) => {
    const health = isPaused
      ? 'paused'
      : failures === 0
        ? 'well'
        : `failed ${String(failures)} times (${lastError ?? '?'})`;
    const last =
      lastSuccessAt === null ? 'never' : new Date(lastSuccessAt).toISOString().slice(0, 16).replace('T', ' ');
    const cells = [url, health, last].map((text) => el('td', {}, text));
    return el('tr', {}, el('th', { scope: 'row' }, name), ...cells);
  });
  const head = ['Feed', 'Address', 'Health', 'Last read (UTC)'].map((name) =>
    el('th', { scope: 'col' }, name),
  );
  return [
    el('h2', {}, 'Feeds'),
    el(
      'div',
      { class: 'table', tabindex: '0', role: 'region', 'aria-label': 'Feeds' },
      el('table', {}, el('thead', {}, el('tr', {}, ...head)), el('tbody', {}, ...rows)),
    ),
  ];
}

/**
 * @param {ArticleSummary | null} article
 * @returns {Node}
 */
function drawTitle(article) {
  if (article === null) return el('span', {}, '—');
  const { articleId, title, publishedOn } = article;
  const day = publishedOn === null ? '' : ` ${formatDay(publishedOn, 'en')}`;
  return el(
    'span',
    {},
    el('a', { href: `#/article/${encodeURIComponent(articleId)}`, dir: 'auto' }, title || '—'),
    day,
  );
}
