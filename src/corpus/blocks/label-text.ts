import { readDateline } from '../evidence/datelines.ts';
import { endingOf, isWideText, openingOf } from '../evidence/characters.ts';

/** Words that a sentence goes on after, so no headline ends in them. */
const unfinishedWords: ReadonlySet<string> = new Set(
  (
    'the a an of to in and or for with at by from that who which on as is was were are be been will would could can may must should ' +
    'has have had it its their his her our not when while if after before over into than more most about between under whose this ' +
    'these those there some only also every each no ' +
    'de la el los las y en que con por para un una del al se su ' +
    'le les des du et à au aux dans qui est sur ' +
    'o os e do da dos das com um uma ' +
    'der die den dem und von zu mit für im ist ' +
    'и в на с со по для что не к от из за о у а ' +
    'في من على إلى أن عن التي الذي مع بعد قبل'
  ).split(' '),
);
/** The same in scripts that write words without spaces. */
const unfinishedCharacter = /[的和与及在对为将把被从向于是跟或並與がをはのとや]$/u;

/** Whether a unit's text could be a label. */
export function isLabelText(text: string, lineCount: number): boolean {
  if (lineCount > 3 || text === '' || text.length > 130 || (text.length > 45 && isWideText(text)))
    return false;
  if (/^(?:[-*+•]\s|\d{1,3}[.)]\s|\|)/.test(text) || /[,，、;；:：]$/.test(text)) return false;
  if (/。|[！？]["”’»」』)）]?\S|\p{Ll}[.]["”’»)]?\s+\p{Lu}/u.test(text.slice(0, -1))) return false;
  if (openingOf(text) === 'open' || isUnfinished(text) || !isBalanced(text)) return false;
  if (/[—–-]$/.test(text) || readDateline(text) !== null) return false;
  return endingOf(text) !== 'closed' || (/[?？!！]["”’»」』]?$/u.test(text) && !/^["“«„「『]/.test(text));
}

function isUnfinished(text: string): boolean {
  // None of the words is longer than seven letters.
  const lastWord = text.slice(-8).split(/\s/).at(-1)?.toLowerCase() ?? '';
  return unfinishedWords.has(lastWord) || unfinishedCharacter.test(text);
}

/** Whether every quotation mark and bracket that opens is closed again, and the other way round. */
function isBalanced(text: string): boolean {
  if (!/[“”‘’«»「」『』（）()《》【】"]/.test(text)) return true;
  const pairs = ['“”', '‘’', '«»', '「」', '『』', '（）', '()', '《》', '【】'];
  const count = (mark: string): number => text.split(mark).length - 1;
  // An apostrophe is a closing single quotation mark.
  const isPaired = pairs.every(
    ([open = '', close = '']) =>
      count(open) === count(close) || open === '‘' || (open === '“' && text.includes('„')),
  );
  return isPaired && count('"') % 2 === 0;
}
