import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { decodeText } from '../charset/charset.ts';
import { lineShape } from '../blocks/line-shapes.ts';
import type { Unreadable } from '../read-corpus.ts';
import { scanHtml } from './html-scan.ts';
import { htmlParagraphs } from './html-text.ts';
import type { OpenedPage, Reader } from './reader.ts';
import { clean, openRecords } from './records.ts';
import { paragraphFinder } from './text-lines.ts';

/** Readability keeps looking for a better part of the page below so many characters; three short paragraphs of Chinese. */
const enoughCharacters = 140;

/** Saved web pages: the one article of the page, without navigation, advertisements and comments. */
export const htmlReader: Reader = {
  open(file, bytes): OpenedPage | Unreadable {
    const decoded = decodeText(bytes, declaredInHtml);
    if ('reason' in decoded) return decoded;
    const { text, charset } = decoded;
    if (text.trim() === '') return { reason: 'empty', detail: '' };
    const scan = scanHtml(text);
    if ('reason' in scan) return scan;
    const article = extractArticle(scan.html);
    if (article === null) return { reason: 'no-article', detail: '' };
    const linesOf = paragraphFinder(scan.texts, text);
    const title = clean(article.title);
    const paragraphs = htmlParagraphs(article.content ?? '').filter(
      (paragraph, at) => !isBesideText(paragraph, at, title),
    );
    const record = {
      title,
      source: clean(article.siteName) ?? hostOf(scan.canonical),
      date: clean(article.publishedTime) ?? scan.date,
      updated: scan.updated,
      authors: [clean(article.byline)].filter((byline) => byline !== null),
      language: scan.language ?? clean(article.lang),
      url: scan.canonical,
      section: scan.section,
      paragraphs: paragraphs.map((paragraph) => ({ text: paragraph, lines: linesOf(paragraph) })),
    };
    return openRecords({ file, charset, records: [record] });
  },
};

/** Lines under the headline that say who, when and where: facts, not text. */
const headLines = 4;
const labels =
  /(?:^|\s)(?:来源|來源|作者|编辑|編輯|责编|记者|發稿|发布时间|时间|浏览|点击|source|published|updated|author)\s?[:：]/giu;

/** Whether a paragraph is the title again, a byline, a date, a page's furniture or a row of such. */
function isBesideText(paragraph: string, at: number, title: string | null): boolean {
  const shape = lineShape(paragraph);
  if (shape === 'furniture' || shape === 'jump-line') return true;
  if (at >= headLines) return false;
  const isRow = paragraph.length < 120 && (paragraph.match(labels)?.length ?? 0) >= 2;
  return paragraph === title || shape === 'byline' || shape === 'dateline' || isRow;
}

/** Label of the encoding in an XML declaration or a meta element. */
export function declaredInHtml(head: string): string | null {
  return (
    /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)/i.exec(head)?.[1] ??
    /<meta\b[^<>]*?\bcharset\s*=\s*(?:["']\s*)?([\w.:-]+)/i.exec(head)?.[1] ??
    null
  );
}

function extractArticle(html: string) {
  // Both packages name the DOM's own types, which a program for Node does not load.
  const { document } = parseHTML(html) as unknown as { readonly document: never };
  return new Readability(document, { charThreshold: enoughCharacters }).parse();
}

function hostOf(url: string | null): string | null {
  return url === null || !URL.canParse(url) ? null : new URL(url).hostname.replace(/^www\./, '');
}
