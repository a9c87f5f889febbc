import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { DEFAULT_FIELD_MAP, storedFieldMap } from '../../src/contracts/field-map';
import { storedApprovalSheet } from '../../src/contracts/stored/approval-sheet';
import { storedChangeRecord } from '../../src/contracts/stored/change-record';
import { policyDocument } from '../../src/contracts/policy-document';
import { storedPolicyInForce } from '../../src/contracts/stored/policy-in-force';
import { storedLedgerEntry } from '../../src/contracts/stored/ledger-entry';
import { readStored, writeStored, type StoredContract } from '../../src/contracts/stored/stored-document';
import { unknown } from '../../src/domain/change/change-facts';
import type { Finding, RuleResult } from '../../src/domain/policy/evaluation';
import { evaluatePolicy } from '../../src/domain/policy/evaluate-policy';
import { drawUpRecord } from '../../src/domain/record/change-record';
import { PRESETS } from '../../src/policies/presets';
import { genericPolicy } from '../../src/policies/generic';
import { changeFacts, type FactsOverrides } from '../builders/change-facts';
import { ledgerOf } from '../builders/entries';
import { everythingPolicy } from '../builders/everything-policy';
import { REASONS } from '../builders/every-reason';
import { REMEDIES } from '../builders/every-remedy';
import { approvalRule, inForce, policyWith } from '../builders/policies';
import { recordOf } from '../builders/records';
import { minute, sheetOf, voteOn, withVotes } from '../builders/votes';

/** The third form of a document: first it had one name, then several, then also a number. */
const third: StoredContract<{ names: string[]; count: number }> = {
  schemaVersion: 3,
  document: z.strictObject({ names: z.array(z.string()), count: z.number() }),
  upgrades: {
    1: (document) => ({ names: [z.object({ name: z.string() }).parse(document).name] }),
    2: (document) => {
      const { names } = z.object({ names: z.array(z.string()) }).parse(document);
      return { names, count: names.length };
    },
  },
};
const stored = (schemaVersion: number, document: unknown) => JSON.stringify({ schemaVersion, document });

describe('a stored document', () => {
  it('is read in the form in which it was written', () => {
    const text = writeStored(third, { names: ['b', 'a'], count: 2 });
    expect(text).toBe('{"document":{"count":2,"names":["b","a"]},"schemaVersion":3}');
    expect(readStored(third, text)).toEqual({ readable: true, value: { names: ['b', 'a'], count: 2 } });
  });

  it('of an older form is brought up step by step', () => {
    expect(readStored(third, stored(1, { name: 'a' }))).toEqual({ readable: true, value: { names: ['a'], count: 1 } });
    expect(readStored(third, stored(2, { names: ['a', 'b'] }))).toMatchObject({ value: { count: 2 } });
  });

  it.each([
    ['a newer form', stored(4, {})],
    ['a form before the first', stored(0, {})],
    ['no form at all', '{"names":[],"count":0}'],
    ['nothing', ''],
  ])('with %s is not read', (_what, text) => {
    expect(readStored(third, text)).toMatchObject({ readable: false });
  });
});

describe('what the domain makes', () => {
  const evaluated = (overrides: FactsOverrides, gate: 'authorize' | 'close' | 'submit') => {
    const facts = changeFacts(overrides);
    return recordOf(facts, { evaluation: evaluatePolicy(genericPolicy, facts, gate, '2026-03-02T10:00:00.000Z') });
  };
  const round = <T>(contract: StoredContract<T>, value: T) => readStored(contract, writeStored(contract, value));

  it.each([
    ['a plain change', evaluated({}, 'authorize')],
    ['an empty change', evaluated({ fields: { changeType: null, description: null } }, 'submit')],
    ['an emergency', evaluated({ fields: { changeType: 'Emergency' } }, 'close')],
    ['a standard change', evaluated({ fields: { changeType: 'Standard', standardTemplate: 'x' } }, 'submit')],
    [
      'a change of which nothing is known',
      evaluated(
        {
          stage: unknown('unreadable-value', 'x'),
          requesters: unknown('lookup-failed', 'x'),
          votes: unknown('lookup-failed', 'x'),
          fields: { changeType: unknown('no-such-field', 'Change type'), summary: unknown('unreadable-value', 'x') },
        },
        'authorize',
      ),
    ],
    [
      'a change with votes',
      evaluated(
        {
          votes: [
            voteOn(changeFacts(), genericPolicy, { roles: ['cto'], decision: 'decline', comment: 'No.' }),
            voteOn(changeFacts({ fields: { summary: 'Old' } }), genericPolicy, { by: 'b', roles: ['security-lead'] }),
          ],
        },
        'authorize',
      ),
    ],
  ])('is read back as it was: the record of %s', (_what, record) => {
    const whole = { seq: 1, hash: 'a'.repeat(64), record };
    expect(round(storedChangeRecord, whole)).toEqual({ readable: true, value: whole });
  });

  it('is read back as it was: every reason and every remedy', () => {
    const findings = Object.values(REASONS)
      .flat()
      .map(([reason]): Finding => ({ met: 'no', reason }));
    const remedied = Object.values(REMEDIES)
      .flat()
      .map(([remedy]): Finding => ({ met: 'unknown', reason: { code: 'all-of' }, remedy }));
    const nested: Finding = { met: 'yes', reason: { code: 'any-of' }, parts: findings };
    const rule: RuleResult = {
      ruleId: 'all',
      clauses: [],
      strength: 'warn',
      status: 'excepted',
      findings: [nested, ...remedied],
    };
    const decided = evaluatePolicy(genericPolicy, changeFacts(), 'authorize', '2026-03-02T10:00:00.000Z');
    const evaluation = { ...decided, rules: [rule] };
    const record = { seq: 1, hash: 'a'.repeat(64), record: recordOf(changeFacts(), { evaluation }) };
    expect(round(storedChangeRecord, record)).toEqual({ readable: true, value: record });
  });

  it('is read back as it was: a record with the fields of its policy, and with votes for others', () => {
    const fields = { blastRadius: 'Large', incident: ['INC-1', 'INC-2'], services: unknown('lookup-failed', 'x') };
    const facts = withVotes(changeFacts({ fields }), everythingPolicy, [
      { account: 'app', delegated: [{ role: 'board', of: 'account-board', since: minute(0), until: minute(9) }] },
      { account: 'unknown' },
    ]);
    const closing = { stage: 'closed', at: minute(60), by: null } as const;
    const history = { createdAt: minute(0), moves: [] };
    const policy = { policy: everythingPolicy, hash: 'b'.repeat(64) };
    const record = drawUpRecord({ facts, history, closing, policy, evaluation: null });
    const whole = { seq: 1, hash: 'a'.repeat(64), record };
    expect(record.fields).toMatchObject({
      blastRadius: 'Large',
      incident: ['INC-1', 'INC-2'],
      services: { unknown: 'x' },
    });
    expect(record.policy?.fields).toEqual({ blastRadius: 'Blast radius' });
    expect(round(storedChangeRecord, whole)).toEqual({ readable: true, value: whole });
  });

  it.each([everythingPolicy, ...PRESETS].map((policy) => [policy.id, policy] as const))(
    'is read back as it was: %s in force',
    (_id, policy) => {
      const standing = inForce(policy);
      expect(round(storedPolicyInForce, standing)).toEqual({ readable: true, value: standing });
    },
  );

  it('is not read back: a policy under the hash of another one', () => {
    const text = writeStored(storedPolicyInForce, inForce(policyWith(), { hash: 'a'.repeat(64) }));
    expect(readStored(storedPolicyInForce, text)).toEqual({
      readable: false,
      problem: 'hash: The policy is not the one that was put in force.',
    });
  });

  it('is read back although a newer app would not put it in force: what was in force stays readable', () => {
    const standing = inForce(policyWith([approvalRule({ requirement: { role: 'nobody' } })]));
    expect(policyDocument.safeParse(standing.policy).success).toBe(false);
    expect(round(storedPolicyInForce, standing)).toEqual({ readable: true, value: standing });
  });

  it('is read back as it was: votes, entries and the field map', () => {
    const voted = withVotes(changeFacts(), genericPolicy, [{}, { decision: 'withdraw' }]);
    const sheet = sheetOf('10001', voted.votes.state === 'known' ? voted.votes.value : []);
    expect(round(storedApprovalSheet, sheet)).toEqual({ readable: true, value: sheet });
    for (const entry of ledgerOf(3)) expect(round(storedLedgerEntry, entry)).toEqual({ readable: true, value: entry });
    expect(round(storedFieldMap, DEFAULT_FIELD_MAP)).toEqual({ readable: true, value: DEFAULT_FIELD_MAP });
  });
});
