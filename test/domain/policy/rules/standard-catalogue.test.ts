import { describe, expect, it } from '@jest/globals';
import type { StandardChange } from '../../../../src/domain/policy/policy';
import { standardCatalogue } from '../../../../src/domain/policy/rules/standard-catalogue';
import { unread, type FieldOverrides } from '../../../builders/change-facts';
import { AT_AUTHORIZE } from '../../../builders/policies';
import { ruleContext } from '../../../builders/rule-context';

const PATCH: StandardChange = { id: 'patch', title: 'Monthly patch', preApprovedBy: 'security' };
const ADD_USER: StandardChange = { id: 'add-user', title: 'Add a user', preApprovedBy: null };
const RESTART: StandardChange = {
  ...{ id: 'restart', title: 'Restart a service', preApprovedBy: 'owner' },
  when: { field: 'riskLevel', in: ['Low'] },
};

function find(
  fields: FieldOverrides,
  standardChanges: readonly StandardChange[] = [PATCH, ADD_USER],
  instant = '2026-03-02T09:00:00.000Z',
) {
  const rule = { ...AT_AUTHORIZE, id: 'catalogue', kind: 'standard-catalogue' } as const;
  return standardCatalogue.evaluate(rule, ruleContext({ policy: { standardChanges }, facts: { fields }, instant }));
}

const choose = (...entries: string[]) => ({ do: 'choose-catalogue-entry', entries });

const inCatalogue = (entry: string) => ({ met: 'yes', reason: { code: 'in-catalogue', entry } });

describe('the catalogue of standard changes', () => {
  it.each(['patch', 'Monthly patch', ' MONTHLY PATCH ', 'Patch'])('finds the entry named %j', (standardTemplate) => {
    expect(find({ standardTemplate })).toEqual([inCatalogue('Monthly patch')]);
  });

  it.each(['Monthly', 'patch, add-user', '', null])('finds no entry named %j and offers those there are', (entry) => {
    expect(find({ standardTemplate: entry })).toEqual([
      {
        met: 'no',
        reason: { code: 'not-in-catalogue', entry, entries: ['Monthly patch', 'Add a user'] },
        remedy: choose('Monthly patch', 'Add a user'),
      },
    ]);
  });

  it('is not known to have the entry where the field could not be read', () => {
    const field = unread('Standard change template');
    expect(find({ standardTemplate: field })).toEqual([
      {
        met: 'unknown',
        reason: { code: 'field-unknown', field: 'standardTemplate', cause: field.cause },
        remedy: { do: 'mend-lookup', cause: field.cause },
      },
    ]);
  });
});

describe('an entry of the catalogue that ends', () => {
  const entries = [{ ...PATCH, until: '2026-03-31' }, ADD_USER];

  it.each(['2026-03-02T09:00:00.000Z', '2026-03-31T00:00:00.000Z', '2026-03-31T23:59:59.999Z'])(
    'may be used at %s, on its last day (in UTC) included',
    (instant) => {
      expect(find({ standardTemplate: 'patch' }, entries, instant)).toEqual([inCatalogue('Monthly patch')]);
    },
  );

  it.each(['2026-04-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z'])('is over at %s, and is not offered', (instant) => {
    expect(find({ standardTemplate: 'patch' }, entries, instant)).toEqual([
      {
        met: 'no',
        reason: { code: 'catalogue-entry-expired', entry: 'Monthly patch', until: '2026-03-31' },
        remedy: choose('Add a user'),
      },
    ]);
    expect(find({ standardTemplate: 'whim' }, entries, instant)[0]?.remedy).toEqual(choose('Add a user'));
  });
});

describe('an entry of the catalogue for certain changes', () => {
  const entries = [PATCH, RESTART];

  it('is used by a change that fits', () => {
    expect(find({ standardTemplate: 'restart', riskLevel: 'Low' }, entries)).toEqual([
      inCatalogue('Restart a service'),
    ]);
  });

  it('is refused to another, to which it is not offered', () => {
    expect(find({ standardTemplate: 'restart', riskLevel: 'High' }, entries)).toEqual([
      {
        met: 'no',
        reason: { code: 'catalogue-entry-not-fitting', entry: 'Restart a service' },
        remedy: choose('Monthly patch'),
      },
    ]);
  });

  it('is not known to fit where that could not be read, and says what could not', () => {
    const riskLevel = unread('Risk level');
    const { cause } = riskLevel;
    expect(find({ standardTemplate: 'restart', riskLevel }, entries)).toEqual([
      {
        met: 'unknown',
        reason: { code: 'condition-unknown', ruleId: 'catalogue' },
        parts: [
          {
            met: 'unknown',
            reason: { code: 'field-unknown', field: 'riskLevel', cause },
            remedy: { do: 'mend-lookup', cause },
          },
        ],
      },
    ]);
  });

  it('is offered where it may fit', () => {
    expect(find({ standardTemplate: null, riskLevel: unread('Risk level') }, entries)[0]?.remedy).toEqual(
      choose('Monthly patch', 'Restart a service'),
    );
  });

  it('is over before it is not fitting', () => {
    const over = [{ ...RESTART, until: '2026-03-01' }];
    expect(find({ standardTemplate: 'restart', riskLevel: 'High' }, over)[0]?.reason).toEqual({
      code: 'catalogue-entry-expired',
      entry: 'Restart a service',
      until: '2026-03-01',
    });
  });
});
