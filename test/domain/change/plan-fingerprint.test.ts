import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { known, unknown, type Fact, type FieldValue } from '../../../src/domain/change/change-facts';
import { digestOf } from '../../../src/domain/canonical';
import { CHANGE_FIELDS, type ChangeField } from '../../../src/domain/change/change-field';
import { editedParts, partDigestsOf, planOf } from '../../../src/domain/change/plan-fingerprint';
import { changeFacts, edited } from '../../builders/change-facts';
import { fixedSeed } from '../../builders/fixed-seed';

const MATERIAL: readonly ChangeField[] = ['description', 'rollbackSteps', 'plannedStart'];

const value: fc.Arbitrary<Fact<FieldValue>> = fc.oneof(
  fc.constantFrom<FieldValue>(null, '', ' ', 'null', 'a', 'A', 'no-such-field').map((text) => known(text)),
  fc.string({ unit: 'grapheme', maxLength: 8 }).map((text) => known<FieldValue>(text)),
  fc.constantFrom('no-such-field', 'unreadable-value', 'lookup-failed').map((code) => unknown(code, 'why')),
);
const values = fc.record({ description: value, rollbackSteps: value, plannedStart: value });

function fingerprint(fields: Readonly<Partial<Record<ChangeField, FieldValue | Fact<FieldValue>>>>): string {
  return planOf(changeFacts({ fields }), MATERIAL).fingerprint;
}

describe('the fingerprint of a plan', () => {
  it('is the same for the same plan, and only for it', () => {
    fc.assert(
      fc.property(values, values, (one, other) => {
        const same = MATERIAL.every((field) => {
          const [a, b] = [one[field as keyof typeof one], other[field as keyof typeof other]];
          if (a.state === 'known') return b.state === 'known' && a.value === b.value;
          return b.state === 'unknown' && a.cause.code === b.cause.code;
        });
        return (fingerprint(one) === fingerprint(other)) === same;
      }),
      fixedSeed(300),
    );
  });

  it('differs after any edit of one material field and after no edit of another', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CHANGE_FIELDS), fc.string({ minLength: 1 }), (field, text) => {
        const facts = changeFacts();
        const after = planOf(edited(facts, { [field]: `${text} (edited)` }), MATERIAL).fingerprint;
        const isPart = MATERIAL.includes(field) || field === 'exceptionTo';
        return (after !== planOf(facts, MATERIAL).fingerprint) === isPart;
      }),
      fixedSeed(200),
    );
  });

  it('does not depend on the order of the material fields, of the requesters, or of the keys of the facts', () => {
    const facts = changeFacts({ requesters: ['account-a', 'account-b'] });
    const turned = { ...facts, fields: Object.fromEntries(Object.entries(facts.fields).reverse()) };
    const other = { ...(turned as typeof facts), requesters: known(['account-b', 'account-a']) };
    const [one, two] = [planOf(other, [...MATERIAL].reverse()), planOf(facts, MATERIAL)];
    expect([one.fingerprint, one.partDigests()]).toEqual([two.fingerprint, two.partDigests()]);
  });

  it('covers who asks for the change and which change it is, but not its key', () => {
    const plans = [
      changeFacts(),
      changeFacts({ requesters: ['account-other'] }),
      changeFacts({ requesters: unknown('lookup-failed', 'why') }),
      changeFacts({ change: { id: '10002', key: 'CHG-1' } }),
    ].map((facts) => planOf(facts, MATERIAL).fingerprint);
    expect(new Set(plans).size).toBe(4);
    const renamed = changeFacts({ change: { id: '10001', key: 'OPS-1' } });
    expect(planOf(renamed, MATERIAL).fingerprint).toBe(plans[0]);
  });

  it('differs under a policy with other material fields', () => {
    expect(planOf(changeFacts(), ['description']).fingerprint).not.toBe(planOf(changeFacts(), MATERIAL).fingerprint);
  });

  it('tells the empty field from every text, the text "null" included', () => {
    const prints = [null, 'null', '', 'undefined'].map((text) => fingerprint({ description: text }));
    expect(new Set(prints).size).toBe(4);
  });

  it.each(['no-such-field', 'unreadable-value', 'lookup-failed'] as const)(
    'tells a field that could not be read (%s) from every text, its own cause included',
    (code) => {
      const texts = [null, '', code, 'why', `{"unknown":"${code}"}`].map((text) => fingerprint({ description: text }));
      expect(texts).not.toContain(fingerprint({ description: unknown(code, 'why') }));
    },
  );

  it('tells two fields with exchanged values apart', () => {
    expect(fingerprint({ description: 'a', rollbackSteps: 'b' })).not.toBe(
      fingerprint({ description: 'b', rollbackSteps: 'a' }),
    );
  });

  it('is the digest of the change, its requesters and its material fields, while no exception is asked for', () => {
    const description = 'Another plan.';
    const facts = changeFacts({ fields: { description }, requesters: ['b', 'a'] });
    const parts = { requesters: { value: ['a', 'b'] }, description: { value: description } };
    expect(planOf(facts, ['description']).fingerprint).toBe(digestOf({ changeId: '10001', parts }));
  });

  it('covers what an exception is asked from, material or not', () => {
    const asking = (exceptionTo: FieldValue | Fact<FieldValue>, material = MATERIAL) =>
      planOf(changeFacts({ fields: { exceptionTo } }), material).fingerprint;
    const prints = [null, ['T-1'], ['T-1', 'T-2'], 'T-1'].map((value) => asking(value));
    expect(new Set(prints).size).toBe(4);
    expect(asking(['T-1'], [...MATERIAL, 'exceptionTo'])).toBe(prints[1]);
    expect([asking(unknown('lookup-failed', 'why')), asking(null, [...MATERIAL, 'exceptionTo'])]).toEqual([
      prints[0],
      prints[0],
    ]);
  });

  it('takes the values of a field of several for a set, and one value for no list', () => {
    const tagged = (tags: FieldValue) => planOf(changeFacts({ fields: { tags } }), ['tags']).fingerprint;
    expect(tagged(['a', 'b'])).toBe(tagged(['b', 'a']));
    expect(new Set([tagged(['a', 'b']), tagged(['a']), tagged('a'), tagged(null)]).size).toBe(4);
  });
});

describe('the digests of the parts of a plan', () => {
  it('are one for each material field, one for the requesters and one for the exceptions asked for', () => {
    const digests = partDigestsOf(changeFacts(), MATERIAL);
    expect(Object.keys(digests).sort()).toEqual([
      'description',
      'exceptionTo',
      'plannedStart',
      'requesters',
      'rollbackSteps',
    ]);
    expect(digests['exceptionTo']).toBe(digestOf({ value: null }));
    expect(digests).toEqual(planOf(changeFacts(), MATERIAL).partDigests());
  });
});

describe('the parts that were edited', () => {
  it('are those that differ, in order of name', () => {
    const then = { description: 'a', testPlan: 'b', category: 'c' };
    expect(editedParts(then, { testPlan: 'x', description: 'a', category: 'y' })).toEqual(['category', 'testPlan']);
  });

  it('are none that only one of the plans has', () => {
    expect(editedParts({ description: 'a' }, { testPlan: 'b' })).toEqual([]);
  });
});
