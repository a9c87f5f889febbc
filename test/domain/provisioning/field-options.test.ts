import { describe, expect, it } from '@jest/globals';
import { FIELD_KINDS, type FieldKind } from '../../../src/domain/change/change-field';
import type { Policy } from '../../../src/domain/policy/policy';
import { optionsOf, suggestedOptionsOf } from '../../../src/domain/provisioning/field-options';
import { acceptedForms, formOf, hasOptions, type FieldForm } from '../../../src/domain/provisioning/field-spec';
import { genericPolicy } from '../../../src/policies/generic';

const policyWith = (overrides: Partial<Policy>): Policy => ({ ...genericPolicy, rules: [], terms: [], ...overrides });
const scored: Policy['risk'] = {
  how: 'scored',
  levels: ['Minor', 'Major'],
  combine: 'sum',
  dimensions: [{ field: 'reach', scores: { One: 1, Many: 2 } }],
  bands: [
    { from: 1, level: 'Minor' },
    { from: 2, level: 'Major' },
  ],
};
const USUAL_TYPES = ['Standard', 'Normal', 'Emergency'];
const STAGES_OF_SOFTWARE = ['Development', 'Test', 'Staging', 'Production'];
const minor = { id: 'Minor', description: '', emergency: false };
const naming = (field: string, values: readonly string[]): Partial<Policy> => ({
  terms: [{ id: 'named', means: { any: [{ not: { field, in: values } }, { field, filled: true }] } }],
});

describe('the options of a field', () => {
  it.each<[string, string, Partial<Policy>, readonly string[]]>([
    ['the usual change types', 'changeType', { changeTypes: [] }, USUAL_TYPES],
    [
      'the categories of the policy',
      'category',
      {
        categories: [
          { id: 'Data', description: '' },
          { id: 'Network', description: '' },
        ],
      },
      ['Data', 'Network'],
    ],
    [
      'the levels of the policy after the usual',
      'riskLevel',
      { risk: scored },
      ['Low', 'Medium', 'High', 'Minor', 'Major'],
    ],
    ['what a scored risk asks', 'reach', { risk: scored }, ['One', 'Many']],
    ['values that a condition names, wherever it stands', 'team', naming('team', ['Blue', 'Red']), ['Blue', 'Red']],
    ['all steps of a scale of which one is named', 'reversible', naming('reversible', ['Yes']), ['Yes', 'No']],
    ['nothing that only another field is compared with', 'team', naming('reversible', ['Yes']), []],
    [
      'one of two that differ in case',
      'environment',
      naming('environment', ['production', 'Test']),
      ['Production', 'Staging', 'Test'],
    ],
    ['all steps of the scale of risk', 'urgency', naming('urgency', ['Low', 'High']), ['Low', 'Medium', 'High']],
    ['all stages that software passes', 'target', naming('target', ['Test']), STAGES_OF_SOFTWARE],
    ['a change type that only the policy knows', 'changeType', { changeTypes: [minor] }, [...USUAL_TYPES, 'Minor']],
    ['nothing for a text', 'scope', {}, []],
    ['nothing for a field of no policy', 'constructor', {}, []],
  ])('are %s', (_name, field, overrides, expected) => {
    expect(optionsOf(field, policyWith(overrides))).toEqual(expected);
  });

  it('are the usual ones without a policy, and suggestions only for the category', () => {
    expect(optionsOf('environment', undefined)).toEqual(['Production', 'Staging']);
    expect(suggestedOptionsOf('category')).toHaveLength(6);
    expect(suggestedOptionsOf('environment')).toEqual([]);
    expect(suggestedOptionsOf('toString')).toEqual([]);
  });
});

describe('the form of a field', () => {
  it.each<[FieldKind, FieldForm, readonly FieldForm[]]>([
    ['text', 'paragraph', ['paragraph', 'line']],
    ['option', 'choice', ['choice']],
    ['options', 'choices', ['choices', 'labels']],
    ['number', 'number', ['number']],
    ['person', 'person', ['person']],
    ['instant', 'moment', ['moment']],
    ['link', 'link', ['link', 'line']],
    ['links', 'line', ['line', 'labels', 'link']],
  ])('of %s is %s, and fields of these forms serve: %j', (kind, form, accepted) => {
    expect(formOf('own-field', kind, [])).toBe(form);
    expect(acceptedForms(kind)).toEqual(accepted);
    expect(hasOptions(form)).toBe(form === 'choice' || form === 'choices');
  });

  it('differs where nobody knows the values, until a policy names them', () => {
    const forms = (field: 'services' | 'standardTemplate' | 'exceptionTo', named: readonly string[]) =>
      formOf(field, FIELD_KINDS[field], named);
    expect([forms('services', []), forms('services', ['Ledger'])]).toEqual(['labels', 'choices']);
    expect([forms('standardTemplate', []), forms('standardTemplate', ['Patch'])]).toEqual(['line', 'line']);
    expect(forms('exceptionTo', ['GEN-1'])).toBe('labels');
  });
});
