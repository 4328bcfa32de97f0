/** @import { ArticlePage } from '../archive/article-page.ts' */
import { el } from './dom.js';
import { drawLink } from './draw-markup.js';
import { drawRawPage } from './raw-page.js';
import { formatDay } from './times.js';

/**
 * An article with its page beside it.
 *
 * @param {ArticlePage} found
 */
export function drawArticlePage({ article, copies, raw }) {
  const { kicker, title, subtitle, source, publishedOn, authors, agency, place, url, body, language } =
    article;
  const facts = [
    source,
    ...(publishedOn === null ? [] : [formatDay(publishedOn, 'en')]),
    ...(place === null ? [] : [place]),
    ...authors,
    ...(agency === null ? [] : [agency]),
    `version ${String(article.version)}`,
  ];
  const text = el(
    'article',
    { class: 'reading', 'aria-label': 'The article as it was recovered' },
    el('p', { class: 'hint' }, 'The article as it was recovered'),
    kicker === null ? null : el('p', { class: 'kicker', dir: 'auto' }, kicker),
    el('h1', { dir: 'auto', lang: language }, title || '—'),
    subtitle === null ? null : el('p', { class: 'subtitle', dir: 'auto' }, subtitle),
    el('p', { class: 'hint', dir: 'auto' }, facts.join(' · ')),
    url === null ? null : el('p', { class: 'hint' }, drawLink(url, [url])),
    ...body.split(/\n{2,}/).map((paragraph) => el('p', { dir: 'auto', lang: language }, paragraph)),
    ...drawRelated('Corrected by', article.corrections),
    ...drawRelated('Told in nearly the same words by', copies),
  );
  return el(
    'div',
    {},
    el('p', {}, el('a', { href: '#/archive' }, '← Archive')),
    el('div', { class: 'beside' }, text, drawRawPage(raw)),
  );
}

/**
 * @param {string} heading
 * @param {readonly { readonly articleId: string, readonly title: string, readonly source: string, readonly publishedOn: string | null }[]} articles
 */
function drawRelated(heading, articles) {
  if (articles.length === 0) return [];
  return [
    el('h2', {}, heading),
    el(
      'ul',
      {},
      ...articles.map(({ articleId, title, source, publishedOn }) =>
        el(
          'li',
          {},
          el('a', { href: `#/article/${encodeURIComponent(articleId)}`, dir: 'auto' }, title || '—'),
          ` ${[source, ...(publishedOn === null ? [] : [formatDay(publishedOn, 'en')])].join(' · ')}`,
        ),
      ),
    ),
  ];
}
