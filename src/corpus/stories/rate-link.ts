import { weigh } from '../evidence/weigh.ts';
import { describePlace, describeSeam, describeWords } from './link-features.ts';
import type { LinkEvidence } from './link-features.ts';
import { linkWeights } from './link-weights.ts';
import type { Paragraph } from './paragraphs.ts';

/** The sum of the features of a link that cost little, in nats: the paragraphs' places and the characters at the seam. */
export function rateEnds(first: Paragraph, second: Paragraph, evidence: LinkEvidence): number {
  const place = weigh(describePlace(first, second, evidence), linkWeights);
  return weigh(describeSeam(first, second, evidence), linkWeights, place);
}

/** The sum of all features of a link, in nats, given that of `rateEnds`. */
export function rateLink(
  first: Paragraph,
  second: Paragraph,
  { evidence, ends }: { readonly evidence: LinkEvidence; readonly ends: number },
): number {
  return weigh(describeWords(first, second, evidence), linkWeights, ends);
}
