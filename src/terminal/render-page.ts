import type { Lines } from '../corpus/article.ts';
import { plainText } from './plain-text.ts';
import type { Decision, PageArticle, PageReading } from '../corpus/page-reading.ts';

/** What was read off a page, for a maintainer who wants to see what was repaired. */
export function renderPage(reading: PageReading): string {
  const { blocks, joins, articles, references, decisions } = reading;
  const parts = [
    heading('Blocks', blocks.length),
    ...blocks.map(({ kind, lines, text }) => `  ${place(lines)}${kind.padEnd(13)} ${preview(text)}`),
    heading('Joined paragraphs', joins.length),
    ...joins.map(({ lines, confidence, reason }) => `  ${place(lines)}${sure(confidence)}  ${reason}`),
    heading('Articles', articles.length),
    ...articles.flatMap(renderArticle),
    heading('References to other pages', references.length),
    ...references.map(({ title, jump, lines }) => `  ${place(lines)}${preview(title)} → ${preview(jump)}`),
    heading('Decided without certainty', decisions.length),
    ...decisions.map(renderDecision),
  ];
  return `${parts.join('\n')}\n`;
}

function renderArticle(article: PageArticle): string[] {
  const {
    id,
    title,
    kicker,
    subtitle,
    authors,
    agency,
    place: where,
    source,
    publishedOn,
    language,
  } = article;
  const facts = [
    ['kicker', kicker],
    ['subtitle', subtitle],
    ['authors', authors.join(', ')],
    ['agency', agency],
    ['place', where],
    ['source', source],
    ['published', publishedOn],
    ['inferred', article.inferred.join(', ')],
    ['language', language],
  ].flatMap(([name, value]) =>
    value === null || value === '' ? [] : [`    ${String(name)}: ${preview(String(value))}`],
  );
  return [
    `  ${id}  ${preview(title)}`,
    ...facts,
    `    body: ${String(article.body.length)} characters from ${describeLines(article)}`,
    `    begins: ${preview(article.body)}`,
    `    ends: ${preview(article.body.slice(-previewLength))}`,
  ];
}

function describeLines({ segments }: PageArticle): string {
  const stretches: [number, number][] = [];
  for (const { lines } of segments) {
    const last = stretches.at(-1);
    // Blank lines between paragraphs do not end a stretch.
    if (last !== undefined && lines[0] >= last[0] && lines[0] <= last[1] + 2)
      last[1] = Math.max(last[1], lines[1]);
    else stretches.push([lines[0], lines[1]]);
  }
  return stretches.map(([from, to]) => `lines ${String(from)}–${String(to)}`).join(', then ');
}

function renderDecision({ kind, lines, detail, confidence }: Decision): string {
  return `  ${place(lines)}${sure(confidence)}  ${kind}: ${preview(detail)}`;
}

function heading(name: string, count: number): string {
  return `\n${name}: ${String(count)}`;
}

function place([from, to]: Lines): string {
  return (from === to ? String(from) : `${String(from)}–${String(to)}`).padEnd(9);
}

function sure(confidence: number): string {
  return `${String(Math.round(confidence * 100)).padStart(3)} %`;
}

const previewLength = 60;

function preview(text: string): string {
  const line = plainText(text).replace(/\s+/gu, ' ').trim();
  const graphemes = [
    ...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(line.slice(0, 4 * previewLength)),
  ];
  if (graphemes.length <= previewLength) return line.slice(0, 4 * previewLength);
  return `${graphemes
    .slice(0, previewLength)
    .map(({ segment }) => segment)
    .join('')}…`;
}

/**
 * The object that `npm run check -- --page FILE --json` prints. Its keys are a contract: more may come, none changes.
 */
export function pageToJson({ blocks, joins, articles, references, decisions }: PageReading): object {
  return {
    blocks: blocks.map(({ kind, lines, text, level }) => ({
      kind,
      lines,
      text,
      ...(level !== undefined && { level }),
    })),
    joins,
    articles,
    references,
    decisions,
  };
}
