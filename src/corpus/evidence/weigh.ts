/** The sum of the features, each by its weight; weights of features that are not there count nothing. */
export function weigh<Name extends string, Used extends Name>(
  features: Readonly<Record<Used, number>>,
  weights: Readonly<Record<Name, number>>,
): number {
  let sum = 0;
  for (const name in features) sum += features[name] * weights[name];
  return sum;
}
