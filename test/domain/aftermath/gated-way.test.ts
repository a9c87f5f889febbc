import { describe, expect, it } from '@jest/globals';
import { gateBetween, isBeyondGates, isGated, leadsInto } from '../../../src/domain/aftermath/gated-way';
import { GATES, STAGES, type Gate, type Stage } from '../../../src/domain/change/lifecycle';

type Place = Stage | null;
const PLACES: readonly Place[] = [...STAGES, null];

describe('the ways of a change', () => {
  it.each<[Place, readonly Place[]]>([
    ['draft', ['assessment', 'approved', 'implementing', 'verification', 'closed']],
    ['assessment', ['approved', 'implementing', 'verification', 'closed']],
    ['approved', ['implementing', 'verification', 'closed']],
    ['implementing', ['verification', 'closed']],
    ['verification', ['closed']],
    ['rolled-back', ['closed']],
    ['closed', []],
    ['rejected', ['assessment', 'approved', 'implementing', 'verification', 'closed']],
    ['cancelled', ['assessment', 'approved', 'implementing', 'verification', 'closed']],
    [null, ['assessment', 'approved', 'implementing', 'verification', 'closed']],
  ])('from %s have a gate to %j, and to nothing else', (from, gated) => {
    expect(PLACES.filter((to) => isGated(from, to))).toEqual(gated);
  });

  it('pass over gates for whoever begins anywhere but in the first stage or outside', () => {
    expect(PLACES.filter(isBeyondGates)).toEqual([
      'assessment',
      'approved',
      'implementing',
      'verification',
      'rolled-back',
      'closed',
    ]);
  });

  it.each<[Place, Place, Gate | null]>([
    ['draft', 'assessment', 'submit'],
    ['draft', 'implementing', 'expedite'],
    ['approved', 'implementing', 'implement'],
    ['rolled-back', 'closed', 'close'],
    ['assessment', 'implementing', null],
    ['assessment', 'rejected', null],
    [null, 'assessment', null],
    ['draft', null, null],
  ])('from %s to %s have the gate %s in a governed project', (from, to, gate) => {
    expect(gateBetween(from, to)).toBe(gate);
  });

  it.each<[Place, readonly Gate[]]>([
    ['assessment', ['submit']],
    ['approved', ['authorize']],
    ['implementing', ['implement', 'expedite']],
    ['verification', ['complete']],
    ['closed', ['close']],
    ['draft', GATES],
    ['rejected', GATES],
    ['cancelled', GATES],
    ['rolled-back', GATES],
    [null, GATES],
  ])('into %s may stand behind the gates %j', (to, gates) => {
    expect(GATES.filter((gate) => leadsInto(gate, to))).toEqual(gates);
  });
});
