import { describe, expect, it } from 'vitest';
import { faults, hasHeld, runFault } from './injectors/run-faults.ts';

describe('npm run faults, in its short form', () => {
  it.each(faults.map((fault) => ({ name: `${fault.id}: ${fault.title}`, fault })))(
    'holds at $name',
    async ({ fault }) => {
      const result = await runFault(fault, false);
      expect(result.outcome).toSatisfy(() => hasHeld(result));
    },
  );
});
