import type { ArticleLinks } from '../../store/article-links.ts';
import { linkCorrections } from './corrections.ts';
import { linkStories } from './stories.ts';

/** Joins what a reindex changed with the rest: near-copies into stories, corrections with what they correct. */
export function linkArticles(links: ArticleLinks): void {
  linkStories(links);
  linkCorrections(links);
}
