/**
 * The sum of the features, each by its weight, on top of `start`, the sum of others; weights of features that are not
 * there count nothing.
 */
export function weigh<Name extends string, Used extends Name>(
  features: Readonly<Record<Used, number>>,
  weights: Readonly<Record<Name, number>>,
  start = 0,
): number {
  let sum = start;
  for (const name in features) sum += features[name] * weights[name];
  return sum;
}
