import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Fact, type FieldValue } from '../../../src/domain/change/change-facts';
import type { Condition, Truth } from '../../../src/domain/policy/condition';
import { holds as holdsIn, unknownsIn } from '../../../src/domain/policy/holds';
import type { ChangeFacts } from '../../../src/domain/change/change-facts';
import { changeFacts, unread } from '../../builders/change-facts';
import { fixedSeed } from '../../builders/fixed-seed';
import { policyWith } from '../../builders/policies';

const policy = policyWith([], {
  terms: [
    { id: 'major', means: { field: 'tags', in: ['Major'] } },
    { id: 'grave', means: { any: [{ term: 'major' }, { risk: ['High'] }] } },
  ],
  answers: { authority: 'board', retention: 24 },
});

function holds(condition: Condition, facts: ChangeFacts): Truth {
  return holdsIn(condition, { policy, facts });
}

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

describe('a condition on the values of a field', () => {
  const facts = (fields: Record<string, FieldValue | Fact<FieldValue>>) => changeFacts({ fields });

  it.each<[string, FieldValue, Truth]>([
    ['one of several values is in the list', ['Website', 'payments'], 'yes'],
    ['none of several values is in the list', ['Website', 'Shop'], 'no'],
    ['there is no value', null, 'no'],
  ])('of several values holds when one is in the list: %s', (_what, services, expected) => {
    expect(holds({ field: 'services', in: ['Payments', 'Ledger'] }, facts({ services }))).toBe(expected);
  });

  it.each<[FieldValue | Fact<FieldValue>, Truth]>([
    ['PAY-12', 'yes'],
    [' \n', 'no'],
    [null, 'no'],
    [['PAY-12'], 'yes'],
    [[], 'no'],
    [UNREAD, 'unknown'],
  ])('tells whether it is filled: %j', (incident, filled) => {
    const opposite = filled === 'unknown' ? 'unknown' : filled === 'yes' ? 'no' : 'yes';
    expect(holds({ field: 'incident', filled: true }, facts({ incident }))).toBe(filled);
    expect(holds({ field: 'incident', filled: false }, facts({ incident }))).toBe(opposite);
  });

  it.each<[FieldValue | Fact<FieldValue>, Truth, Truth]>([
    ['4.9', 'no', 'yes'],
    ['5', 'yes', 'yes'],
    ['5.1', 'yes', 'no'],
    ['-7', 'no', 'yes'],
    [null, 'no', 'no'],
    ['many', 'unknown', 'unknown'],
    ['  ', 'unknown', 'unknown'],
    ['Infinity', 'unknown', 'unknown'],
    [['5'], 'unknown', 'unknown'],
    [UNREAD, 'unknown', 'unknown'],
  ])('compares a number with five, at least and at most: %j', (users, atLeast, atMost) => {
    expect(holds({ field: 'users', atLeast: 5 }, facts({ users }))).toBe(atLeast);
    expect(holds({ field: 'users', atMost: 5 }, facts({ users }))).toBe(atMost);
  });

  it('is unknown for a field that nobody looked up', () => {
    expect(holds({ field: 'shoeSize', filled: true }, facts({}))).toBe('unknown');
  });
});

describe('a condition on the risk', () => {
  it.each<[FieldValue, Truth, Truth]>([
    ['Low', 'no', 'no'],
    ['Medium', 'no', 'yes'],
    ['high', 'yes', 'yes'],
    [null, 'unknown', 'unknown'],
    ['Enormous', 'unknown', 'unknown'],
  ])('knows the levels and their order, and takes no unknown level for a low one: %j', (riskLevel, isHigh, atLeast) => {
    const facts = changeFacts({ fields: { riskLevel } });
    expect(holds({ risk: ['High'] }, facts)).toBe(isHigh);
    expect(holds({ riskAtLeast: 'medium' }, facts)).toBe(atLeast);
  });
});

describe('a condition on a word of the policy', () => {
  it('is what the word means, through other words too', () => {
    const major = changeFacts({ fields: { tags: ['Major'] } });
    const minor = changeFacts({ fields: { tags: ['Minor'], riskLevel: 'Low' } });
    expect([holds({ term: 'major' }, major), holds({ term: 'major' }, minor)]).toEqual(['yes', 'no']);
    expect([holds({ term: 'grave' }, major), holds({ term: 'grave' }, minor)]).toEqual(['yes', 'no']);
  });

  it('is unknown for a word that the policy does not know', () => {
    expect(holds({ term: 'huge' }, facts)).toBe('unknown');
  });
});

describe('a condition on an answer', () => {
  it.each<[Condition, Truth]>([
    [{ answer: 'authority', in: ['cto', 'board'] }, 'yes'],
    [{ answer: 'authority', in: ['cto'] }, 'no'],
    [{ answer: 'authority', in: ['Board'] }, 'no'],
    [{ answer: 'retention', in: ['24'] }, 'no'],
    [{ answer: 'scope', in: ['none'] }, 'unknown'],
  ])('looks at what the owner of the policy chose: %j', (condition, expected) => {
    expect(holds(condition, facts)).toBe(expected);
  });
});

describe('what a condition could not look at', () => {
  const unknowns = (condition: Condition) =>
    unknownsIn(condition, { policy, facts: changeFacts({ fields: { outcome: UNREAD, riskLevel: null } }) }).map(
      ({ reason, remedy }) => [reason, remedy?.do],
    );

  it('is each field that could not be read, wherever it stands', () => {
    const unread = [{ code: 'field-unknown', field: 'outcome', cause: UNREAD.cause }, 'mend-lookup'];
    const leaf: Condition = { field: 'outcome', in: ['Failed'] };
    expect(unknowns({ not: { all: [leaf, { any: [yes, leaf] }] } })).toEqual([unread, unread]);
  });

  it('is the risk level that nobody gave, also behind a word', () => {
    const open = [[{ code: 'field-empty', field: 'riskLevel' }, 'fill-field']];
    expect(unknowns({ term: 'grave' })).toEqual(open);
    expect(unknowns({ riskAtLeast: 'High' })).toEqual(open);
  });

  it('is the field that holds no number where one is compared', () => {
    const found = (condition: Condition, severity: FieldValue) =>
      unknownsIn(condition, { policy, facts: changeFacts({ fields: { severity } }) });
    const finding = (value: string) => ({
      met: 'unknown',
      reason: { code: 'number-expected', field: 'severity', value },
      remedy: { do: 'enter-number', field: 'severity' },
    });
    expect(found({ field: 'severity', atLeast: 3 }, 'many')).toEqual([finding('many')]);
    expect(found({ not: { field: 'severity', atMost: 3 } }, ['1', '2'])).toEqual([finding('1, 2')]);
    expect(found({ field: 'severity', atLeast: 3 }, '2')).toEqual([]);
    expect(found({ field: 'severity', atLeast: 3 }, null)).toEqual([]);
    expect(found({ field: 'severity', in: ['3'] }, 'many')).toEqual([]);
  });

  it('is a question that nobody answered', () => {
    const open = [{ code: 'question-open', question: 'scope' }, 'answer-question'];
    expect(
      unknowns({
        any: [
          { answer: 'scope', in: ['none'] },
          { answer: 'authority', in: ['cto'] },
        ],
      }),
    ).toEqual([open]);
  });

  it('is nothing behind a word that the policy does not know', () => {
    expect(unknowns({ term: 'huge' })).toEqual([]);
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
  if ('all' in condition) return condition.all.every((part) => plain(part, fields));
  if ('any' in condition) return condition.any.some((part) => plain(part, fields));
  if ('not' in condition) return !plain(condition.not, fields);
  if (!('field' in condition && 'in' in condition)) throw new Error('The property makes no such condition.');
  const held = fields[condition.field];
  return typeof held === 'string' && condition.in.includes(held);
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
