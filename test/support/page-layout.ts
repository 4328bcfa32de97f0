import type { Random } from './random.ts';

/** A stretch of one paragraph between two column breaks. */
export interface Fragment {
  readonly article: number;
  readonly paragraph: number;
  /** Place of the fragment in its article. */
  readonly order: number;
  readonly text: string;
  /** Hyphen printed at its end that the article does not have. */
  readonly addsHyphen: boolean;
}

const isUnspacedLanguage = (language: string): boolean => ['zh', 'ja', 'th'].includes(language);

/** Cuts an article's paragraphs where columns of a random height end: anywhere in Chinese, mostly between words elsewhere. */
export function cutColumns(
  paragraphs: readonly string[],
  {
    article,
    language,
    random,
  }: { readonly article: number; readonly language: string; readonly random: Random },
): Fragment[] {
  const fragments: Fragment[] = [];
  const [low, high] = isUnspacedLanguage(language) ? [90, 380] : [250, 1100];
  let room = random.between(low, high);
  for (const [paragraph, whole] of paragraphs.entries()) {
    let rest = whole;
    while (rest.length > room + 10) {
      const cut = cutAt(rest, room, { language, random });
      fragments.push({
        article,
        paragraph,
        order: fragments.length,
        text: cut.text,
        addsHyphen: cut.addsHyphen,
      });
      rest = rest.slice(cut.length);
      room = random.between(low, high);
    }
    fragments.push({ article, paragraph, order: fragments.length, text: rest, addsHyphen: false });
    room = Math.max(15, room - rest.length);
  }
  return fragments;
}

/** The two parts of a fragment that a column's end cuts anywhere. */
export function cutFragment(
  whole: Fragment,
  { language, random }: { readonly language: string; readonly random: Random },
): [Fragment, Fragment] {
  const cut = cutAt(whole.text, random.between(12, whole.text.length - 12), { language, random });
  return [
    { ...whole, text: cut.text, addsHyphen: cut.addsHyphen },
    { ...whole, text: whole.text.slice(cut.length) },
  ];
}

/** Cuts no paragraph. */
export function keepParagraphs(paragraphs: readonly string[], article: number): Fragment[] {
  return paragraphs.map((text, at) => ({ article, paragraph: at, order: at, text, addsHyphen: false }));
}

interface Cut {
  readonly text: string;
  /** Characters used up, the space at the cut included. */
  readonly length: number;
  readonly addsHyphen: boolean;
}

function cutAt(
  text: string,
  room: number,
  { language, random }: { readonly language: string; readonly random: Random },
): Cut {
  if (isUnspacedLanguage(language)) return { text: text.slice(0, room), length: room, addsHyphen: false };
  const isInWord = /\p{L}{2}$/u.test(text.slice(0, room)) && /^\p{L}{2}/u.test(text.slice(room));
  if (isInWord && language !== 'ar' && random.chance(0.25)) {
    const addsHyphen = random.chance(0.8);
    return { text: text.slice(0, room) + (addsHyphen ? '-' : ''), length: room, addsHyphen };
  }
  const space = text.lastIndexOf(' ', room);
  if (space < 10) return { text: text.slice(0, room), length: room, addsHyphen: false };
  return { text: text.slice(0, space), length: space + 1, addsHyphen: false };
}

/** Breaks a text into lines of a width, as a plain text file is: full-width characters count two. */
export function wrapLines(text: string, width: number, language: string): string[] {
  if (isUnspacedLanguage(language)) {
    const length = Math.floor(width / 2);
    return Array.from({ length: Math.ceil(text.length / length) }, (_, at) =>
      text.slice(at * length, (at + 1) * length),
    );
  }
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
