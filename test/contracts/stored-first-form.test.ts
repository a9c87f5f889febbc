import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { FIELD_TITLES } from '../../src/contracts/field-titles';
import { DEFAULT_FIELD_MAP, storedFieldMap } from '../../src/contracts/field-map';
import { storedApprovalSheet } from '../../src/contracts/stored/approval-sheet';
import { storedChangeRecord } from '../../src/contracts/stored/change-record';
import { storedPolicyInForce } from '../../src/contracts/stored/policy-in-force';
import { readStored, writeStored, type StoredContract } from '../../src/contracts/stored/stored-document';
import { digestOf } from '../../src/domain/canonical';
import { evaluatePolicy } from '../../src/domain/policy/evaluate-policy';
import { policyHash } from '../../src/domain/policy/policy-in-force';
import { changeFacts, MATERIAL } from '../builders/change-facts';
import { planOf } from '../../src/domain/change/plan-fingerprint';

/** Texts as the first version of the app stored them. */
const FIRST = join(import.meta.dirname, '../fixtures/stored-v1');
const textOf = (name: string) => readFileSync(join(FIRST, `${name}.json`), 'utf8');

const policyJson = z.looseObject({
  clauses: z.unknown(),
  changeTypes: z.unknown(),
  roles: z.unknown(),
  standardChanges: z.unknown(),
  materialFields: z.unknown(),
  rules: z.unknown(),
});
const recordJson = z.looseObject({
  votes: z.array(z.object({ vote: z.looseObject({}), weight: z.string() })),
  policy: z.looseObject({}),
  evaluation: z.looseObject({}),
});
const inForceJson = z.looseObject({ policy: policyJson, hash: z.string() });

/** What a stored text holds, as far as the test looks into it. */
function documentIn<T>(contract: z.ZodType<T>, text: string): T {
  return z.object({ schemaVersion: z.number(), document: contract }).parse(JSON.parse(text)).document;
}

function read<T>(contract: StoredContract<T>, text: string): T {
  const reading = readStored(contract, text);
  if (!reading.readable) throw new Error(reading.problem);
  return reading.value;
}

describe('the policy in force, of the first form', () => {
  const stored = textOf('policy-in-force');

  it('is read in the second one, in force since the same moment, under a hash of its own', () => {
    const { policy, hash, since, revision } = read(storedPolicyInForce, stored);
    expect({ hash, since, revision }).toEqual({
      hash: policyHash(policy),
      since: '2026-01-01T00:00:00.000Z',
      revision: 1,
    });
    expect(hash).not.toBe(documentIn(inForceJson, stored).hash);
  });

  it('says what it said before, and of everything else that there is none', () => {
    const { policy } = read(storedPolicyInForce, stored);
    const { rules, clauses, changeTypes, roles, standardChanges, materialFields, ...rest } = policy;
    const before = documentIn(inForceJson, stored).policy;
    expect({ clauses, changeTypes, roles, standardChanges, materialFields }).toEqual({
      clauses: before.clauses,
      changeTypes: before.changeTypes,
      roles: before.roles,
      standardChanges: before.standardChanges,
      materialFields: before.materialFields,
    });
    expect(rules).toEqual(before.rules);
    expect(rest).toEqual({
      schemaVersion: 2,
      id: 'GEN',
      title: 'Generic change management policy',
      version: '1.0',
      about: {},
      categories: [],
      risk: { how: 'asked', levels: [] },
      fields: [],
      terms: [],
      scope: {},
      emergencies: { mode: 'implement-first', bypasses: [], tell: [] },
      exceptions: 'none',
      delegation: 'none',
      calendar: { windows: [] },
      records: { retentionMonths: null, legalHold: false, notifications: [] },
      clocks: [],
      questions: [],
      answers: {},
    });
  });

  it('can be stored again, and is then of the second form', () => {
    const upgraded = read(storedPolicyInForce, stored);
    const again = writeStored(storedPolicyInForce, upgraded);
    expect(again).toMatch(/"schemaVersion":2\}$/);
    expect(read(storedPolicyInForce, again)).toEqual(upgraded);
  });

  it('decides as it did', () => {
    const { policy } = read(storedPolicyInForce, stored);
    const facts = changeFacts({ fields: { rollbackSteps: null } });
    const { verdict, rules } = evaluatePolicy(policy, facts, 'submit', '2026-03-02T09:00:00.000Z');
    expect([verdict, rules.filter(({ status }) => status === 'unmet').map(({ ruleId }) => ruleId)]).toEqual([
      'block',
      ['rollback-plan'],
    ]);
  });

  it('names its owner and its source, keeps requesters from approving, and knows no emergencies where it knew none', () => {
    const policy = {
      ...documentIn(inForceJson, stored).policy,
      owner: 'Operations',
      source: 'policy.txt',
      changeTypes: [{ id: 'Normal', description: '', emergency: false }],
      rules: [{ id: 'own', kind: 'requester-is-not-approver', clauses: [], gates: ['close'], strength: 'block' }],
    };
    const document = { ...documentIn(inForceJson, stored), policy, hash: digestOf(policy) };
    const upgraded = read(storedPolicyInForce, JSON.stringify({ schemaVersion: 1, document })).policy;
    expect([upgraded.about, upgraded.emergencies.mode, upgraded.rules]).toEqual([
      { owner: 'Operations', source: 'policy.txt' },
      'not-allowed',
      [
        {
          id: 'own',
          kind: 'separate-duties',
          pairs: [['requester', 'approver']],
          clauses: [],
          gates: ['close'],
          strength: 'block',
        },
      ],
    ]);
  });

  it('is not read when it is not the one that was put in force', () => {
    const text = stored.replace('"title":"Generic change management policy"', '"title":"Generous policy"');
    expect(readStored(storedPolicyInForce, text)).toEqual({
      readable: false,
      problem: 'hash: The policy is not the one that was put in force.',
    });
  });

  it('is not read when it is no policy', () => {
    expect(readStored(storedPolicyInForce, stored.replace('"materialFields"', '"material"'))).toMatchObject({
      readable: false,
    });
  });
});

describe('votes of the first form', () => {
  const sheet = read(storedApprovalSheet, textOf('approval-sheet'));

  it('were cast by people, in their own right', () => {
    expect(sheet.votes.map(({ by, account, delegated }) => ({ by, account, delegated }))).toEqual(
      ['account-owner', 'account-requester', 'account-board'].map((by) => ({ by, account: 'human', delegated: [] })),
    );
    expect(sheet).toMatchObject({ changeId: '10001', revision: 3, votes: [{}, {}, { comment: 'Not on a Friday.' }] });
  });

  it('still stand on the plan that they were cast on', () => {
    const { fingerprint } = planOf(changeFacts(), MATERIAL);
    expect(sheet.votes.map((vote) => vote.fingerprint)).toEqual([fingerprint, fingerprint, fingerprint]);
  });

  it('are not read when they are none', () => {
    expect(readStored(storedApprovalSheet, '{"schemaVersion":1,"document":{"votes":[3]}}')).toMatchObject({
      readable: false,
    });
    expect(readStored(storedApprovalSheet, '{"schemaVersion":1,"document":{}}')).toMatchObject({ readable: false });
  });
});

describe('a record of the first form', () => {
  const text = textOf('change-record');
  const { record, seq } = read(storedChangeRecord, text);
  const before = documentIn(z.object({ record: recordJson }), text).record;

  it('is read with everything that it held', () => {
    const { votes, policy, evaluation, ...rest } = record;
    const { votes: votesBefore, policy: policyBefore, evaluation: evaluationBefore, ...restBefore } = before;
    expect([seq, rest]).toEqual([7, restBefore]);
    expect(policy).toEqual({ ...policyBefore, fields: {} });
    expect(votes).toEqual(
      votesBefore.map(({ vote, weight }) => ({
        vote: { ...vote, account: 'human', delegated: [] },
        weight,
      })),
    );
    expect({ ...evaluation, rules: [] }).toEqual({ ...evaluationBefore, rules: [] });
  });

  it('speaks of the separation of duties as records do now', () => {
    const found = (json: string) =>
      read(storedChangeRecord, json).record.evaluation?.rules.find(({ ruleId }) => ruleId === 'separation')?.findings;
    const ignored = '{"by":"account-requester","code":"requester-vote-ignored"}';
    expect(text).toContain(ignored);
    expect(found(text)).toEqual([
      { met: 'yes', reason: { code: 'vote-left-out', by: 'account-requester', duty: 'requester' } },
    ]);
    expect(found(text.replace(ignored, '{"code":"requester-did-not-vote"}'))).toEqual([
      { met: 'yes', reason: { code: 'duties-separate', duties: ['requester', 'approver'] } },
    ]);
    const part = `{"met":"yes","reason":${ignored}}`;
    expect(found(text.replace(part, `{"met":"yes","parts":[${part}],"reason":{"code":"all-of"}}`))).toEqual([
      {
        met: 'yes',
        reason: { code: 'all-of' },
        parts: [{ met: 'yes', reason: { code: 'vote-left-out', by: 'account-requester', duty: 'requester' } }],
      },
    ]);
  });

  it('without a policy, a decision or readable votes is read as well', () => {
    const document = documentIn(z.looseObject({}), text);
    const bare = { ...before, policy: null, evaluation: null, votes: { unknown: 'Jira did not answer' } };
    const stored = JSON.stringify({ schemaVersion: 1, document: { ...document, record: bare } });
    expect(read(storedChangeRecord, stored).record).toEqual(bare);
  });

  it('is not read when it is none', () => {
    expect(readStored(storedChangeRecord, '{"schemaVersion":1,"document":{"record":{}}}')).toMatchObject({
      readable: false,
    });
  });
});

describe('a field map of the first form', () => {
  it('keeps what it says, and finds the fields that are new by their usual names', () => {
    const text = textOf('field-map').replace('{"name":"Rollback steps"}', '{"id":"customfield_10042"}');
    const { fields, ...rest } = read(storedFieldMap, text);
    expect(rest).toEqual({ issueType: DEFAULT_FIELD_MAP.issueType, stages: DEFAULT_FIELD_MAP.stages });
    expect(fields).toEqual({ ...DEFAULT_FIELD_MAP.fields, rollbackSteps: { id: 'customfield_10042' } });
    expect([fields.tags, fields.codeReview]).toEqual([{ id: 'labels' }, { name: FIELD_TITLES.codeReview }]);
  });

  it('is not read when it is none', () => {
    expect(readStored(storedFieldMap, '{"schemaVersion":1,"document":[]}')).toMatchObject({ readable: false });
  });
});
