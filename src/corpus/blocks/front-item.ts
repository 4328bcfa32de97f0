import type { BlockKind } from '../block.ts';
import type { Unit } from './units.ts';

/** A unit whose kind is being decided. */
export interface FrontItem {
  readonly unit: Unit;
  readonly text: string;
  /** Whether it could be a headline, kicker or subtitle: short, whole, and not closed by a full stop. */
  readonly isLabel: boolean;
  kind: BlockKind;
}
