import { describe, expect, it } from '@jest/globals';
import { DEFAULT_FIELD_MAP, type FieldMap } from '../../../src/domain/change/field-map';
import { STAGE_TITLES } from '../../../src/domain/change/jira-titles';
import { STAGES } from '../../../src/domain/change/lifecycle';
import { blueprintFor } from '../../../src/domain/provisioning/blueprint';
import { STAGE_CATEGORIES } from '../../../src/domain/provisioning/governed-workflow';
import { markOf, type MarkedPart } from '../../../src/domain/provisioning/marks';
import { planFor, progressIn } from '../../../src/domain/provisioning/plan';
import { situationOf, type Parts } from '../../../src/domain/provisioning/situation';
import type { Survey } from '../../../src/domain/provisioning/survey';
import { NO_SETTINGS } from '../../../src/domain/settings';
import { surveyOf } from '../../builders/surveys';

const BLUEPRINT = blueprintFor(undefined, NO_SETTINGS);

const marked = (part: MarkedPart, name: string) => [
  { id: `other-${part}`, name: 'Of another project', description: markOf('10099', part) },
  { id: part, name, description: `Mine. ${markOf('10000', part)}` },
];

/** A site on which everything was made before, and nobody wrote down what. */
const MADE: Partial<Survey> = {
  issueTypes: [
    { id: '6', name: 'Change Request', standard: false },
    { id: '7', name: ' change request ', standard: true },
  ],
  statuses: STAGES.map((stage) => ({
    id: `s-${stage}`,
    name: STAGE_TITLES[stage],
    description: '',
    category: STAGE_CATEGORIES[stage],
  })),
  screens: ['main', 'implement', 'complete', 'close', 'expedite'].flatMap((key) =>
    marked(`screen:${key}`, `My ${key}`),
  ),
  screenSchemes: marked('screen-scheme', 'My screens'),
  issueTypeScreenSchemes: marked('issue-type-screen-scheme', 'My type screens'),
  issueTypeSchemes: marked('issue-type-scheme', 'My types'),
  workflows: marked('workflow', 'My workflow'),
  workflowSchemes: marked('workflow-scheme', 'My workflows'),
};

const planOf = (overrides: Partial<Survey>, recorded: Parts = {}, map: FieldMap = DEFAULT_FIELD_MAP) =>
  planFor(situationOf(BLUEPRINT, surveyOf(overrides), map, recorded));

const line = (overrides: Partial<Survey>, key: string, recorded: Parts = {}, map: FieldMap = DEFAULT_FIELD_MAP) => {
  const step = planOf(overrides, recorded, map).steps.find((one) => one.key === key);
  return step === undefined ? undefined : [step.kind, step.name, step.state];
};

describe('a project that was set up before', () => {
  it.each([
    ['issue-type', 'issue-type', ' change request '],
    ['statuses', 'status', STAGES.map((stage) => STAGE_TITLES[stage]).join(', ')],
    ['screen:main', 'screen', 'My main'],
    ['screen:close', 'screen', 'My close'],
    ['screen-scheme', 'scheme', 'My screens'],
    ['issue-type-screen-scheme', 'scheme', 'My type screens'],
    ['issue-type-scheme', 'scheme', 'My types'],
    ['workflow', 'workflow', 'My workflow'],
    ['workflow-scheme', 'scheme', 'My workflows'],
  ])('has its %s, under the name that it has by now', (key, kind, name) => {
    expect(line(MADE, key)).toEqual([kind, name, 'there']);
  });

  it.each([
    ['assign:workflow-scheme', 'assignment', 'My workflows'],
    ['assign:issue-type-screen-scheme', 'assignment', 'My type screens'],
    ['assign:issue-type-scheme', 'assignment', 'My types'],
    ['fill:main', 'screen-fields', 'My main'],
    ['field:changeType', 'field', 'Change type'],
    ['options:changeType', 'options', 'Change type'],
    ['field-map', 'field-map', ''],
  ])('still has to do %s where nobody knows that it was done', (key, kind, name) => {
    expect(line(MADE, key)).toEqual([kind, name, 'to-do']);
  });

  it('leaves no scheme and needs no assignment while it has its own', () => {
    const { current, project } = surveyOf();
    const own: Partial<Survey> = {
      ...MADE,
      project: { ...project, issues: 5, changeRequests: 2 },
      current: {
        ...current,
        workflowScheme: { ...current.workflowScheme, id: 'workflow-scheme' },
        issueTypeScreenScheme: { ...current.issueTypeScreenScheme, id: 'issue-type-screen-scheme' },
        issueTypeScheme: { ...current.issueTypeScheme, id: 'issue-type-scheme' },
      },
    };
    const { notes, obstacles, steps } = planOf(own);
    expect({ notes, obstacles }).toEqual({ notes: [], obstacles: [] });
    expect(steps.filter(({ kind }) => kind === 'assignment').map(({ state }) => state)).toEqual([
      'there',
      'there',
      'there',
    ]);
  });
});

describe('what was written down', () => {
  it.each<[string, string]>([
    ['status:draft', 'statuses'],
    ['screen:main', 'screen:main'],
    ['screen-scheme', 'screen-scheme'],
    ['issue-type-screen-scheme', 'issue-type-screen-scheme'],
    ['issue-type-scheme', 'issue-type-scheme'],
    ['workflow', 'workflow'],
    ['workflow-scheme', 'workflow-scheme'],
  ])('of %s is forgotten when it is not there any more', (part, key) => {
    expect(line({}, key, { [part]: 'gone' })?.[2]).toBe('to-do');
  });

  it('of a status comes before the field map, and that before the name; another category is no stand-in', () => {
    const status = (id: string, name: string, category: 'TODO' | 'DONE' = 'TODO') => ({
      id,
      name,
      description: '',
      category,
    });
    const map: FieldMap = { ...DEFAULT_FIELD_MAP, stages: { ...DEFAULT_FIELD_MAP.stages, draft: { id: '22' } } };
    const statuses = [status('20', 'Draft'), status('21', 'One'), status('22', 'Two'), status('23', 'Three', 'DONE')];
    const draft = (recorded: Parts, from: FieldMap) =>
      situationOf(BLUEPRINT, surveyOf({ statuses }), from, recorded).parts['status:draft'];
    expect(draft({ 'status:draft': '21' }, map)).toBe('21');
    expect(draft({ 'status:draft': '23' }, map)).toBe('22');
    expect(draft({}, map)).toBe('22');
    expect(draft({}, DEFAULT_FIELD_MAP)).toBe('20');
    const named = { ...map, stages: { ...map.stages, draft: { name: 'TWO' } } };
    expect(draft({}, named)).toBe('22');
    expect(draft({}, { ...map, stages: { ...map.stages, draft: { id: '23' } } })).toBe('20');
  });

  it('of the issue type is what the field map says, where that is a standard type', () => {
    const issueTypes = [
      { id: '5', name: 'Change', standard: true },
      { id: '6', name: 'Sub-change', standard: false },
      { id: '7', name: 'Change Request', standard: true },
    ];
    const type = (mapped: FieldMap['issueType']) =>
      situationOf(BLUEPRINT, surveyOf({ issueTypes }), { ...DEFAULT_FIELD_MAP, issueType: mapped }, {}).parts[
        'issue-type'
      ];
    expect([type({ id: '5' }), type({ id: '6' }), type({ id: '99' })]).toEqual(['5', '7', '7']);
    expect([type({ name: 'CHANGE' }), type({ name: 'Sub-change' })]).toEqual(['5', undefined]);
  });

  it('of contents stands only for the very contents', () => {
    const recorded = { 'fill:main': 'of something else', 'options:changeType': 'of something else', stray: 'thing' };
    const situation = situationOf(BLUEPRINT, surveyOf(MADE), DEFAULT_FIELD_MAP, recorded);
    expect(situation.parts).toMatchObject({
      'fill:main': 'of something else',
      'options:changeType': 'of something else',
    });
    expect(situation.parts).not.toHaveProperty('stray');
    expect(Object.values(situation.parts)).not.toContain(undefined);
    expect(Object.keys(situation.parts)).not.toContain('field:scope');
    expect([line(MADE, 'fill:main', recorded)?.[2], line(MADE, 'options:changeType', recorded)?.[2]]).toEqual([
      'to-do',
      'to-do',
    ]);
  });
});

describe('what an administrator should know before agreeing', () => {
  it('is which schemes the project leaves, who else has them, and that it has issues', () => {
    const { project, current } = surveyOf();
    const used = { ...current, issueTypeScheme: { ...current.issueTypeScheme, others: 1 } };
    expect(planOf({ project: { ...project, issues: 12 }, current: used }).notes).toEqual([
      { code: 'leaves-scheme', of: 'workflows', name: 'Workflows', others: 2 },
      { code: 'leaves-scheme', of: 'screens', name: 'Screens', others: 0 },
      { code: 'leaves-scheme', of: 'issue-types', name: 'Types', others: 1 },
      { code: 'has-issues', count: 12 },
    ]);
    expect(planOf({}).notes.map(({ code }) => code)).not.toContain('has-issues');
  });

  it('is what stands in the way', () => {
    const { project, current } = surveyOf();
    const without = { ...current, issueTypeScheme: { ...current.issueTypeScheme, issueTypeIds: [] } };
    expect(planOf({ current: without }).obstacles).toEqual([{ code: 'no-issue-types' }]);
    expect(planOf({ project: { ...project, issues: 3, changeRequests: 3 }, current: without }).obstacles).toEqual([
      { code: 'change-requests-there', count: 3 },
      { code: 'no-issue-types' },
    ]);
    expect(planOf({}).obstacles).toEqual([]);
  });

  it('is how far the project has come', () => {
    const progress = (overrides: Partial<Survey>) =>
      progressIn(situationOf(BLUEPRINT, surveyOf(overrides), DEFAULT_FIELD_MAP, {}));
    // Of an empty project the field map says all that there is to say.
    expect(progress({})).toEqual({ done: 1, total: 65 });
    expect(progress(MADE)).toEqual({ done: 12, total: 65 });
  });
});
