import type { Link } from '../join-columns.ts';
import type { Paragraph } from './paragraphs.ts';

/** Paragraphs of the page that are one paragraph of an article, in reading order. Most chains are one paragraph. */
export interface Chain {
  readonly parts: readonly Paragraph[];
  /** The sections its parts stand in, in reading order, each once. */
  readonly sections: readonly number[];
}

/** Every paragraph in exactly one chain, ordered by each chain's first paragraph on the page. */
export function makeChains(paragraphs: readonly Paragraph[], links: readonly Link[]): Chain[] {
  const next = breakCycles(links);
  const continued = new Set(next.values());
  const chains: Chain[] = [];
  for (const paragraph of paragraphs) {
    if (continued.has(paragraph.index)) continue;
    const parts: Paragraph[] = [];
    for (let at: number | undefined = paragraph.index; at !== undefined; at = next.get(at)) {
      const part = paragraphs[at];
      if (part) parts.push(part);
    }
    chains.push({ parts, sections: [...new Set(parts.map(({ section }) => section))] });
  }
  return chains.sort((a, b) => firstIndex(a) - firstIndex(b));
}

/** The chain's first paragraph in page order. */
export function firstIndex(chain: Chain): number {
  return Math.min(...chain.parts.map(({ index }) => index));
}

/** Drops the weakest link of every ring: two open ends can each look like the other's beginning. */
function breakCycles(links: readonly Link[]): Map<number, number> {
  const next = new Map<number, number>();
  const strongestFirst = [...links].sort((a, b) => b.confidence - a.confidence || a.from - b.from);
  const roots = new Map<number, number>();
  const rootOf = (index: number): number => {
    let root = index;
    for (let parent = roots.get(root); parent !== undefined; parent = roots.get(root)) root = parent;
    if (root !== index) roots.set(index, root);
    return root;
  };
  for (const { from, to } of strongestFirst) {
    if (rootOf(from) === rootOf(to)) continue;
    roots.set(rootOf(from), rootOf(to));
    next.set(from, to);
  }
  return next;
}
