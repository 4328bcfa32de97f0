import { maxQuestionLength } from '../answer/answer.ts';
import { excerptHead } from '../text/excerpt.ts';
import { bareLanguage, detectLanguage } from '../text/language.ts';
import { normalizeForTerms } from '../text/normalize.ts';
import { stripQuestionWords } from '../text/question-words.ts';

/** So much of what was asked before is carried over, in UTF-16 code units. */
const maxTopicUnits = 120;

/**
 * The question that a follow-up means: its own words first, since they say what is asked for (who, when, how many), then
 * what the earlier question was about. Its period goes along, being part of its words.
 */
export function joinFollowUp(followUp: string, earlier: string): string {
  // An earlier follow-up carries its own topic behind the dash: all of it is what the talk is about.
  const language = bareLanguage(detectLanguage(earlier));
  const topic = stripQuestionWords(normalizeForTerms(earlier), language)
    .replace(/[?？؟¿—]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  const joined = `${followUp} — ${topic.slice(0, excerptHead(topic, maxTopicUnits).end)}`;
  return topic === '' || joined.length > maxQuestionLength ? followUp : joined;
}
