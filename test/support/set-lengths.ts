import { fitChoices } from './logistic.ts';
import type { Features } from './logistic.ts';
import { measureAbstention, splitSureness } from './set-figures.ts';
import type { AbstentionFigures } from './set-figures.ts';
import { mean } from './set-measures.ts';
import { isInHalf } from './set-rows.ts';
import type { RowQuestion } from './set-rows.ts';

/** How long the passages of a row are, by id, in UTF-16 code units. */
export type PassageLengths = ReadonlyMap<string, number>;

/**
 * A control for abstention that sees lengths and nothing else: of the question, and of its candidates where it has
 * any. Where it tells the questions apart, so could anything, and the set is easier than it looks. A logistic model is
 * fitted on each half of the questions (`isInHalf`) and judges the other, so that it is never asked what it was shown.
 */
export function measureLengthControl(
  questions: readonly RowQuestion[],
  lengths: PassageLengths,
): Partial<AbstentionFigures> {
  const items = standardise(questions.map((asked) => ({ asked, features: lengthsOf(asked, lengths) })));
  const sides = (['tuning', 'kept'] as const).map((half) =>
    items.filter(({ asked }) => isInHalf(asked.question, half)),
  );
  const [tuning = [], kept = []] = sides;
  if (![tuning, kept].every(hasBothKinds)) return {};
  const judged = [...judge(tuning, fit(kept)), ...judge(kept, fit(tuning))];
  return measureAbstention(
    splitSureness(judged, ({ chance }) => chance),
    0.5,
  );
}

interface Item {
  readonly asked: RowQuestion;
  readonly features: Features;
}

function lengthsOf({ question: { question, candidateIds } }: RowQuestion, lengths: PassageLengths): Features {
  const candidates = (candidateIds ?? []).map((id) => Math.log1p(lengths.get(id) ?? 0));
  return {
    question: Math.log1p(question.length),
    questionWords: question.split(/\s+/).length,
    ...(candidates.length > 0 && {
      candidates: candidates.length,
      meanCandidate: mean(candidates),
      longestCandidate: Math.max(...candidates),
      shortestCandidate: Math.min(...candidates),
    }),
  };
}

/** Every feature with mean 0 and spread 1, so that one strength of ridge fits all, and a constant. */
function standardise(items: readonly Item[]): Item[] {
  const names = Object.keys(items[0]?.features ?? {});
  const scales = names.map((name) => {
    const values = items.map(({ features }) => features[name] ?? 0);
    const centre = mean(values);
    const spread = Math.sqrt(mean(values.map((value) => (value - centre) ** 2))) || 1;
    return { name, centre, spread };
  });
  return items.map(({ asked, features }) => ({
    asked,
    features: {
      constant: 1,
      ...Object.fromEntries(
        scales.map(({ name, centre, spread }) => [name, ((features[name] ?? 0) - centre) / spread]),
      ),
    },
  }));
}

function hasBothKinds(items: readonly Item[]): boolean {
  return new Set(items.map(({ asked }) => asked.question.answerable)).size === 2;
}

function fit(items: readonly Item[]): Features {
  const choices = items.map(({ asked, features }) => ({
    options: [features, {}],
    right: asked.question.answerable ? 0 : 1,
  }));
  return fitChoices(choices, { steps: 500, ridge: 0.001 });
}

function judge(items: readonly Item[], weights: Features) {
  return items.map(({ asked, features }) => {
    const sum = Object.entries(features).reduce(
      (all, [name, value]) => all + value * (weights[name] ?? 0),
      0,
    );
    return { asked, chance: 1 / (1 + Math.exp(-sum)) };
  });
}
