import { normalizeForTerms } from './normalize.ts';

/**
 * What a question asks with and what holds it together, which no answer has to repeat. In zh and th a phrase is cut out
 * wherever it stands, so single characters that also build words (和, 以, 其) are left alone.
 */
const questionWords: Readonly<Record<string, string>> = {
  zh:
    '请问 告诉我 想知道 有没有 是不是 为什么 为何 怎么样 怎么 怎样 如何 什么时候 什么时间 什么地方 什么样 什么 何时 何地 何处 何人 哪一年 哪一个 ' +
    '哪个 哪些 哪里 哪儿 哪位 哪家 哪年 哪天 哪 谁 几个 几名 几位 几 多少 多大 多久 多长 多高 多远 吗 呢 的 了 是 在 有 被 这个 那个',
  ja: '誰 何人 何年 何月 何日 何時 何歳 何 教 知',
  ko: '누구 누가 언제 어디 무엇 무슨 왜 어떻게 어떤 얼마 몇 어느 인가요 입니까 인가',
  th: 'อะไร ใคร ที่ไหน เมื่อไหร่ เมื่อไร ทำไม อย่างไร เท่าไหร่ เท่าไร ไหน หรือไม่ คือ เป็น',
  en:
    'who whom whose what which when where why how many much long old far often did does do done is are was were be been being has have had ' +
    'will would can could should may might the a an of in on at to for from by with about as and or it its this that these those ' +
    'there their his her he she they him them i me you your tell please any some into than s t happened',
  es:
    'quien quienes que cual cuales cuando donde adonde por como cuanto cuanta cuantos cuantas es son era eran fue fueron ser ha han ' +
    'habia hay hubo el la los las lo un una unos unas de del al a en y o con para se su sus le les me mi esta este esto dime paso',
  fr:
    'qui que quoi quel quelle quels quelles quand ou pourquoi comment combien est ce sont etait etaient fut a ont avait ete etre il elle ils ' +
    'elles on le la les l un une des de du d au aux en et dans par pour sur avec se s son sa ses ne pas y t qu n cette ces',
  de:
    'wer wen wem wessen was welche welcher welches welchen welchem wann wo wohin woher warum wieso weshalb wie viel viele vielen lange oft ist ' +
    'sind war waren wird wurde wurden werden worden hat haben hatte hatten sein der die das den dem des ein eine einen einem einer eines ' +
    'und oder in im an am auf aus bei mit nach von vom zu zum zur fur uber es er sie sich gab gibt',
  ru:
    'кто кого кому кем что чего чему чем какой какая какое какие какого какую каких каком когда где куда откуда почему зачем как сколько ' +
    'ли был была было были есть это этот эта в во на по с со к ко о об от из за для до у и или а не же бы его ее их он она они чей который',
  ar: 'من ما ماذا متى اين لماذا كيف كم اي هل هو هي هم كان كانت في علي الي عن مع ان التي الذي و او هذا هذه ذلك التي عدد لم لا قد تم',
  pt:
    'quem que qual quais quando onde porque por como quanto quanta quantos quantas e sao era eram foi foram ser ha tem houve o a os as um uma ' +
    'de do da dos das em no na nos nas ao aos com para se seu sua seus suas ou isso este esta',
};

const patterns = new Map<string, RegExp>();

/** A normalised question without its question wording; unchanged for a language that has no list or when nothing is left. */
export function stripQuestionWords(normalized: string, language: string): string {
  const words = questionWords[language];
  if (words === undefined) return normalized;
  let pattern = patterns.get(language);
  if (pattern === undefined) {
    pattern = buildPattern(normalizeForTerms(words).split(' '), language);
    patterns.set(language, pattern);
  }
  const stripped = normalized.replace(pattern, ' ');
  return /[\p{L}\p{N}]/u.test(stripped) ? stripped : normalized;
}

function buildPattern(words: readonly string[], language: string): RegExp {
  const choice = [...words].sort((a, b) => b.length - a.length).join('|');
  if (language === 'zh' || language === 'th') return new RegExp(choice, 'gu');
  // Japanese writes its grammar in hiragana, what a question is about nearly always in kanji and katakana.
  if (language === 'ja') return new RegExp(`${choice}|[ぁ-ゖ]+`, 'gu');
  // Korean glues particles to the end of a word.
  if (language === 'ko') {
    return new RegExp(
      `(?<!\\p{L})(?:${choice})\\p{L}*|(?<=\\p{L}{2})(?:에서|으로|은|는|이|가|을|를|의|에|와|과|도|로)(?!\\p{L})`,
      'gu',
    );
  }
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${choice})(?![\\p{L}\\p{N}])`, 'gu');
}
