/**
 * How sentences begin that speak of what the one before named, by language (ISO 639-1). Words that begin other sentences as
 * often ("it" of the weather, "das", "это") are left out.
 */
const openings: Readonly<Record<string, RegExp>> = {
  zh: /^(?:他|她|它|他们|她们|它们|他們|她們|牠們|该|該|其(?!他|它|实|實|中)|此(?!外|次|前|后|後)|对此|對此|为此|為此|双方|雙方|两人|兩人)/u,
  ja: /^(?:彼|彼女|彼ら|同氏|同社|同市|同町|同県|これ|それ|その|この|こうした|そうした|両者)/u,
  en: /^(?:He|She|They|His|Her|Their|This|These|Those|Both)\b/u,
  es: /^(?:Él|Ella|Ellos|Ellas|Su|Sus|Este|Esta|Estos|Estas|Ambos|Ambas)(?!\p{L})/u,
  fr: /^(?:Il|Elle|Ils|Elles|Son|Sa|Ses|Leur|Leurs|Celui-ci|Celle-ci|Cette|Ces)(?!\p{L})/u,
  de: /^(?:Er|Sie|Sein|Seine|Ihr|Ihre|Dieser|Diese|Dieses|Beide)(?!\p{L})/u,
  ru: /^(?:Он|Она|Они|Его|Её|Их|Этот|Эта|Эти|Оба|Обе)(?!\p{L})/u,
  ar: /^(?:و?(?:هو|هي|هم|هما|هذا|هذه|هؤلاء))(?!\p{L})/u,
};

/** Whether a sentence can not be understood without the one before it: it begins with a pronoun. */
export function isPronounLed(sentence: string, language: string): boolean {
  const opening = openings[language.split('-')[0] ?? ''];
  return opening?.test(sentence.slice(0, 20).replace(/^[\s"“„«「『]+/u, '')) ?? false;
}
