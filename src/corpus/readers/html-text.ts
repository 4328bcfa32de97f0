import { Parser } from 'htmlparser2';

/** Elements that end a paragraph where they begin and end. */
const blocks = new Set(
  (
    'address article aside blockquote body br caption center dd details dialog div dl dt fieldset figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol option p pre section summary table tbody td tfoot th thead ' +
    'title tr ul'
  ).split(' '),
);
/** Elements whose text is not the article's. */
const unread = new Set(
  'script style noscript template svg math iframe object button select textarea nav footer figcaption head'.split(
    ' ',
  ),
);

/** The paragraphs of a piece of HTML, in order, entities decoded, white space made one space. Never recursive. */
export function htmlParagraphs(html: string): string[] {
  const paragraphs: string[] = [];
  let words = '';
  let unreadDepth = 0;
  const flush = (): void => {
    const paragraph = words.replace(/\s+/g, ' ').trim();
    if (/[\p{L}\p{N}]/u.test(paragraph)) paragraphs.push(paragraph);
    words = '';
  };
  const parser = new Parser({
    onopentagname(name) {
      if (unread.has(name)) unreadDepth++;
      if (blocks.has(name)) flush();
    },
    ontext(text) {
      if (unreadDepth === 0) words += text;
    },
    onclosetag(name) {
      if (unread.has(name)) unreadDepth--;
      if (blocks.has(name)) flush();
    },
  });
  parser.end(html);
  flush();
  return paragraphs;
}

/** HTML as one line of text, as in a title. */
export function htmlLine(html: string): string | null {
  const line = htmlParagraphs(html).join(' ');
  return line === '' ? null : line;
}
