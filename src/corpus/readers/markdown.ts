import { decodeText } from '../charset/charset.ts';
import type { Unreadable } from '../read-corpus.ts';
import { splitArticles } from '../split-articles.ts';
import { excessOf } from './page-limits.ts';
import type { OpenedPage, Reader } from './reader.ts';

/** Markdown and plain text, as written by hand or left by OCR. */
export const markdownReader: Reader = {
  open(file, bytes): OpenedPage | Unreadable {
    const decoded = decodeText(bytes);
    if ('reason' in decoded) return decoded;
    const { text, charset } = decoded;
    if (text.trim() === '') return { reason: 'empty', detail: '' };
    const excess = excessOf(text);
    if (excess !== null) return { reason: 'too-complex', detail: excess };
    return { text, charset, read: (context) => ({ ...splitArticles({ file, text }, context), skipped: [] }) };
  },
};
