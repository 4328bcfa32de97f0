import { normalizeForTerms } from '../text/normalize.ts';

/** What papers call a correction, at the head of it. */
const heads = [
  ['corrections?', 'clarifications?', 'errat(?:a|um)(?: corrige)?', 'corrigend(?:a|um)', 'for the record'],
  ['fe de err(?:ores|atas)', 'rectificaci[oó]n(?:es)?', 'correcci[oó]n(?:es)?', 'aclaraci[oó]n(?:es)?'],
  ['rectificatifs?', 'rectifications?', 'corre[cç]{1,2}(?:ão|ões)', 'erramos', 'retifica[cç][aã]o'],
  ['rettifica', 'correzion[ei]', 'berichtigung(?:en)?', 'korrektur(?:en)?', 'richtigstellung(?:en)?'],
  [
    'rectificaties?',
    'correcties?',
    'r[aä]ttelser?',
    'rettelser?',
    'sprostowani[ae]',
    'opravy?',
    'd[uü]zeltme',
  ],
  ['поправк[аи]', 'исправлени[ея]', 'уточнени[ея]', 'виправлення', 'спростування'],
  ['تصحيح', 'تصويب', 'استدراك', 'اعتذار وتصحيح', 'đính chính', 'ralat', 'koreksi', 'शुद्धिपत्र', 'भूल सुधार'],
  ['정정(?:보도)?', '바로잡습니다', '바로잡음'],
].flat();

/** The same in scripts without spaces, with what may follow: 更正启事, 訂正とおわび. */
const ideographicHeads = '(?:勘误|更正|订正|更正与?致歉|致歉|お?(?:わび|诧び|詫び)|正误)';
const ideographicTails =
  '(?:启事|声明|说明|公告|通知|表|[与和及と]|して|します|(?:更正|致歉|订正|おわび|お詫び))*';

interface CorrectionPatterns {
  /** Any of these begins a correction. */
  readonly heads: readonly RegExp[];
  /** Words with which a short correction ends. */
  readonly endings: RegExp;
}

let patterns: CorrectionPatterns | undefined;

/** Whether a headline, a kicker or the opening of a text is a correction's: 更正, "Correction: ferry fares". */
export function isCorrectionHead(text: string): boolean {
  patterns ??= buildPatterns();
  const folded = normalizeForTerms(text);
  return patterns.heads.some((head) => head.test(folded));
}

/** Whether a text says that it corrects something with the formula that ends such texts: 特此更正. */
export function hasCorrectionEnding(text: string): boolean {
  patterns ??= buildPatterns();
  return patterns.endings.test(normalizeForTerms(text));
}

/**
 * Patterns for text normalised as terms are; made when they are first needed, since that reads the table of Chinese
 * characters. A word such as "Correction" must stand alone or before a colon, a dash, "and", "to": "Correction officers
 * strike" is none.
 */
function buildPatterns(): CorrectionPatterns {
  const words = heads.map(normalizeForTerms).join('|');
  const [ideographs, tails] = [ideographicHeads, ideographicTails].map(normalizeForTerms);
  const alone = '(?=\\s*(?:$|\\n|[:：|.—–\\-\\])】»”"!/])|\\s+(?:and|&|y|et|und|e|i|и|و|to)\\s)';
  return {
    heads: [
      new RegExp(`^[\\p{P}\\p{S}\\s]*(?:(?:a|an|une?|una|eine)\\s)?(?:${words})${alone}`, 'u'),
      new RegExp(`^[\\p{P}\\p{S}\\s]*${ideographs}${tails}(?=$|[\\p{P}\\s])`, 'u'),
      // 关于《…》一文的更正
      new RegExp(`^关于[^\\n]{2,60}?${ideographs}${tails}(?=$|\\n)`, 'u'),
    ],
    endings: new RegExp(
      normalizeForTerms('[特谨]此更正|予以更正|(?:おわび|お詫び)(?:して|し、?)訂正|訂正(?:し|いたし)ます'),
      'u',
    ),
  };
}
