/** Numbers by name. */
export type Features = Readonly<Record<string, number>>;

/** One choice that was made: the options' features and which of them was right. */
export interface Choice {
  readonly options: readonly Features[];
  readonly right: number;
  /** How much it counts; 1 if not given. */
  readonly weight?: number;
}

/** How a fit is run. */
export interface FitOptions {
  readonly steps: number;
  /** Strength of the pull of every weight towards 0. */
  readonly ridge: number;
}

/**
 * Weights under which the right options are likeliest: a conditional logit fitted by gradient ascent with Adam's step
 * sizes (Kingma and Ba, 2015). A yes or no is a choice between the features and nothing (`{}`). Deterministic.
 */
export function fitChoices(choices: readonly Choice[], { steps, ridge }: FitOptions): Record<string, number> {
  const names = [
    ...new Set(choices.flatMap(({ options }) => options.flatMap((option) => Object.keys(option)))),
  ].sort();
  const rows = choices.map(({ options, right, weight = 1 }) => ({
    right,
    weight,
    options: options.map((option) => names.map((name) => option[name] ?? 0)),
  }));
  const weights = names.map(() => 0);
  const mean = names.map(() => 0);
  const spread = names.map(() => 0);
  for (let step = 1; step <= steps; step++) {
    const gradient = gradientOf(rows, weights);
    for (const at of names.keys()) {
      const slope = (gradient[at] ?? 0) / rows.length - ridge * (weights[at] ?? 0);
      mean[at] = 0.9 * (mean[at] ?? 0) + 0.1 * slope;
      spread[at] = 0.999 * (spread[at] ?? 0) + 0.001 * slope * slope;
      const rate = 0.1 / (1 + step / 200);
      weights[at] =
        (weights[at] ?? 0) +
        (rate * mean[at]) / (1 - 0.9 ** step) / (Math.sqrt(spread[at] / (1 - 0.999 ** step)) + 1e-8);
    }
  }
  return Object.fromEntries(names.map((name, at) => [name, Math.round((weights[at] ?? 0) * 100) / 100]));
}

interface Row {
  readonly right: number;
  readonly weight: number;
  readonly options: readonly (readonly number[])[];
}

function gradientOf(rows: readonly Row[], weights: readonly number[]): number[] {
  const gradient = weights.map(() => 0);
  for (const { right, weight, options } of rows) {
    const scores = options.map((option) =>
      option.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0),
    );
    const top = Math.max(...scores);
    const odds = scores.map((score) => Math.exp(score - top));
    const all = odds.reduce((sum, each) => sum + each, 0);
    for (const [index, option] of options.entries()) {
      const error = weight * ((index === right ? 1 : 0) - (odds[index] ?? 0) / all);
      for (let at = 0; at < option.length; at++)
        gradient[at] = (gradient[at] ?? 0) + error * (option[at] ?? 0);
    }
  }
  return gradient;
}
