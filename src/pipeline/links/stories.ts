import { alternateId } from '../../corpus/article-id.ts';
import {
  areNearCopies,
  bandKeys,
  cutShingles,
  isSameTime,
  mayBeCopies,
  signShingles,
} from '../../corpus/near-copies.ts';
import type { Shingles } from '../../corpus/near-copies.ts';
import type { ArticleLinks, LinkableArticle } from '../../store/article-links.ts';

/**
 * Articles looked at in one band. More share it only where a text is printed again and again; of a story so large some
 * copies suffice, since copies of copies belong to it too.
 */
const bandLimit = 64;

/** Finds the near-copies of every new or changed article and gives each story one id. */
export function linkStories(links: ArticleLinks): void {
  const cutBody = rememberShingles();
  for (const id of links.changedIds) findCopies(id, links, cutBody);
  nameStories(links);
}

type CutBody = (article: LinkableArticle) => Shingles;

/** Bodies that are compared once are compared again: an agency's report with each of its copies. */
const rememberedBodies = 512;

function rememberShingles(): CutBody {
  const cut = new Map<string, Shingles>();
  return ({ id, body }) => {
    const known = cut.get(id);
    if (known) return known;
    const shingles = cutShingles(body);
    const [oldest] = cut.keys();
    if (cut.size >= rememberedBodies && oldest !== undefined) cut.delete(oldest);
    cut.set(id, shingles);
    return shingles;
  };
}

function findCopies(id: string, links: ArticleLinks, cutBody: CutBody): void {
  const article = links.article(id);
  if (article === undefined) return;
  const shingles = cutBody(article);
  const signature = signShingles(shingles);
  if (signature === null) return;
  const keys = bandKeys(signature);
  const candidates = new Set(keys.flatMap((key) => links.idsInBand(key, bandLimit)));
  for (const otherId of candidates) {
    const otherSignature = links.signature(otherId);
    if (otherSignature === undefined || !mayBeCopies(signature, otherSignature)) continue;
    const other = links.article(otherId);
    if (other && isSameTime(article, other) && areNearCopies(shingles, cutBody(other)))
      links.addCopies(id, otherId);
  }
  links.addSignature(id, signature, keys);
}

/**
 * A story is what near-copies join. It keeps its id while articles of it are left; where it falls apart, the part with
 * the article that it is named after keeps it, else the larger part.
 */
function nameStories(links: ArticleLinks): void {
  const seen = new Set<string>();
  const expanded = new Set<string>();
  const stories: string[][] = [];
  // What an article left or joined may have fallen apart or grown: all that was or is in it is looked at again.
  const pending = [
    ...links.leftStoryIds.flatMap((storyId) => links.idsInStory(storyId)),
    ...links.changedIds,
  ];
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    if (seen.has(id)) continue;
    const story = collectStory(id, links);
    stories.push(story);
    for (const member of story) {
      seen.add(member);
      const storyId = links.article(member)?.storyId ?? '';
      if (expanded.has(storyId)) continue;
      expanded.add(storyId);
      for (const other of links.idsInStory(storyId)) if (!seen.has(other)) pending.push(other);
    }
  }
  chooseIds(stories, links);
}

/** Every article that near-copies lead to, ascending. */
function collectStory(id: string, links: ArticleLinks): string[] {
  const story = new Set([id]);
  for (const member of story) for (const other of links.copiesOf(member)) story.add(other);
  return [...story].sort();
}

function chooseIds(stories: readonly (readonly string[])[], links: ArticleLinks): void {
  const looked = new Set(stories.flat());
  const taken = new Set<string>();
  const isFree = (id: string): boolean =>
    !taken.has(id) && links.idsInStory(id).every((holder) => looked.has(holder));
  const claims = stories.map((story) => claimIds(story, links));
  claims.sort(
    (a, b) =>
      Number(b.isFounded) - Number(a.isFounded) ||
      b.story.length - a.story.length ||
      compare(a.story[0], b.story[0]),
  );
  for (const { story, storyIds, current } of claims) {
    const storyId =
      [...storyIds, ...story].find(isFree) ?? alternateId({ id: story[0] ?? '', body: story.join() });
    taken.add(storyId);
    for (const id of story) if (current.get(id) !== storyId) links.setStory(id, storyId);
  }
}

/** The ids that a story may keep: those its articles had before, the ones of articles that are still in it first. */
function claimIds(story: readonly string[], links: ArticleLinks) {
  const current = new Map(story.map((id) => [id, links.article(id)?.storyId ?? id]));
  const had = new Set(story.filter((id) => !links.newIds.has(id)).map((id) => current.get(id) ?? id));
  const founded = [...had].filter((id) => current.has(id));
  return { story, current, storyIds: [...founded, ...had], isFounded: founded.length > 0 };
}

function compare(a = '', b = ''): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
