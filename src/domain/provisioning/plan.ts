import { assignmentSteps } from './assignment-steps';
import { contentSteps } from './content-steps';
import { isTitleTaken } from './find-field';
import { obstaclesIn, type Obstacle } from './obstacle';
import type { PlannedStep, StepWithWork } from './planned-step';
import { schemeSteps } from './scheme-steps';
import type { Situation } from './situation';
import type { Step } from './step';
import type { CurrentScheme } from './survey';

/** Something that an administrator should know before agreeing. */
export type PlanNote =
  /** The project changes over to a scheme of its own; the one that it has now stays as it is. */
  | { readonly code: 'leaves-scheme'; readonly of: SchemeKind; readonly name: string; readonly others: number }
  /** The project has issues: Jira changes its workflows over in a task of its own, and they stay where they are. */
  | { readonly code: 'has-issues'; readonly count: number }
  /** A field of the policy is not made: another kind of field has its title. */
  | { readonly code: 'title-taken'; readonly title: string }
  /** The field that holds this part of a change in other projects has no context for this one: nobody can fill it in. */
  | { readonly code: 'not-in-project'; readonly title: string; readonly name: string };

export type SchemeKind = 'workflows' | 'screens' | 'issue-types';

/** What a project lacks to be governed, in the order in which it is made. Nothing is done by planning. */
export interface SetupPlan {
  readonly steps: readonly PlannedStep[];
  readonly obstacles: readonly Obstacle[];
  readonly notes: readonly PlanNote[];
}

export function planFor(situation: Situation): SetupPlan {
  return {
    steps: allSteps(situation).map(({ key, kind, name, state }) => ({ key, kind, name, state })),
    obstacles: obstaclesIn(situation),
    notes: notesOn(situation),
  };
}

/** The first thing that is missing; undefined where all of it is there. */
export function nextStep(situation: Situation): Step | undefined {
  const next = allSteps(situation).find(({ state }) => state === 'to-do');
  return next === undefined ? undefined : { key: next.key, work: next.work() };
}

/** How many steps there are and how many are done, without what only a plan tells. */
export function progressIn(situation: Situation): { readonly done: number; readonly total: number } {
  return progressOf(allSteps(situation));
}

/** The same, of steps that were planned. */
export function progressOf(steps: readonly PlannedStep[]): { readonly done: number; readonly total: number } {
  return { done: steps.filter(({ state }) => state !== 'to-do').length, total: steps.length };
}

function allSteps(situation: Situation): readonly StepWithWork[] {
  return [...contentSteps(situation), ...schemeSteps(situation), ...assignmentSteps(situation)];
}

function notesOn({ survey, parts, blueprint }: Situation): readonly PlanNote[] {
  const { current, project } = survey;
  const left = (of: SchemeKind, scheme: CurrentScheme, part: string): readonly PlanNote[] =>
    scheme.id === parts[part] ? [] : [{ code: 'leaves-scheme', of, name: scheme.name, others: scheme.others }];
  const notes = [
    ...left('workflows', current.workflowScheme, 'workflow-scheme'),
    ...left('screens', current.issueTypeScreenScheme, 'issue-type-screen-scheme'),
    ...left('issue-types', current.issueTypeScheme, 'issue-type-scheme'),
  ];
  const taken = blueprint.fields.filter((spec) => isTitleTaken(spec, survey));
  const absent = blueprint.fields.flatMap(({ field, title }): readonly PlanNote[] => {
    const found = survey.fields.find(({ id }) => id === parts[`field:${field}`]);
    return found === undefined || found.inProject ? [] : [{ code: 'not-in-project', title, name: found.name }];
  });
  return [
    ...notes,
    ...(notes.length > 0 && project.issues > 0 ? [{ code: 'has-issues', count: project.issues } as const] : []),
    ...taken.map(({ title }): PlanNote => ({ code: 'title-taken', title })),
    ...absent,
  ];
}
