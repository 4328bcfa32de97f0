import { splitArticles } from '../split-articles.ts';
import type { Reader } from './reader.ts';

/** Markdown and plain text, as written by hand or left by OCR. */
export const markdownReader: Reader = {
  extensions: ['.md', '.markdown', '.txt'],
  read: splitArticles,
};
