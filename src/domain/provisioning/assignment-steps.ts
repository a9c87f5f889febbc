import { canonicalJson } from '../canonical';
import { STAGES } from '../change/lifecycle';
import { fieldMapOf } from './field-map-of';
import { idOf, type StepWithWork } from './planned-step';
import { nameOfThing, type Situation } from './situation';
import type { JiraStep, StatusMove } from './step';

/**
 * The last steps: the app learns where everything is, then the project changes over to its own schemes. Workflows first
 * and issue types last, so that nobody can create a change request before its workflow is in place.
 */
export function assignmentSteps(situation: Situation): readonly StepWithWork[] {
  const { survey, parts, map } = situation;
  const { current, project } = survey;
  const assign = (
    part: string,
    name: string | undefined,
    now: string,
    work: (schemeId: string) => JiraStep,
  ): StepWithWork => ({
    key: `assign:${part}`,
    kind: 'assignment',
    name: name ?? '',
    state: parts[part] !== undefined && parts[`assigned:${part}`] === parts[part] ? 'there' : state(parts[part], now),
    work: () => work(idOf(situation, part)),
  });
  const next = fieldMapOf(parts, map);
  return [
    {
      key: 'field-map',
      kind: 'field-map',
      name: '',
      state: parts['field-map'] !== undefined || canonicalJson(next) === canonicalJson(map) ? 'there' : 'to-do',
      work: () => ({ do: 'save-field-map', map: next }),
    },
    assign(
      'workflow-scheme',
      nameOfThing(survey.workflowSchemes, parts['workflow-scheme']),
      current.workflowScheme.id,
      (schemeId) => ({
        do: 'assign-workflow-scheme',
        projectId: project.id,
        schemeId,
        moves: project.issues === 0 ? null : movesInto(situation),
      }),
    ),
    assign(
      'issue-type-screen-scheme',
      nameOfThing(survey.issueTypeScreenSchemes, parts['issue-type-screen-scheme']),
      current.issueTypeScreenScheme.id,
      (schemeId) => ({ do: 'assign-screens', projectId: project.id, schemeId }),
    ),
    assign(
      'issue-type-scheme',
      nameOfThing(survey.issueTypeSchemes, parts['issue-type-scheme']),
      current.issueTypeScheme.id,
      (schemeId) => ({ do: 'assign-issue-types', projectId: project.id, schemeId }),
    ),
  ];
}

function state(wanted: string | undefined, now: string): 'there' | 'to-do' {
  return wanted !== undefined && wanted === now ? 'there' : 'to-do';
}

/**
 * Only change requests get another workflow, and a project that has any is not taken on; Jira wants to be told all the
 * same where issues in each of the old statuses would go.
 */
function movesInto(situation: Situation): readonly StatusMove[] {
  const issueTypeId = idOf(situation, 'issue-type');
  const kept = STAGES.map((stage) => idOf(situation, `status:${stage}`));
  const old = situation.survey.current.statusesOfType[issueTypeId] ?? [];
  const to = idOf(situation, 'status:draft');
  return old.filter((id) => !kept.includes(id)).map((from) => ({ issueTypeId, from, to }));
}
