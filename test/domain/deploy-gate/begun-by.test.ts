import { describe, expect, it } from '@jest/globals';
import type { Stage } from '../../../src/domain/change/lifecycle';
import { begunBy } from '../../../src/domain/deploy-gate/begun-by';
import { historyThrough } from '../../builders/histories';

describe('the gate by which a change came under implementation', () => {
  it.each<['implement' | 'expedite', readonly Stage[]]>([
    ['implement', ['draft', 'assessment', 'approved', 'implementing']],
    ['expedite', ['draft', 'implementing']],
    // Put there by an import: it passed no gate, and is held to the usual one.
    ['implement', ['implementing']],
    ['implement', ['draft', 'implementing', 'cancelled', 'draft', 'assessment', 'approved', 'implementing']],
    ['expedite', ['draft', 'implementing', 'verification', 'implementing']],
  ])('is %s after %j', (gate, stages) => {
    expect(begunBy(historyThrough(stages))).toBe(gate);
  });
});
