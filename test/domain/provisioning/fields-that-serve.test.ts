import { describe, expect, it } from '@jest/globals';
import { DEFAULT_FIELD_MAP, type FieldMap } from '../../../src/domain/change/field-map';
import { blueprintFor } from '../../../src/domain/provisioning/blueprint';
import type { FieldSpec } from '../../../src/domain/provisioning/field-spec';
import { isTitleTaken, mappedId, servingField } from '../../../src/domain/provisioning/find-field';
import { placedGuards } from '../../../src/domain/provisioning/place-guards';
import { planFor } from '../../../src/domain/provisioning/plan';
import { situationOf } from '../../../src/domain/provisioning/situation';
import type { FoundField } from '../../../src/domain/provisioning/survey';
import { NO_SETTINGS } from '../../../src/domain/settings';
import { genericPolicy } from '../../../src/policies/generic';
import { surveyOf } from '../../builders/surveys';

const SPEC: FieldSpec = {
  field: 'riskLevel',
  title: 'Risk level',
  form: 'choice',
  accepts: ['choice', 'labels'],
  options: ['Low', 'High'],
  suggestedOptions: [],
  serviceTitle: 'Change risk',
  own: false,
};

const found = (id: string, overrides: Partial<FoundField> = {}): FoundField => ({
  id,
  name: 'Risk level',
  description: '',
  form: 'choice',
  inProject: true,
  options: ['low', 'Medium', 'HIGH'],
  ...overrides,
});
const MADE: Partial<FoundField> = { description: 'Risk level of a change request, for Change Control.', options: null };

function serving(fields: readonly FoundField[], serviceProject = false, map: FieldMap = DEFAULT_FIELD_MAP) {
  const survey = surveyOf({ fields, project: { ...surveyOf().project, serviceProject } });
  return servingField(SPEC, survey, map);
}

const mapTo = (id: string): FieldMap => ({
  ...DEFAULT_FIELD_MAP,
  fields: { ...DEFAULT_FIELD_MAP.fields, riskLevel: { id } },
});

describe('the field that holds a part of a change', () => {
  it('is the one of the field map, whatever it is', () => {
    const odd = found('9', { name: 'Gut feeling', form: 'number', inProject: false });
    expect(serving([found('1', MADE), odd], false, mapTo('9'))).toEqual({
      id: '9',
      name: 'Gut feeling',
      madeByApp: false,
    });
    expect(serving([found('1', MADE), odd], false, mapTo('77'))?.id).toBe('1');
  });

  it('is the one that the app made before one of the same title, and that only if it is still of its form', () => {
    expect(serving([found('1'), found('2', MADE)])).toEqual({ id: '2', name: 'Risk level', madeByApp: true });
    expect(serving([found('1'), found('2', { ...MADE, form: 'line' })])?.id).toBe('1');
    expect(serving([found('2', { ...MADE, inProject: false })])?.id).toBe('2');
  });

  it("is Jira's own change field in a service project only", () => {
    const own = found('5', { name: 'change RISK ' });
    expect(serving([found('1'), found('2', MADE), own], true)?.id).toBe('5');
    expect(serving([found('1'), own], false)?.id).toBe('1');
    expect(serving([own], false)).toBeUndefined();
  });

  it.each<[string, Partial<FoundField>, boolean]>([
    ['has every option, in any case', {}, true],
    ['lacks an option', { options: ['Low'] }, false],
    ['was not looked into', { options: null }, false],
    ['is of labels, which take any', { form: 'labels', options: null }, true],
    ['holds nothing that a change could have', { form: null }, false],
    ['is of another form', { form: 'line' }, false],
    ['is not in the project', { inProject: false }, false],
    ['has another title', { name: 'Risk' }, false],
  ])('may be one of the same title that %s: %#', (_name, overrides, serves) => {
    expect(serving([found('1', overrides)])?.id).toBe(serves ? '1' : undefined);
  });

  it('is written with its id in the field map, or by name', () => {
    expect(mappedId('riskLevel', mapTo('9'))).toBe('9');
    expect([mappedId('riskLevel', DEFAULT_FIELD_MAP), mappedId('no-such-field', mapTo('9'))]).toEqual([
      undefined,
      undefined,
    ]);
  });
});

describe('the title of a field that the policy declares', () => {
  const own: FieldSpec = { ...SPEC, own: true };
  it.each<[string, FieldSpec, readonly FoundField[], boolean]>([
    ['taken by a field of another kind', own, [found('0', { name: 'Else' }), found('1', { form: 'line' })], true],
    ['held by one that serves', own, [found('1')], false],
    ['free', own, [found('1', { name: 'Else', form: 'line' })], false],
    ['none of its own', SPEC, [found('1', { form: 'line' })], false],
  ])('is %s', (_name, spec, fields, taken) => {
    expect(isTitleTaken(spec, surveyOf({ fields }))).toBe(taken);
  });

  it('is told of where it is taken, and the field is not made', () => {
    const policy = { ...genericPolicy, fields: [{ id: 'team', title: 'Team', kind: 'text' as const }] };
    const blueprint = blueprintFor(policy, NO_SETTINGS);
    const plan = (fields: readonly FoundField[]) =>
      planFor(situationOf(blueprint, surveyOf({ fields }), DEFAULT_FIELD_MAP, {}));
    expect(blueprint.fields.filter(({ own: declared }) => declared).map(({ field }) => field)).toEqual(['team']);
    const taken = plan([found('1', { name: 'team', form: 'number' })]);
    expect(taken.notes.at(-1)).toEqual({ code: 'title-taken', title: 'Team' });
    expect(taken.steps.map(({ key }) => key)).not.toContain('field:team');
    expect(plan([]).steps.map(({ key }) => key)).toContain('field:team');
  });

  it('is what Jira Service Management calls its change fields, of those that it has', () => {
    const titles = blueprintFor(undefined, NO_SETTINGS).fields.flatMap(({ field, serviceTitle }) =>
      serviceTitle === null ? [] : [[field, serviceTitle]],
    );
    expect(titles).toEqual([
      ['riskLevel', 'Change risk'],
      ['rollbackSteps', 'Backout plan'],
      ['plannedStart', 'Change start date'],
      ['plannedEnd', 'Change completion date'],
    ]);
  });
});

describe('a guard that speaks of what this Jira has not got', () => {
  it.each([
    ['a field that must be filled', { by: 'filled', fields: ['scope', 'tester'], message: '' }, ['field:scope']],
    [
      'the earlier of two times',
      { by: 'later', field: 'plannedEnd', than: 'plannedStart', message: '' },
      ['field:plannedEnd'],
    ],
    [
      'the later of two times',
      { by: 'later', field: 'plannedEnd', than: 'plannedStart', message: '' },
      ['field:plannedStart'],
    ],
    ['where a change comes from', { by: 'other-person', from: 'draft', to: 'assessment' }, ['status:assessment']],
    ['where it goes to', { by: 'other-person', from: 'draft', to: 'assessment' }, ['status:draft']],
  ] as const)('is left out: %s', (_name, guard, known) => {
    expect(placedGuards([guard], Object.fromEntries(known.map((part) => [part, '1'])))).toEqual([]);
  });
});
