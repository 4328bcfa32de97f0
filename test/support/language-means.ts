import { createHash } from 'node:crypto';
import { averageVectors } from '../../src/embed/centering.ts';
import type { LanguageMeans } from '../../src/embed/centering.ts';
import type { Embedder } from '../../src/embed/embedder.ts';
import { splitSentences } from '../../src/text/sentences.ts';
import type { QuestionSet } from './set-data.ts';
import { isInHalf } from './set-rows.ts';
import { spread } from './spread.ts';

/** Texts of each kind and language: the mean of so many turns little with more. */
const samples = { passages: 60, sentences: 120, questions: 150 } as const;

/** Means of a few texts would be of what they are about. */
const fewestTexts = 40;

/** The mean embedding of passages and of questions, for every language of the sets that has enough of them. */
export async function measureLanguageMeans(
  sets: readonly QuestionSet[],
  embedder: Embedder,
  onLanguage: (language: string) => void,
): Promise<LanguageMeans> {
  const passages: Record<string, number[]> = {};
  const questions: Record<string, number[]> = {};
  for (const set of sets) {
    for (const language of new Set(set.passages.map(({ lang }) => lang))) {
      if (language in passages) continue;
      onLanguage(`${language}: ${set.name}`);
      const own = set.passages.filter(
        ({ lang, id, group }) => lang === language && isInHalf({ id, group }, 'tuning'),
      );
      const whole = spread(own, samples.passages).map(({ title, text }) =>
        title === '' ? text : `${title}\n${text}`,
      );
      const sentences = own.flatMap(({ text }) =>
        splitSentences(text, language).map(({ start, end }) => text.slice(start, end)),
      );
      if (whole.length < fewestTexts) continue;
      // Chunks and sentences are searched alike, so each has half a say.
      const ofWhole = averageVectors(await embedder.embedPassages(whole));
      const ofSentences = averageVectors(await embedder.embedPassages(spread(sentences, samples.sentences)));
      passages[language] = round(averageVectors([ofWhole, ofSentences]));
      const asked = set.questions.filter(
        (question) => question.lang === language && isInHalf(question, 'tuning'),
      );
      if (asked.length < fewestTexts) continue;
      const embedded: Float32Array[] = [];
      for (const { question } of spread(asked, samples.questions))
        embedded.push(await embedder.embedQuestion(question));
      questions[language] = round(averageVectors(embedded));
    }
  }
  const version = createHash('sha256')
    .update(JSON.stringify([passages, questions]))
    .digest('hex')
    .slice(0, 8);
  const sources = sets.map(({ name }) => name);
  return { version, modelFileHash: embedder.identity.fileHash, sources, passages, questions };
}

function round(vector: Float32Array): number[] {
  return [...vector].map((value) => Number(value.toFixed(4)));
}
