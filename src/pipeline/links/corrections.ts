import { findCorrected, readNotice } from '../../corpus/corrections.ts';
import type { ArticleLinks, LinkableArticle } from '../../store/article-links.ts';

/** A paper corrects what it printed within so many days; what is older is not looked for. */
const correctionDays = 120;
/** Articles of a source compared with one correction, the latest before it: about a month of a large paper. */
const comparedArticles = 2000;

/** Finds what new corrections correct, and what new or changed articles are corrected by. */
export function linkCorrections(links: ArticleLinks): void {
  for (const id of links.changedIds) {
    const article = links.article(id);
    if (article && readNotice(article) !== null) links.addNotice(id);
  }
  for (const { source, from, to } of links.changedDays) {
    for (const id of links.notices(source, from)) {
      const notice = links.article(id);
      // A correction is concerned by what changed in the days before it.
      if (notice && (notice.publishedOn ?? '') <= addDays(to, correctionDays)) linkNotice(notice, links);
    }
  }
}

function linkNotice(article: LinkableArticle, links: ArticleLinks): void {
  const notice = readNotice(article);
  const { id, source, publishedOn } = article;
  if (notice === null || publishedOn === null) return;
  const days = { from: addDays(publishedOn, -correctionDays), to: publishedOn, limit: comparedArticles };
  const candidates = links
    .articlesOf(source, days)
    .filter((other) => other.id !== id && readNotice(other) === null);
  links.setCorrected(id, findCorrected(notice, candidates));
}

/** An ISO date some days later. */
function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
}
