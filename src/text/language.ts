// The smallest of the four tables: 0.17 s to load against 0.32 s for `eld/small`, 99.2 % against 99.4 % of XQuAD's questions
// in German, Spanish and Russian, and the same 48 of 49 short questions in 26 languages (2026-11-24).
import { eld } from 'eld/extrasmall';
import { classAt, letter, mark, nextOf, runEnd, upperCase } from './character-classes.ts';
import { isSpacelessScript, scriptOf, type Script } from './scripts.ts';

/** What a script alone decides. Han and kana are told apart below, every other script holds several languages. */
const languageOfScript: Readonly<Partial<Record<Script, string>>> = {
  hangul: 'ko',
  thai: 'th',
  lao: 'lo',
  khmer: 'km',
  myanmar: 'my',
  greek: 'el',
  hebrew: 'he',
};

/** Kanji shapes and kokuji that neither Simplified nor Traditional Chinese writes (from OpenCC's JPVariants). */
const japaneseOnlyKanji =
  /[乗亜仮価倹児両剣剤勧巻呉圏囲図団増圧塁壊壌嬢実寛専対巌帯廃広庁弾従徴徳恵悪悩応懐戦払抜拝挿掲揺捜択撃拠拡摂収効勅暁暦桟栄楽様検権歓歩歳歴帰毎気渉涙浄渇渓満渋済浜滝瀬焼営犠獣畳砕稲穂穏穣粋経県縦総縄絵継続聴粛脳蔵挙荘薫処蛍覚覧観訳変譲豊弐頼賛軽転逓遅辺郷酔醸釈銭錬鉄鋳鉱関険隠雑鶏覇霊顕騒駆験駅髄髪塩黒黙斎歯齢竜込峠畑働匂枠栃]/u;

/** Words that mark the Chinese frame of a text that names things in Latin letters ("NATO 是什么"). */
const chineseFrame = /[谁誰吗嗎呢]|什[么麼]|多少|[几幾]|哪|怎|何[时時]|为何|為何|的|是|了|在|[与與]/u;

/** N-grams mistake short texts for a smaller neighbour; each of these must show letters or words that are its own. */
const proofs: readonly (readonly [language: string, proof: RegExp, otherwise: string])[] = [
  ['uk', /[іїєґ]|хто|що/iu, 'ru'],
  ['be', /[ўі]/iu, 'ru'],
  ['sr', /[јљњћђџa-z]/iu, 'ru'],
  ['az', /ə/iu, 'tr'],
  ['fa', /[پچژگکی]/u, 'ar'],
  ['mr', /ळ|आहे|च्या|मध्ये|कोण|काय|किती|झाल|केल/u, 'hi'],
];

/**
 * The language of a text as an ISO 639-1 code, `und` when it has no letters. The script of the most words decides where
 * a script has one language; otherwise character n-grams of the words in that script do. Reads the first 2,000 characters.
 */
export function detectLanguage(text: string): string {
  const sample = text.slice(0, 2000);
  const weights = weighScripts(sample);
  const script = heaviest(weights);
  if (script === undefined) return 'und';
  if (script === 'han' || script === 'kana') return isJapanese(sample) ? 'ja' : 'zh';
  return languageOfScript[script] ?? detectByNgrams(sample, script);
}

/** Fewer letters than these are too few for n-grams to judge by. */
const minGramLetters = 8;

/** Words per script; two characters of a script without spaces count as a word, kana with the Han beside them. */
function weighScripts(text: string): Map<Script, number> {
  const weights = new Map<Script, number>();
  for (
    let index = nextOf(text, 0, letter | mark), end = 0;
    index < text.length;
    index = nextOf(text, end, letter | mark)
  ) {
    end = runEnd(text, index, letter | mark);
    const run = text.slice(index, end);
    const letters = countScripts(run);
    // A particle written onto a foreign word ("Swift는", "Swiftは") belongs to the language of the particle.
    if (letters.size > 1) letters.delete('latin');
    for (const [script, count] of letters) {
      const isSpaceless = script === 'han' || script === 'hangul' || isSpacelessScript(run);
      // A capital past the first word begins a name, and names come from any language.
      const words = isSpaceless ? count / 2 : index > 0 && /^[A-Z]/.test(run) ? 0.5 : 1;
      weights.set(script, (weights.get(script) ?? 0) + words);
    }
  }
  const han = weights.get('han');
  if (han !== undefined && (chineseFrame.test(text) || /[ぁ-ゖ]/u.test(text))) weights.set('han', han * 3);
  return weights;
}

/** Letters and marks per script, kana as Han. */
function countScripts(run: string): Map<Script, number> {
  const letters = new Map<Script, number>();
  let family: Script | undefined;
  let count = 0;
  const add = (): void => {
    if (family !== undefined) letters.set(family, (letters.get(family) ?? 0) + count);
  };
  for (const char of run) {
    const script = scriptOf(char.codePointAt(0) ?? 0);
    const next = script === 'kana' ? 'han' : script;
    if (next !== family) {
      add();
      family = next;
      count = 0;
    }
    count++;
  }
  add();
  return letters;
}

function heaviest(weights: ReadonlyMap<Script, number>): Script | undefined {
  let best: Script | undefined;
  for (const [script, weight] of weights) {
    const bestWeight = best === undefined ? 0 : (weights.get(best) ?? 0);
    // Latin letters name things in every language, so they have to outweigh the others.
    if (weight > bestWeight || (weight === bestWeight && best === 'latin')) best = script;
  }
  return best;
}

/** A Chinese text may carry a Japanese name in kana; Japanese of some length is never under 5 % kana. */
function isJapanese(text: string): boolean {
  const kana = text.match(/[ぁ-ゖァ-ヺｦ-ﾝ]/gu)?.length ?? 0;
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return kana > 0 ? kana * 20 >= han : japaneseOnlyKanji.test(text);
}

function detectByNgrams(text: string, script: Script): string {
  // Only Spanish opens a question with its mark, whatever foreign names follow.
  if (/[¿¡]/.test(text)) return 'es';
  const words = (text.match(/[\p{L}\p{M}'’]+/gu) ?? []).filter(
    (word) => scriptOf(word.codePointAt(0) ?? 0) === script,
  );
  const { language } = eld.detect(withoutNames(words).join(' '));
  const proof = proofs.find(([candidate]) => candidate === language);
  if (proof !== undefined && !proof[1].test(text)) return proof[2];
  return language || 'und';
}

/** A question is often one foreign name and three small words; the small words tell the language. */
function withoutNames(words: readonly string[]): readonly string[] {
  const small = words.filter((word, i) => i === 0 || (classAt(word, 0) & upperCase) === 0);
  return small.join('').length >= minGramLetters ? small : words;
}

/** `zh` for `zh-Hant`; `und` for what is no code, which no table may be asked for. */
export function bareLanguage(language: string): string {
  const code = language.split('-')[0] ?? '';
  return /^[a-z]{2,3}$/.test(code) ? code : 'und';
}
