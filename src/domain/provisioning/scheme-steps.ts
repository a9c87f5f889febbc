import { hasScreen } from './governed-screens';
import { CREATE_TRANSITION } from './governed-workflow';
import { describedAs, freeName, type MarkedPart } from './marks';
import { placedGuards } from './place-guards';
import { idOf, type StepWithWork } from './planned-step';
import { nameOfThing, type Situation } from './situation';
import type { JiraStep, PlacedTransition } from './step';
import type { NamedThing } from './survey';
import { STAGES } from '../change/lifecycle';

/** The steps that make the workflow and the schemes of this project alone, each a copy of what the project has now. */
export function schemeSteps(situation: Situation): readonly StepWithWork[] {
  const { survey } = situation;
  const { current } = survey;
  const type = (): string => idOf(situation, 'issue-type');
  const otherTypes = current.issueTypeScheme.issueTypeIds;
  return [
    made(situation, 'screen-scheme', 'Change request screens', survey.screenSchemes, (described) => ({
      do: 'make-screen-scheme',
      ...described,
      screenId: idOf(situation, 'screen:main'),
    })),
    made(
      situation,
      'issue-type-screen-scheme',
      'Screens with change control',
      survey.issueTypeScreenSchemes,
      (described) => ({
        do: 'make-issue-type-screen-scheme',
        ...described,
        mappings: [
          ...current.issueTypeScreenScheme.mappings.filter(({ issueTypeId }) => issueTypeId !== type()),
          { issueTypeId: type(), screenSchemeId: idOf(situation, 'screen-scheme') },
        ],
      }),
    ),
    made(situation, 'issue-type-scheme', 'Issue types with change control', survey.issueTypeSchemes, (described) => ({
      do: 'make-issue-type-scheme',
      ...described,
      issueTypeIds: [...otherTypes.filter((id) => id !== type()), type()],
      defaultIssueTypeId: current.issueTypeScheme.defaultIssueTypeId,
    })),
    made(situation, 'workflow', 'Change request workflow', survey.workflows, (described) => ({
      do: 'make-workflow',
      workflow: {
        ...described,
        statusIds: STAGES.map((stage) => idOf(situation, `status:${stage}`)),
        firstStatusId: idOf(situation, `status:${CREATE_TRANSITION.to}`),
        transitions: situation.blueprint.transitions.map((transition) => placed(situation, transition)),
        rulesFor: { projectId: survey.project.id, issueTypeId: otherTypes[0] ?? type() },
      },
    })),
    made(situation, 'workflow-scheme', 'Workflows with change control', survey.workflowSchemes, (described) => ({
      do: 'make-workflow-scheme',
      ...described,
      defaultWorkflow: current.workflowScheme.defaultWorkflow,
      workflowOfType: { ...current.workflowScheme.workflowOfType, [type()]: workflowName(situation) },
    })),
  ];
}

function made(
  situation: Situation,
  part: MarkedPart,
  title: string,
  things: readonly NamedThing[],
  work: (described: { readonly name: string; readonly description: string }) => JiraStep,
): StepWithWork {
  const { project } = situation.survey;
  const id = situation.parts[part];
  const name = nameOfThing(things, id) ?? freeName(`${project.key}: ${title}`, things);
  return {
    key: part,
    kind: part === 'workflow' ? 'workflow' : 'scheme',
    name,
    state: id === undefined ? 'to-do' : 'there',
    work: () => work({ name, description: describedAs('Made by Change Control.', project.id, part) }),
  };
}

/** Workflow schemes speak of workflows by their names. */
function workflowName({ survey, parts }: Situation): string {
  const title = `${survey.project.key}: Change request workflow`;
  return nameOfThing(survey.workflows, parts['workflow']) ?? freeName(title, survey.workflows);
}

function placed(
  situation: Situation,
  { id, name, from, to, gate, guards }: Situation['blueprint']['transitions'][number],
): PlacedTransition {
  return {
    id,
    name,
    from: from.map((stage) => idOf(situation, `status:${stage}`)),
    to: idOf(situation, `status:${to}`),
    screenId: hasScreen(gate) ? idOf(situation, `screen:${gate}`) : null,
    guards: placedGuards(guards, situation.parts),
  };
}
