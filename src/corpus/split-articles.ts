import type { Page, Segment } from './article.ts';
import { articleId, rankRepeats } from './article-id.ts';
import type { Block } from './block.ts';
import { buildBody } from './stories/body.ts';
import type { BodyPart } from './stories/body.ts';
import { readPageFacts, readStoryFacts } from './facts.ts';
import type { PageFacts } from './facts.ts';
import type { FrontMatter } from './blocks/front-matter.ts';
import { visibleText } from './evidence/inline-markup.ts';
import type { Decision, PageArticle, PageReading, PageReference } from './page-reading.ts';
import { parsePage } from './page.ts';
import type { PageWords } from './evidence/page-words.ts';
import { readSections } from './stories/sections.ts';
import type { Section } from './stories/sections.ts';
import { assembleStories } from './stories/stories.ts';
import type { Story } from './stories/stories.ts';
import { detectLanguage } from '../text/language.ts';

/** What is known of a page beyond its text. */
export interface PageContext {
  /** The outlet's name where neither front matter nor file name give it. */
  readonly sourceHint?: string;
}

/** Everything on a page: its blocks, which of them were joined, and the articles they make. */
export function splitArticles(page: Page, context: PageContext = {}): PageReading {
  const { blocks, frontMatter, words } = parsePage(page);
  const facts = readPageFacts(page.file, frontMatter, { blocks, sourceHint: context.sourceHint ?? null });
  const sections = readSections(blocks, facts.title);
  const { stories, links, decisions } = assembleStories(sections, words);
  const drafts = stories.map((story) => draftArticle(story, page, { facts, words }));
  const ordinals = rankRepeats(drafts);
  const articles = drafts.map((draft, at) => ({
    id: articleId({
      source: draft.source,
      title: draft.title,
      publishedOn: draft.publishedOn,
      ordinal: ordinals[at] ?? 0,
    }),
    ...draft,
  }));
  return {
    blocks,
    joins: links.map(({ first, second, confidence, reason }) => ({
      lines: [first.block.lines[1], second.block.lines[0]],
      confidence,
      reason,
    })),
    articles,
    references: sections.flatMap(readReference),
    decisions: [...describeFrontMatter(frontMatter), ...decisions],
  };
}

function describeFrontMatter({ problems, lineCount }: FrontMatter): Decision[] {
  return problems.map((detail) => ({
    kind: 'front-matter-problem',
    lines: [1, lineCount],
    detail,
    confidence: 1,
  }));
}

function readReference(section: Section): PageReference[] {
  const { headline, jumps, body } = section;
  const jump = jumps[0];
  if (headline === null || jump === undefined || body.length > 0) return [];
  return [{ title: visibleText(headline.text), jump: jump.text, lines: [headline.lines[0], jump.lines[1]] }];
}

function draftArticle(
  story: Story,
  page: Page,
  { facts, words }: { readonly facts: PageFacts; readonly words: PageWords },
): Omit<PageArticle, 'id'> {
  const parts = story.chains.flatMap(({ parts: blocks }) =>
    blocks.map(({ block }, at): BodyPart => ({ block, isRunOn: at > 0 })),
  );
  const { body, segments } = buildBody(parts, page.text, words);
  const { sections } = story;
  const heads = readHeads(sections);
  const all = (key: 'bylines' | 'datelines' | 'captions'): Block[] =>
    sections.flatMap((section) => section[key]);
  const own = { bylines: all('bylines'), datelines: all('datelines'), body: parts.map(({ block }) => block) };
  return {
    ...readStoryFacts(own, facts),
    title: heads.title ?? facts.title ?? firstWords(body),
    kicker: heads.kicker,
    subtitle: heads.subtitle ?? (heads.title === null ? facts.subtitle : null),
    source: facts.source,
    section: facts.section ?? sections[0]?.groupTitle ?? null,
    language: facts.language ?? detectLanguage(body.slice(0, 500)),
    url: facts.url,
    body,
    segments,
    captions: all('captions').map(captionSegment),
  };
}

/** Title, kicker and subtitle; a second heading above the main one serves as kicker, one below as subtitle. */
function readHeads([main, ...others]: readonly Section[]): Record<
  'title' | 'kicker' | 'subtitle',
  string | null
> {
  const headlines = others.flatMap(({ headline }) => headline ?? []);
  const start = main?.headline?.start ?? 0;
  const above = headlines.filter((headline) => headline.start < start);
  const below = headlines.filter((headline) => headline.start > start);
  return {
    title: main?.headline ? visibleText(main.headline.text) : null,
    kicker: joinTexts(main?.kickers ?? []) ?? joinTexts(above),
    subtitle: joinTexts(main?.subtitles ?? []) ?? joinTexts(below),
  };
}

function joinTexts(blocks: readonly Block[]): string | null {
  return blocks.length === 0 ? null : blocks.map((block) => visibleText(block.text)).join(' ');
}

/** The name of an article that nothing names: its first words. */
function firstWords(body: string): string {
  const line = body.slice(0, 80).split('\n')[0] ?? '';
  return line.length < 80 ? line : line.replace(/\s+\S*$/, '');
}

function captionSegment(block: Block): Segment {
  return { start: 0, end: block.text.length, pageStart: block.textStart, lines: block.lines };
}
