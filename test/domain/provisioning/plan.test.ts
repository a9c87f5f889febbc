import { describe, expect, it } from '@jest/globals';
import { DEFAULT_FIELD_MAP } from '../../../src/domain/change/field-map';
import { blueprintFor } from '../../../src/domain/provisioning/blueprint';
import { fieldDescription, freeName, markOf } from '../../../src/domain/provisioning/marks';
import { nextStep, planFor } from '../../../src/domain/provisioning/plan';
import { situationOf, type Parts } from '../../../src/domain/provisioning/situation';
import type { FoundField, Survey } from '../../../src/domain/provisioning/survey';
import { NO_SETTINGS } from '../../../src/domain/settings';
import { genericPolicy } from '../../../src/policies/generic';
import { surveyOf } from '../../builders/surveys';

const BLUEPRINT = blueprintFor(genericPolicy, NO_SETTINGS);

const situation = (overrides: Partial<Survey> = {}, recorded: Parts = {}) =>
  situationOf(BLUEPRINT, surveyOf(overrides), DEFAULT_FIELD_MAP, recorded);

const field = (overrides: Partial<FoundField>): FoundField => ({
  id: 'customfield_1',
  name: 'Risk level',
  description: '',
  form: 'choice',
  inProject: true,
  options: ['low', 'Medium', 'High'],
  ...overrides,
});

const stateOf = (overrides: Partial<Survey>, key: string, recorded: Parts = {}) =>
  planFor(situation(overrides, recorded)).steps.find((step) => step.key === key)?.state;

describe('the plan for a project', () => {
  it('begins with the issue type, and assigns workflows before screens before issue types', () => {
    expect(nextStep(situation())).toMatchObject({ key: 'issue-type', work: { do: 'make-issue-type' } });
    expect(
      planFor(situation())
        .steps.map(({ key }) => key)
        .slice(-4),
    ).toEqual(['field-map', 'assign:workflow-scheme', 'assign:issue-type-screen-scheme', 'assign:issue-type-scheme']);
  });

  it.each<[string, Partial<FoundField>, 'reused' | 'to-do' | 'there']>([
    ['every option is used as it is', {}, 'reused'],
    ['an option missing is left alone', { options: ['Low'] }, 'to-do'],
    ['another kind of value is left alone', { form: 'paragraph' }, 'to-do'],
    ['no place in the project is left alone', { inProject: false }, 'to-do'],
    [
      'the mark of the app is filled up',
      { description: fieldDescription({ title: 'Risk level' }), options: null },
      'there',
    ],
  ])('says that a field with %s', (_name, overrides, state) => {
    expect(stateOf({ fields: [field(overrides)] }, 'field:riskLevel')).toBe(state);
  });

  it.each([
    ['in the same category is used', 'TODO', 'Assessment, Approved'],
    ['in another category gets a namesake', 'DONE', 'Draft (change control), Assessment'],
  ] as const)('says that a status of the same name %s', (_name, category, beginning) => {
    const statuses = [{ id: '7', name: 'draft', description: 'Mine', category }];
    const step = planFor(situation({ statuses })).steps.find(({ key }) => key === 'statuses');
    expect(step?.name.startsWith(beginning)).toBe(true);
  });

  it('finds what was made by its mark when nobody wrote the id down, and by the id when the mark is gone', () => {
    const screen = { id: '55', name: 'Anything' };
    const marked = { ...screen, description: markOf('10000', 'screen:main') };
    expect(stateOf({ screens: [marked] }, 'screen:main')).toBe('there');
    expect(stateOf({ screens: [{ ...screen, description: '' }] }, 'screen:main')).toBe('to-do');
    expect(stateOf({ screens: [{ ...screen, description: '' }] }, 'screen:main', { 'screen:main': '55' })).toBe(
      'there',
    );
    expect(stateOf({ screens: [] }, 'screen:main', { 'screen:main': '55' })).toBe('to-do');
    expect(stateOf({ screens: [{ ...screen, description: markOf('1000', 'screen:main') }] }, 'screen:main')).toBe(
      'to-do',
    );
  });

  it('tells how many other projects keep the scheme that this one leaves', () => {
    expect(planFor(situation()).notes[0]).toEqual({
      code: 'leaves-scheme',
      of: 'workflows',
      name: 'Workflows',
      others: 2,
    });
  });

  it.each([
    [false, [{ code: 'not-in-project', title: 'Risk level', name: 'Change risk' }]],
    [true, []],
  ])('tells of a field in the field map that does not apply to the project, unless it does: %j', (inProject, told) => {
    const map = { ...DEFAULT_FIELD_MAP, fields: { ...DEFAULT_FIELD_MAP.fields, riskLevel: { id: 'customfield_1' } } };
    const survey = surveyOf({ fields: [field({ name: 'Change risk', inProject })] });
    const { notes } = planFor(situationOf(BLUEPRINT, survey, map, {}));
    expect(notes.filter(({ code }) => code === 'not-in-project')).toEqual(told);
  });

  it.each<[string, Partial<Survey['project']>, readonly string[]]>([
    ['a team-managed project', { companyManaged: false }, ['team-managed']],
    ['change requests of another making', { issues: 3, changeRequests: 3 }, ['change-requests-there']],
    ['other issues only', { issues: 3 }, []],
  ])('knows what stands in the way: %s', (_name, overrides, codes) => {
    const project = { ...surveyOf().project, ...overrides };
    expect(planFor(situation({ project })).obstacles.map(({ code }) => code)).toEqual(codes);
  });

  it.each<[string, readonly string[], readonly string[]]>([
    ['in statuses of its own workflow only', ['101', '102'], []],
    ['also in others', ['101', '7'], ['change-requests-there']],
  ])('takes a project back that was given another workflow, with its change requests %s', (_name, statuses, codes) => {
    const { current, project } = surveyOf();
    const recorded = { 'workflow-scheme': '31', 'status:draft': '101', 'status:approved': '102' };
    const lost: Partial<Survey> = {
      project: { ...project, issues: 3, changeRequests: 3 },
      issueTypes: [{ id: '9', name: 'Change Request', standard: true }],
      statuses: [
        { id: '101', name: 'Draft', description: '', category: 'TODO' },
        { id: '102', name: 'Approved', description: '', category: 'IN_PROGRESS' },
        { id: '7', name: 'Checking', description: '', category: 'IN_PROGRESS' },
      ],
      workflowSchemes: [{ id: '31', name: 'OPS: Workflows with change control', description: '' }],
      current: { ...current, statusesOfType: { '9': statuses } },
    };
    expect(planFor(situation(lost, recorded)).obstacles.map(({ code }) => code)).toEqual(codes);
    expect(planFor(situation(lost)).obstacles.map(({ code }) => code)).toEqual(['change-requests-there']);
  });

  it('gives every option of the policy to a field, and all steps of a scale of which the policy names one', () => {
    const optionsOf = (id: string) => BLUEPRINT.fields.find((spec) => spec.field === id)?.options;
    expect(optionsOf('changeType')).toEqual(['Standard', 'Normal', 'Emergency']);
    expect(optionsOf('riskLevel')).toEqual(['Low', 'Medium', 'High']);
  });

  it('never guards a way out', () => {
    expect(BLUEPRINT.transitions.filter(({ gate }) => gate === null).flatMap(({ guards }) => guards)).toEqual([]);
    expect(
      BLUEPRINT.transitions
        .filter(({ gate }) => gate !== null)
        .map(({ guards }) => guards.filter(({ by }) => by === 'gate').length),
    ).toEqual(Array.from({ length: 6 }, () => 1));
  });

  it.each([
    [[], 'Draft'],
    [['DRAFT'], 'Draft (change control)'],
    [['Draft', 'Draft (change control)'], 'Draft (change control 2)'],
  ])('gives a name that nothing else has: %j', (taken, name) => {
    expect(
      freeName(
        'Draft',
        taken.map((one) => ({ name: one })),
      ),
    ).toBe(name);
  });
});
