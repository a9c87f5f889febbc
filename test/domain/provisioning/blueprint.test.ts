import { describe, expect, it } from '@jest/globals';
import { DEFAULT_FIELD_MAP } from '../../../src/domain/change/field-map';
import type { ChangeField } from '../../../src/domain/change/change-field';
import { blueprintFor } from '../../../src/domain/provisioning/blueprint';
import { planFor } from '../../../src/domain/provisioning/plan';
import { situationOf } from '../../../src/domain/provisioning/situation';
import { NO_SETTINGS } from '../../../src/domain/settings';
import type { Policy } from '../../../src/domain/policy/policy';
import { genericPolicy } from '../../../src/policies/generic';
import { surveyOf } from '../../builders/surveys';

const specOf = (field: ChangeField, policy?: Policy) =>
  blueprintFor(policy, NO_SETTINGS).fields.find((spec) => spec.field === field);

describe('the fields of a project that is set up', () => {
  it('leave no list empty: each that has options offers some', () => {
    for (const policy of [undefined, genericPolicy]) {
      const situation = situationOf(blueprintFor(policy, NO_SETTINGS), surveyOf(), DEFAULT_FIELD_MAP, {});
      const filled = planFor(situation).steps.flatMap(({ key }) => (key.startsWith('options:') ? [key] : []));
      const lists = situation.blueprint.fields.filter(({ form }) => form === 'choice' || form === 'choices');
      expect(filled).toEqual(lists.map(({ field }) => `options:${field}`));
    }
  });

  it('suggest categories where the policy has none, which a field that is there need not offer', () => {
    expect(specOf('category', genericPolicy)).toMatchObject({
      options: [],
      suggestedOptions: ['Application', 'Data', 'Infrastructure', 'Network', 'Security', 'Other'],
    });
    const found = {
      id: 'customfield_1',
      name: 'Category',
      description: '',
      form: 'choice',
      inProject: true,
      options: [],
    } as const;
    const situation = situationOf(
      blueprintFor(genericPolicy, NO_SETTINGS),
      surveyOf({ fields: [found] }),
      DEFAULT_FIELD_MAP,
      {},
    );
    const steps = planFor(situation).steps.filter(({ key }) => key.endsWith(':category'));
    expect(steps.map(({ key, state }) => [key, state])).toEqual([['field:category', 'reused']]);
    const withCategories = { ...genericPolicy, categories: [{ id: 'Tools', description: 'What we work with' }] };
    expect(specOf('category', withCategories)).toMatchObject({ options: ['Tools'], suggestedOptions: [] });
  });

  it('take any name for a service, until a policy names services itself', () => {
    expect(specOf('services')).toMatchObject({ form: 'labels', options: [] });
    const freeze = {
      id: 'year-end',
      title: 'Year end',
      kind: 'freeze',
      strength: 'hard',
      interval: { from: '2026-12-20T00:00:00.000Z', until: '2027-01-04T00:00:00.000Z' },
      scope: { services: ['Warehouse API'] },
    } as const;
    const named = { ...genericPolicy, calendar: { windows: [freeze] } };
    expect(specOf('services', named)).toMatchObject({ form: 'choices', options: ['Warehouse API'] });
  });
});
