import { normalizeForTerms } from '../../text/normalize.ts';
import { findDates } from './dates.ts';

/** Names that two texts about one event share at least; of German all nouns have capitals, and Han text has none. */
const leastShared = { names: 2, germanNouns: 5, stretches: 3 } as const;
/** Signs in a row that count as shared; fewer are in any two texts. */
const stretchLength = 4;

/**
 * Whether two texts of one language name the same people and places: what is alike without that is two events of a sort. Texts in
 * languages without capitals or signs to tell names by never do.
 */
export function shareNames(a: string, b: string, language: string): boolean {
  if (language === 'zh' || language === 'ja') {
    return countSharedStretches(a, b) >= leastShared.stretches;
  }
  const [one, other] = [namesOf(a, language), namesOf(b, language)];
  const shared = [...one].filter((name) => other.has(name)).length;
  return shared >= (language === 'de' ? leastShared.germanNouns : leastShared.names);
}

/** Words with a capital that the text does not also have without one; days and months are no names. */
function namesOf(text: string, language: string): ReadonlySet<string> {
  let rest = '';
  let from = 0;
  for (const { start, end } of findDates(text, language)) {
    rest += `${text.slice(from, start)} `;
    from = end;
  }
  rest += text.slice(from);
  const words = new Set(rest.match(/[\p{L}\p{M}]{4,}/gu));
  return new Set(
    [...words]
      .filter((word) => /^\p{Lu}/u.test(word) && !words.has(word.toLowerCase()))
      .map(normalizeForTerms),
  );
}

/** How many different stretches of Han or kana stand in both texts, each as long as it goes. */
function countSharedStretches(a: string, b: string): number {
  const other = new Set(runsOf(b));
  const stretches = new Set<string>();
  let stretch = '';
  for (const run of [...runsOf(a), '']) {
    if (other.has(run)) stretch += stretch === '' ? run : run.slice(-1);
    else if (stretch !== '') {
      stretches.add(stretch);
      stretch = '';
    }
  }
  return stretches.size;
}

/** Every `stretchLength` signs in a row, in order. */
function runsOf(text: string): string[] {
  const runs: string[] = [];
  for (const [signs] of normalizeForTerms(text).matchAll(/[\p{Script=Han}\p{Script=Katakana}ー]{4,}/gu)) {
    for (let at = 0; at + stretchLength <= signs.length; at++) runs.push(signs.slice(at, at + stretchLength));
    // No stretch goes on from one row of signs into the next.
    runs.push('');
  }
  return runs;
}
