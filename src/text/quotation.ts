/** Opening mark → the marks that may close it. A straight quote closes itself; guillemets point either way. */
const closersOf: ReadonlyMap<string, string> = new Map([
  ['“', '”'],
  ['„', '“”'],
  ['‟', '”'],
  ['‘', '’'],
  ['"', '"'],
  ['「', '」'],
  ['『', '』'],
  ['«', '»'],
  ['»', '«'],
  ['‹', '›'],
  ['›', '‹'],
  ['《', '》'],
  ['〈', '〉'],
  ['（', '）'],
  ['(', ')'],
  ['[', ']'],
  ['【', '】'],
  ['〔', '〕'],
]);

/** What ends inside a title ends nothing outside; brackets hold asides, though a whole sentence may stand in its own. */
type MarkKind = 'quotation' | 'title' | 'bracket';

/** A quotation mark or bracket whose closer has not been passed yet. */
export interface OpenMark {
  readonly at: number;
  readonly kind: MarkKind;
  readonly closer: string;
}

/** An opener whose closer is farther away than this is taken for a stray. UTF-16 units. */
const maxUnits: Readonly<Record<MarkKind, number>> = { quotation: 600, title: 100, bracket: 200 };

/** The quotation marks and brackets that are open at a moving place of a text. */
export class OpenMarks {
  readonly #text: string;
  readonly #end: number;
  readonly #open: OpenMark[] = [];
  /** Where each closer stands next, so that many openers without one cost no search each. */
  readonly #nextCloser = new Map<string, number>();

  constructor(text: string, end: number) {
    this.#text = text;
    this.#end = end;
  }

  get isEmpty(): boolean {
    return this.#open.length === 0;
  }

  get isInsideAside(): boolean {
    return this.#open.some(({ kind }) => kind !== 'quotation');
  }

  /** The mark that the character at `at` closes, with all that was opened inside it; undefined where it closes none. */
  close(at: number): OpenMark | undefined {
    const mark = this.#text.charAt(at);
    const depth = this.#open.findLastIndex(({ closer }) => closer === mark);
    const isApostrophe = mark === '’' && /\p{L}/u.test(this.#text.charAt(at + 1));
    return depth < 0 || isApostrophe ? undefined : this.#open.splice(depth)[0];
  }

  /** Notes the opener at `at`, unless it is an apostrophe or its closer is not near. */
  open(at: number): void {
    const mark = this.#text.charAt(at);
    const kind = '《〈'.includes(mark) ? 'title' : '（([【〔'.includes(mark) ? 'bracket' : 'quotation';
    if (mark === '‘' && /\p{L}/u.test(this.#text.charAt(at - 1))) return;
    const closer = [...(closersOf.get(mark) ?? '')].find(
      (each) => this.#findNext(each, at) - at <= maxUnits[kind],
    );
    if (closer !== undefined) this.#open.push({ at, kind, closer });
  }

  #findNext(closer: string, at: number): number {
    let next = this.#nextCloser.get(closer) ?? -1;
    if (next <= at) {
      next = this.#text.indexOf(closer, at + 1);
      if (next < 0 || next >= this.#end) next = Infinity;
      this.#nextCloser.set(closer, next);
    }
    return next;
  }
}

const chineseSpeechTag =
  /^[^，。！？；：“”]{0,12}?(?:说道?|道|表示|问道?|答道?|称|喊道?|指出|介绍|介紹|回忆|回憶|強調|强调|坦言|感慨|說道?|問道?|稱)[，。,]/u;
const westernSpeechTag =
  /^(?:\p{Lu}[\p{L}.'’-]*\s){1,4}(?:said|says|asked|asks|told|added|replied|wrote|shouted|dijo|afirmó|preguntó|sagte|fragte|rief|disse|perguntou)\b|^(?:a|ont)\s(?:dit|déclaré)\b/u;

/** Particles and joints that tie a closed quotation to what follows it ("「…。」と述べた", "“加油！”的喊声"). */
const joint = /^(?:[的地得等和与與、，,;；—]|と|って|など|の|が|を|に|は|も|라고|이라고|라며|라는|고\s)/u;

/** Whether the words after a closing quotation mark still belong to its sentence: a speech tag, a particle, lower case. */
export function continuesAfterQuote(after: string): boolean {
  return (
    /^[\p{Ll}]/u.test(after) ||
    joint.test(after) ||
    chineseSpeechTag.test(after) ||
    westernSpeechTag.test(after)
  );
}
