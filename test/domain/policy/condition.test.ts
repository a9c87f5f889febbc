import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Fact, type FieldValue } from '../../../src/domain/change/change-facts';
import { holds, type Condition, type Truth } from '../../../src/domain/policy/condition';
import { changeFacts, unread } from '../../builders/change-facts';
import { fixedSeed } from '../../builders/fixed-seed';

const UNREAD = unread('Jira did not answer');
const yes: Condition = { field: 'changeType', in: ['Normal'] };
const no: Condition = { field: 'changeType', in: ['Standard'] };
const notKnown: Condition = { field: 'riskLevel', in: ['High'] };
const facts = changeFacts({ fields: { changeType: 'Normal', riskLevel: UNREAD } });

describe('a condition on one field', () => {
  it.each<[string, FieldValue | Fact<FieldValue>, readonly string[], Truth]>([
    ['holds for a value of the list', 'High', ['Medium', 'High'], 'yes'],
    ['does not hold for another value', 'Low', ['Medium', 'High'], 'no'],
    ['does not look at upper and lower case', 'hIGH', ['HIgh'], 'yes'],
    ['does not hold for part of a value', 'Highest', ['High'], 'no'],
    ['does not hold for an empty field', null, ['High'], 'no'],
    ['is unknown where the field could not be read', UNREAD, ['High'], 'unknown'],
  ])('%s', (_sentence, riskLevel, options, expected) => {
    expect(holds({ field: 'riskLevel', in: options }, changeFacts({ fields: { riskLevel } }))).toBe(expected);
  });
});

describe('conditions put together', () => {
  it.each<[Truth, Truth, Condition, Condition]>([
    ['yes', 'yes', yes, yes],
    ['yes', 'no', yes, no],
    ['yes', 'unknown', yes, notKnown],
    ['no', 'no', no, no],
    ['no', 'unknown', no, notKnown],
    ['unknown', 'unknown', notKnown, notKnown],
  ])('%s with %s follow the tables of three-valued logic, in either order', (left, right, a, b) => {
    const both = [left, right];
    const all = both.includes('no') ? 'no' : both.includes('unknown') ? 'unknown' : 'yes';
    const any = both.includes('yes') ? 'yes' : both.includes('unknown') ? 'unknown' : 'no';
    expect([holds({ all: [a, b] }, facts), holds({ all: [b, a] }, facts)]).toEqual([all, all]);
    expect([holds({ any: [a, b] }, facts), holds({ any: [b, a] }, facts)]).toEqual([any, any]);
  });

  it('turns yes and no around under "not" and leaves unknown unknown', () => {
    expect([yes, no, notKnown].map((condition) => holds({ not: condition }, facts))).toEqual(['no', 'yes', 'unknown']);
  });

  it('holds for all of nothing and for none of nothing', () => {
    expect([holds({ all: [] }, facts), holds({ any: [] }, facts)]).toEqual(['yes', 'no']);
  });
});

const LEVELS = ['Low', 'Medium', 'High'];
const leaf = fc.record({
  field: fc.constantFrom('riskLevel', 'outcome', 'emergencyReason'),
  in: fc.subarray(LEVELS, { minLength: 1 }),
});
const { tree } = fc.letrec<{ tree: Condition }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    leaf as fc.Arbitrary<Condition>,
    fc.record({ all: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('tree') }),
  ),
}));
const value = fc.constantFrom<FieldValue | Fact<FieldValue>>(null, ...LEVELS, UNREAD);

/** What two-valued logic says where every field is known. */
function plain(condition: Condition, fields: Readonly<Record<string, FieldValue>>): boolean {
  if ('field' in condition) return condition.in.includes(fields[condition.field] ?? '(empty)');
  if ('all' in condition) return condition.all.every((part) => plain(part, fields));
  if ('any' in condition) return condition.any.some((part) => plain(part, fields));
  return !plain(condition.not, fields);
}

describe('any condition on any facts', () => {
  it('never says yes or no where some value of the unread fields would make it the other', () => {
    fc.assert(
      fc.property(tree, value, value, value, (condition, riskLevel, outcome, emergencyReason) => {
        const fields = { riskLevel, outcome, emergencyReason };
        const worlds = Object.entries(fields).reduce<readonly Readonly<Record<string, FieldValue>>[]>(
          (before, [field, fact]) =>
            before.flatMap((world) =>
              (typeof fact === 'string' || fact === null ? [fact] : [null, ...LEVELS]).map((one) => ({
                ...world,
                [field]: one,
              })),
            ),
          [{}],
        );
        const possible = new Set(worlds.map((world) => (plain(condition, world) ? 'yes' : 'no')));
        const said = holds(condition, changeFacts({ fields }));
        if (said === 'unknown') return worlds.length > 1;
        return possible.size === 1 && possible.has(said);
      }),
      fixedSeed(400),
    );
  });
});
