import { beforeAll, describe, expect, it } from '@jest/globals';
import { DEFAULT_FIELD_MAP } from '../../../src/domain/change/field-map';
import { blueprintFor } from '../../../src/domain/provisioning/blueprint';
import { partsMadeBy } from '../../../src/domain/provisioning/outcome';
import { nextStep, progressIn } from '../../../src/domain/provisioning/plan';
import { situationOf, withParts, type Situation } from '../../../src/domain/provisioning/situation';
import type { Step } from '../../../src/domain/provisioning/step';
import type { Survey } from '../../../src/domain/provisioning/survey';
import { NO_SETTINGS } from '../../../src/domain/settings';
import { surveyOf } from '../../builders/surveys';
import { FIELDS, OPTIONS, SCREENS, STATUSES, TRANSITIONS } from './expected-setup';

type Work<Do extends Step['work']['do']> = Extract<Step['work'], { readonly do: Do }>;

interface Run {
  readonly steps: readonly Step[];
  readonly end: Situation;
}

/** Every step on the way to a governed project; what is made gets the name of its step for an id. */
function setUp(overrides: Partial<Survey> = {}): Run {
  const steps: Step[] = [];
  let end = situationOf(blueprintFor(undefined, NO_SETTINGS), surveyOf(overrides), DEFAULT_FIELD_MAP, {});
  for (let step = nextStep(end); step !== undefined && steps.length < 100; step = nextStep(end)) {
    const { work, key } = step;
    const ids = new Map(work.do === 'make-statuses' ? work.statuses.map(({ stage }) => [stage, stage]) : [['id', key]]);
    steps.push(step);
    end = withParts(end, partsMadeBy(step, Object.fromEntries(ids)));
  }
  return { steps, end };
}

function works<Do extends Step['work']['do']>({ steps }: Run, what: Do): readonly Work<Do>[] {
  return steps.flatMap(({ work }) => (work.do === what ? [work as Work<Do>] : []));
}

/** What the app makes has its mark, by which it is found again. */
const made = (name: string, part: string, text = 'Made by Change Control.') => ({
  name: `OPS: ${name}`,
  description: `${text} [change-control/10000/${part}]`,
});

describe('the whole set-up of an empty project', () => {
  let run: Run;
  beforeAll(() => {
    run = setUp();
  });

  it('comes to its end, and then has nothing left to do', () => {
    expect(run.steps).toHaveLength(65);
    expect(progressIn(run.end)).toEqual({ done: 65, total: 65 });
    expect(new Set(run.steps.map(({ key }) => key)).size).toBe(65);
  });

  it('makes the issue type and the fields', () => {
    expect(works(run, 'make-issue-type')).toEqual([
      {
        do: 'make-issue-type',
        name: 'Change Request',
        description: 'A proposal to change a system, governed by the change-management policy.',
      },
    ]);
    expect(works(run, 'make-field')).toEqual(
      FIELDS.map(([field, form, name]) => ({
        do: 'make-field',
        field,
        form,
        name,
        description: `${name} of a change request, for Change Control.`,
      })),
    );
  });

  it('fills every list with options, right after its field', () => {
    expect(works(run, 'add-options')).toEqual(
      Object.entries(OPTIONS).map(([field, options]) => ({
        do: 'add-options',
        field,
        fieldId: `field:${field}`,
        options,
      })),
    );
    const keys = run.steps.map(({ key }) => key);
    for (const field of Object.keys(OPTIONS)) {
      expect(keys.indexOf(`options:${field}`)).toBe(keys.indexOf(`field:${field}`) + 1);
    }
  });

  it('makes the statuses at once', () => {
    const statuses = STATUSES.map(([stage, name, category]) => ({ stage, name, description: '', category }));
    expect(works(run, 'make-statuses')).toEqual([{ do: 'make-statuses', statuses }]);
  });

  it('makes a screen for change requests, and one for each gate that asks for something', () => {
    const text = 'Made by Change Control for change requests.';
    expect(works(run, 'make-screen')).toEqual([
      { do: 'make-screen', ...made('Change Request', 'screen:main', text) },
      ...SCREENS.map(([gate, name]) => ({
        do: 'make-screen',
        ...made(name.replace('OPS: ', ''), `screen:${gate}`, text),
      })),
    ]);
    const [main, ...others] = works(run, 'fill-screen');
    expect(main).toEqual({
      do: 'fill-screen',
      screenId: 'screen:main',
      fieldIds: [
        ...['summary', 'issuetype', 'reporter', 'description', 'labels'],
        ...FIELDS.map(([field]) => `field:${field}`),
      ],
    });
    expect(others).toEqual(
      SCREENS.map(([gate, , fields]) => ({
        do: 'fill-screen',
        screenId: `screen:${gate}`,
        fieldIds: fields.map((field) => `field:${field}`),
      })),
    );
  });

  it('makes the workflow, in which only gates have guards', () => {
    const [{ workflow } = { workflow: undefined }] = works(run, 'make-workflow');
    expect(workflow).toMatchObject({
      ...made('Change request workflow', 'workflow'),
      statusIds: STATUSES.map(([stage]) => stage),
      firstStatusId: 'draft',
      rulesFor: { projectId: '10000', issueTypeId: '1' },
    });
    expect(
      workflow?.transitions.map(({ id, name, from, to, screenId, guards }) => [
        id,
        name,
        from,
        to,
        screenId,
        guards.map(({ by }) => by),
      ]),
    ).toEqual(TRANSITIONS);
  });

  it('lets Jira itself ask, on Authorize, for a rollback plan, an end after the start, and another person', () => {
    const [{ workflow } = { workflow: undefined }] = works(run, 'make-workflow');
    expect(workflow?.transitions.find(({ name }) => name === 'Authorize')?.guards).toEqual([
      { by: 'gate', gate: 'authorize', beside: {} },
      {
        by: 'filled',
        fieldIds: ['field:rollbackSteps'],
        message: 'A change needs a rollback plan before it can be authorized. Fill in the rollback steps.',
      },
      {
        by: 'later',
        fieldId: 'field:plannedEnd',
        thanFieldId: 'field:plannedStart',
        message: 'The planned end must be after the planned start. Correct the planned times.',
      },
      { by: 'other-person', fromStatusId: 'draft', toStatusId: 'assessment' },
    ]);
  });

  it('makes schemes of the project alone, each a copy of what it has now', () => {
    expect(
      run.steps
        .map(({ work }) => work)
        .filter((work) => work.do.endsWith('-scheme'))
        .slice(0, 4),
    ).toEqual([
      {
        do: 'make-screen-scheme',
        ...made('Change request screens', 'screen-scheme'),
        screenId: 'screen:main',
      },
      {
        do: 'make-issue-type-screen-scheme',
        ...made('Screens with change control', 'issue-type-screen-scheme'),
        mappings: [
          { issueTypeId: 'default', screenSchemeId: '5' },
          { issueTypeId: 'issue-type', screenSchemeId: 'screen-scheme' },
        ],
      },
      {
        do: 'make-issue-type-scheme',
        ...made('Issue types with change control', 'issue-type-scheme'),
        issueTypeIds: ['1', 'issue-type'],
        defaultIssueTypeId: null,
      },
      {
        do: 'make-workflow-scheme',
        ...made('Workflows with change control', 'workflow-scheme'),
        defaultWorkflow: 'jira',
        workflowOfType: { 'issue-type': 'OPS: Change request workflow' },
      },
    ]);
  });

  it('writes down where everything is before the project changes over, workflows first', () => {
    const [{ map } = { map: undefined }] = works(run, 'save-field-map');
    expect(map?.issueType).toEqual({ id: 'issue-type' });
    for (const [field] of FIELDS) expect(map?.fields[field]).toEqual({ id: `field:${field}` });
    for (const [stage] of STATUSES) expect(map?.stages[stage]).toEqual({ id: stage });
    expect(map?.fields.summary).toEqual(DEFAULT_FIELD_MAP.fields.summary);
    expect(run.steps.slice(-4).map(({ work }) => work)).toEqual([
      { do: 'save-field-map', map },
      { do: 'assign-workflow-scheme', projectId: '10000', schemeId: 'workflow-scheme', moves: null },
      { do: 'assign-screens', projectId: '10000', schemeId: 'issue-type-screen-scheme' },
      { do: 'assign-issue-types', projectId: '10000', schemeId: 'issue-type-scheme' },
    ]);
  });
});

describe('the set-up of a project that has issues', () => {
  it('tells Jira where those of its own type in other statuses would go, and lists that type once', () => {
    const { project, current } = surveyOf();
    const run = setUp({
      project: { ...project, issues: 4 },
      issueTypes: [
        { id: '1', name: 'Task', standard: true },
        { id: '7', name: 'change request', standard: true },
      ],
      statuses: [{ id: '3', name: 'Assessment', description: '', category: 'IN_PROGRESS' }],
      current: {
        ...current,
        issueTypeScheme: { ...current.issueTypeScheme, issueTypeIds: ['7', '1'] },
        issueTypeScreenScheme: {
          ...current.issueTypeScreenScheme,
          mappings: [
            { issueTypeId: '7', screenSchemeId: 'old' },
            { issueTypeId: 'default', screenSchemeId: '5' },
          ],
        },
        statusesOfType: { '1': ['9'], '7': ['3', '4'] },
      },
    });
    expect(works(run, 'make-issue-type')).toEqual([]);
    expect(works(run, 'assign-workflow-scheme')).toEqual([
      {
        do: 'assign-workflow-scheme',
        projectId: '10000',
        schemeId: 'workflow-scheme',
        moves: [{ issueTypeId: '7', from: '4', to: 'draft' }],
      },
    ]);
    expect(works(run, 'make-issue-type-scheme')[0]?.issueTypeIds).toEqual(['1', '7']);
    expect(works(run, 'make-issue-type-screen-scheme')[0]?.mappings).toEqual([
      { issueTypeId: 'default', screenSchemeId: '5' },
      { issueTypeId: '7', screenSchemeId: 'screen-scheme' },
    ]);
  });
});
