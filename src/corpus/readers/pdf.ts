import { getDocumentProxy } from 'unpdf';
import type { Unreadable } from '../read-corpus.ts';
import { splitArticles } from '../split-articles.ts';
import { excessOf } from './page-limits.ts';
import { layOutPage } from './pdf-layout.ts';
import type { PlacedText } from './pdf-layout.ts';
import type { OpenedPage, Reader } from './reader.ts';

/** Printed pages of one file; a newspaper has up to 80. */
const maxPdfPages = 400;
/** Texts of one printed page; a page of small advertisements has 5,000. */
const maxTexts = 20_000;
/** Share of glyphs that stand for no character; above it the file names glyphs, not letters. */
const maxUnmappedShare = 0.01;

type Document = Awaited<ReturnType<typeof getDocumentProxy>>;

/** PDF with text in it: the printed page is laid out again in reading order, then taken apart like any other page. */
export const pdfReader: Reader = {
  async open(file, bytes): Promise<OpenedPage | Unreadable> {
    const opened = await openDocument(bytes);
    if ('reason' in opened) return opened;
    try {
      const laidOut = await readDocument(opened.document);
      if ('reason' in laidOut) return laidOut;
      const { text } = laidOut;
      const excess = excessOf(text);
      if (excess !== null) return { reason: 'too-complex', detail: excess };
      return {
        text,
        charset: null,
        read: (context) => ({ ...splitArticles({ file, text }, context), skipped: [] }),
      };
    } finally {
      await opened.document.loadingTask.destroy();
    }
  },
};

async function openDocument(bytes: Uint8Array): Promise<{ readonly document: Document } | Unreadable> {
  try {
    // A copy: the package takes the buffer away. No script, no font and no file of the system is used.
    const data = new Uint8Array(bytes);
    return {
      document: await getDocumentProxy(data, {
        verbosity: 0,
        isEvalSupported: false,
        useSystemFonts: false,
        stopAtErrors: true,
      }),
    };
  } catch (error) {
    return describeFailure(error);
  }
}

/** The exceptions of pdf.js by name; it has no classes to compare with. Anything else is a bug. */
function describeFailure(error: unknown): Unreadable {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') return { reason: 'encrypted', detail: '' };
  if (/^(?:InvalidPDF|Format|UnknownError|XRefEntry|XRefParse|Parser)(?:Exception|Error)$/.test(name))
    return { reason: 'damaged', detail: 'PDF' };
  throw error;
}

async function readDocument(document: Document): Promise<{ readonly text: string } | Unreadable> {
  if (document.numPages > maxPdfPages)
    return { reason: 'too-complex', detail: `${String(document.numPages)} pages` };
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const texts = await readTexts(document, number);
    if ('reason' in texts) return texts;
    const textCount = texts.filter(({ text }) => text.trim() !== '').length;
    if (textCount > maxTexts)
      return {
        reason: 'too-complex',
        detail: `${String(textCount)} pieces of text on page ${String(number)}`,
      };
    const lines = layOutPage(texts);
    if (lines.length > 0) pages.push(lines.join('\n'));
  }
  const text = pages.join('\n\n');
  if (!/[\p{L}\p{N}]/u.test(text)) return { reason: 'no-text', detail: '' };
  const unmapped = text.match(/[\0-\x08\x0b-\x1f\x7f-\x9f\ufffd\p{Co}]/gu)?.length ?? 0;
  return unmapped > text.length * maxUnmappedShare
    ? { reason: 'no-text', detail: 'glyphs without characters' }
    : { text };
}

async function readTexts(document: Document, number: number): Promise<readonly PlacedText[] | Unreadable> {
  try {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent({ disableNormalization: false });
    page.cleanup();
    return items.flatMap((item): PlacedText[] => {
      if (!('str' in item)) return [];
      const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = item.transform as readonly number[];
      // What does not run from left to right on a level line is a watermark or the spine of the page.
      if (Math.abs(b) > Math.abs(a) / 4) return [];
      return [
        {
          text: item.str,
          x,
          y,
          width: item.width,
          height: Math.hypot(c, d),
          isRightToLeft: item.dir === 'rtl',
        },
      ];
    });
  } catch (error) {
    return describeFailure(error);
  }
}
