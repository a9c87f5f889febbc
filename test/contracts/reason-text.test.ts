import { describe, expect, it } from '@jest/globals';
import {
  causeText,
  list,
  reasonText,
  remedyBeside,
  remedyText,
  roleTitle,
  voidedText,
} from '../../src/contracts/reason-text';
import type { Reason, Remedy } from '../../src/domain/reason';
import { REASONS, SPOKEN_OF } from '../builders/every-reason';
import { REMEDIES } from '../builders/every-remedy';

const reasons = Object.values(REASONS).flat() as readonly (readonly [Reason, string])[];
const remedies = Object.values(REMEDIES).flat() as readonly (readonly [Remedy, string])[];

describe('a reason in words', () => {
  it.each(reasons)('%j', (reason, text) => {
    expect(reasonText(reason, SPOKEN_OF)).toBe(text);
  });

  it('is one plain sentence that names nobody', () => {
    const texts = reasons.map(([reason]) => reasonText(reason, SPOKEN_OF));
    expect(texts.filter((text) => !/^\S[^\n]*[^.]\.$/.test(text) || /account-|undefined|\[object/.test(text))).toEqual(
      [],
    );
  });
});

describe('a remedy in words', () => {
  it.each(remedies)('%j', (remedy, text) => {
    expect(remedyText(remedy, SPOKEN_OF)).toBe(text);
  });

  it('names nobody', () => {
    expect(remedies.filter(([remedy]) => remedyText(remedy, SPOKEN_OF).includes('account-'))).toEqual([]);
  });
});

describe('a remedy beside its reason', () => {
  const beside = (reason: Reason, remedy?: Remedy) => remedyBeside(reason, remedy, SPOKEN_OF);

  it('is left out where the reason says what to do', () => {
    expect(beside({ code: 'field-empty', field: 'outcome' }, { do: 'fill-field', field: 'outcome' })).toBeUndefined();
    const fields = ['incident', 'emergencyReason'];
    expect(beside({ code: 'one-of-fields', fields }, { do: 'fill-one-of', fields })).toBeUndefined();
    expect(beside({ code: 'field-empty', field: 'outcome' })).toBeUndefined();
  });

  it('is said where there is more to know', () => {
    expect(beside({ code: 'not-a-link', field: 'testEvidence' }, { do: 'fill-field', field: 'testEvidence' })).toBe(
      'Fill in Test evidence.',
    );
    expect(beside({ code: 'field-empty', field: 'outcome' }, { do: 'give-reason', field: 'deviationReason' })).toBe(
      'Or give the reason for going without it in Deviation reason; it goes on record.',
    );
    expect(beside({ code: 'field-empty', field: 'outcome' }, { do: 'fill-field', field: 'verification' })).toBe(
      'Fill in Verification.',
    );
  });
});

describe('the cause of something unknown', () => {
  it.each([
    ['no-such-field', 'there is no such field (Risk level).'],
    ['unreadable-value', 'its value has an unexpected form (Risk level).'],
    ['lookup-failed', 'Risk level.'],
    ['not-looked-up', 'it was not looked up.'],
  ] as const)('%s is said to be: %s', (code, text) => {
    expect(causeText({ code, detail: 'Risk level' })).toBe(text);
  });
});

describe('the words of a sentence', () => {
  it('list one, two and more things', () => {
    expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map((parts) => list(parts))).toEqual([
      '',
      'a',
      'a and b',
      'a, b and c',
    ]);
    expect(list(['a', 'b', 'c'], 'or')).toBe('a, b or c');
  });

  it('call a role that the policy no longer knows by its id', () => {
    expect([roleTitle(SPOKEN_OF, 'owner'), roleTitle(SPOKEN_OF, 'gone')]).toEqual(['Service Owner', 'gone']);
  });

  it('say what voided a vote, of whichever vote is spoken', () => {
    expect(voidedText(['summary'], 'this vote', SPOKEN_OF)).toBe('Summary was edited after this vote');
  });
});
