import { ComponentType } from 'discord-api-types/v10';
import type { APIActionRowComponent, APIComponentInMessageActionRow } from 'discord-api-types/v10';
import type { ReadableArticle } from '../../answer/archive.ts';
import type { ArticleSummary, SourceSummary } from '../../store/news-store.ts';
import type { CorrectionNote } from '../../store/desk-records.ts';
import { excerptAround, excerptHead } from '../../text/excerpt.ts';
import type { Messages } from '../messages/messages.ts';
import { colours } from './answer.ts';
import { button, container, linkButton, row, select, separator, textDisplay } from './components.ts';
import type { ControlId } from './custom-id.ts';
import { showDay } from './dates.ts';
import { escapeShort, escapeText } from './escape.ts';
import { finishPayload, textOf } from './payload.ts';
import type { Payload } from './payload.ts';
import { bold, linkTitle } from './quote.ts';

/** Text on one page of an article, before escaping. */
const pageUnits = 1500;
/** What is shown around a quote, before escaping; the next is tried where the one before is too long with its marks. */
const contextUnits = [1400, 900, 400] as const;
/** Most text of an article in one message, its marks and backslashes too; the rest is for what stands above and below. */
const maxBodyUnits = 1800;
const maxNameUnits = 60;
const maxLineUnits = 120;
const maxRelatedUnits = 80;
const maxNoteUnits = 150;
const authorsNamed = 3;
export const articlesPerPage = 10;
/** The text that holds a list's heading, so that the list can be drawn anew. */
const headingTextId = 2;

/** Text behind a page that tells whether a sentence, a number or a grapheme ends with it. */
const maxEndUnits = 64;

/** Where each page of an article's body begins and ends, cut between paragraphs or sentences; never empty. */
export function paginate(body: string): { readonly start: number; readonly end: number }[] {
  const pages: { start: number; end: number }[] = [];
  for (let start = 0; start < body.length;) {
    const isMostlyMarks = escapeText(body.slice(start, start + pageUnits)).length > maxBodyUnits;
    // Escaping at worst doubles it.
    const units = isMostlyMarks ? maxBodyUnits / 2 : pageUnits;
    const rest = body.slice(start, start + units + maxEndUnits);
    const paragraph = rest.length > units ? rest.lastIndexOf('\n\n', units) : -1;
    const length = paragraph > units / 3 ? paragraph : excerptHead(rest, units).end;
    const end = start + Math.max(1, length);
    pages.push({ start, end });
    start = end + (/^\s*/.exec(body.slice(end, end + 8))?.[0].length ?? 0);
  }
  return pages.length > 0 ? pages : [{ start: 0, end: 0 }];
}

/** One page of an article; a page number beyond the last shows the last. */
export function renderArticle(
  article: ReadableArticle,
  page: number,
  { messages, notes }: { readonly messages: Messages; readonly notes: readonly CorrectionNote[] },
): Payload {
  const pages = paginate(article.body);
  const at = Math.min(page, pages.length - 1);
  const { start, end } = pages[at] ?? { start: 0, end: 0 };
  const { buttons } = messages;
  const turn = (to: number): ControlId => ({ kind: 'turn', articleId: article.articleId, page: to });
  const original = linkButton(buttons.original, article.url);
  const controls = [
    ...(at > 0 ? [button(buttons.previous, turn(at - 1))] : []),
    ...(at < pages.length - 1 ? [button(buttons.next, turn(at + 1), { isPrimary: true })] : []),
    ...(original === null ? [] : [original]),
  ];
  return finishPayload([
    container(
      [
        textDisplay(describeHead(article, messages, notes)),
        separator(),
        textDisplay(orDash(paragraphs(article.body.slice(start, end)))),
        ...(pages.length > 1 ? [textDisplay(`-# ${messages.article.page(at + 1, pages.length)}`)] : []),
      ],
      colours.notice,
    ),
    ...(controls.length === 0 ? [] : [row(controls)]),
  ]);
}

/** A quote, in bold, with what stands around it. */
export function renderContext(
  article: ReadableArticle,
  quote: { readonly start: number; readonly end: number },
  { messages, notes }: { readonly messages: Messages; readonly notes: readonly CorrectionNote[] },
): Payload {
  const { body, articleId } = article;
  const drawn = contextUnits.map((units) => drawContext(body, quote, units));
  const text = drawn.find(({ length }) => length <= maxBodyUnits) ?? drawn.at(-1) ?? '';
  const pages = paginate(body);
  const page = pages.findLastIndex(({ start }) => start <= quote.start);
  const original = linkButton(messages.buttons.original, article.url);
  return finishPayload([
    container(
      [
        textDisplay(describeHead(article, messages, notes)),
        separator(),
        textDisplay(orDash(text)),
        textDisplay(`-# ${messages.article.inContext}`),
      ],
      colours.notice,
    ),
    row([
      button(messages.buttons.article, { kind: 'read', articleId, page: Math.max(0, page) }),
      ...(original === null ? [] : [original]),
    ]),
  ]);
}

function drawContext(
  body: string,
  quote: { readonly start: number; readonly end: number },
  units: number,
): string {
  const around = excerptAround(body, quote, units);
  const to = Math.min(quote.end, around.end);
  return [
    around.isCutBefore ? '[…] ' : '',
    paragraphs(body.slice(around.start, quote.start)),
    paragraphs(body.slice(quote.start, to), bold),
    paragraphs(body.slice(to, around.end)),
    around.isCutAfter ? ' […]' : '',
  ].join('');
}

/** Discord takes no text without a character that is seen. */
function orDash(text: string): string {
  return text.trim() === '' ? '—' : text;
}

/** Escaped paragraphs; a space at either end stays, since what stands beside may go on there. */
function paragraphs(text: string, draw: (paragraph: string) => string = escapeText): string {
  return text
    .split(/\n{2,}/)
    .map((paragraph) => draw(paragraph))
    .join('\n\n');
}

function describeHead(
  article: ReadableArticle,
  messages: Messages,
  notes: readonly CorrectionNote[],
): string {
  const { kicker, title, subtitle, url, source, publishedOn, authors, agency, place, corrections } = article;
  const by = [...authors, ...(agency === null ? [] : [agency])].slice(0, authorsNamed);
  const facts = [
    escapeShort(source, maxNameUnits),
    ...(publishedOn === null ? [] : [showDay(publishedOn)]),
    ...(place === null ? [] : [escapeShort(place, maxNameUnits)]),
    ...(by.length === 0
      ? []
      : [messages.article.by(by.map((name) => escapeShort(name, maxNameUnits)).join(', '))]),
    `${escapeShort(article.page, maxNameUnits)}, ${messages.answer.lines(...article.lines)}`,
  ];
  return [
    ...(kicker === null ? [] : [`-# ${escapeShort(kicker, maxLineUnits)}`]),
    linkTitle(title, url),
    ...(subtitle === null ? [] : [escapeShort(subtitle, maxLineUnits)]),
    `-# ${facts.join(' · ')}`,
    ...corrections
      .slice(0, 2)
      .map(
        (each) =>
          `-# ⚠️ ${messages.answer.corrected(escapeShort(each.title, maxRelatedUnits), each.publishedOn === null ? null : showDay(each.publishedOn))}`,
      ),
    ...notes.slice(0, 2).map(({ note }) => `-# ⚠️ ${messages.answer.note(escapeShort(note, maxNoteUnits))}`),
  ].join('\n');
}

/** A list of articles, each to be opened. */
export function renderArticleList(
  heading: string,
  articles: readonly ArticleSummary[],
  {
    messages,
    turns = [],
  }: { readonly messages: Messages; readonly turns?: readonly APIComponentInMessageActionRow[] },
): Payload {
  const { lists } = messages;
  const above = textDisplay(`**${heading}**`, headingTextId);
  const below = turns.length === 0 ? [] : [row(turns)];
  if (articles.length === 0) {
    return finishPayload([container([above, textDisplay(lists.none)], colours.notFound), ...below]);
  }
  const lines = articles.map(({ title, source, publishedOn }) => {
    const date = publishedOn === null ? lists.undated : showDay(publishedOn);
    return `**${escapeShort(title, maxLineUnits) || '—'}**\n-# ${escapeShort(source, maxNameUnits)} · ${date}`;
  });
  const options = articles.map(({ articleId, title, source, publishedOn }) => ({
    label: title,
    value: articleId,
    description: [source, publishedOn].filter((part) => part !== null).join(' · '),
  }));
  return finishPayload([
    container([above, textDisplay(lines.join('\n'))], colours.notice),
    row([select(lists.open, { kind: 'open' }, options)]),
    ...below,
  ]);
}

/** The heading of a list that was posted, as it stands there, and the buttons that turn its pages. */
export function listParts(components: readonly unknown[]): {
  readonly heading: string;
  readonly turns: readonly APIComponentInMessageActionRow[];
} {
  const heading = /^\*\*(.*)\*\*$/s.exec(textOf(components, headingTextId) ?? '')?.[1] ?? '…';
  const rows = components as readonly Partial<APIActionRowComponent<APIComponentInMessageActionRow>>[];
  const buttons = rows.find(({ type, components: inner }) => {
    return type === ComponentType.ActionRow && inner?.[0]?.type === ComponentType.Button;
  });
  return { heading, turns: buttons?.components ?? [] };
}

const sourcesShown = 25;
const maxSourcesUnits = 3600;

/** All sources with what there is of each. */
export function renderSources(sources: readonly SourceSummary[], messages: Messages): Payload {
  const { lists, locale } = messages;
  const names = new Intl.DisplayNames([locale], { type: 'language', fallback: 'code' });
  const nameOf = (code: string): string => (code === 'und' ? '?' : (names.of(code) ?? code));
  const byCount = [...sources].sort((a, b) => b.articleCount - a.articleCount || (a.name < b.name ? -1 : 1));
  const lines = byCount.slice(0, sourcesShown).map(({ name, articleCount, newestOn, languages }) => {
    const facts = lists.sourceLine(articleCount, languages.slice(0, 4).map(nameOf).join(', '));
    const newest = newestOn === null ? '' : ` · ${lists.newest(showDay(newestOn))}`;
    return `**${escapeShort(name, maxNameUnits)}**\n-# ${facts}${newest}`;
  });
  // Long names in a language of long words may be too many for one message.
  const shown = lines.filter((_, at) => lines.slice(0, at + 1).join('\n').length <= maxSourcesUnits);
  const more = byCount.length > shown.length ? [`… (${String(byCount.length)})`] : [];
  const text = [`**${lists.sources}**`, ...(shown.length === 0 ? [lists.none] : shown), ...more].join('\n');
  return finishPayload([container([textDisplay(text)], colours.notice)]);
}
