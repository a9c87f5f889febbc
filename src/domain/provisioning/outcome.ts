import { digestOf } from '../canonical';
import { contentMark } from './content-steps';
import type { Parts } from './situation';
import type { JiraStep, OwnStep, PlacedTransition, Step } from './step';

/**
 * What Jira answered to a step: the ids of what it made (statuses by stage), or the task in which it carries it out.
 */
export type StepOutcome = { readonly ids: Readonly<Record<string, string>> } | { readonly task: string };

/** What is known once a step is done. */
export function partsMadeBy({ key, work }: Step, ids: Readonly<Record<string, string>>): Parts {
  switch (work.do) {
    case 'make-statuses':
      return Object.fromEntries(Object.entries(ids).map(([stage, id]) => [`status:${stage}`, id]));
    case 'add-options':
      return { [key]: contentMark(work.fieldId, work.options) };
    case 'fill-screen':
      return { [key]: contentMark(work.screenId, work.fieldIds) };
    case 'save-field-map':
      return { [key]: 'done' };
    case 'assign-workflow-scheme':
    case 'assign-screens':
    case 'assign-issue-types':
      return { [key.replace('assign:', 'assigned:')]: work.schemeId };
    case 'make-workflow':
      return { [key]: madeId(work, ids), guards: guardsMark(work.workflow.transitions) };
    default:
      return { [key]: madeId(work, ids) };
  }
}

/** Tells which guards were put on the transitions: others may be asked for before the set-up ends. */
export function guardsMark(transitions: readonly Pick<PlacedTransition, 'guards'>[]): string {
  return digestOf(transitions.map(({ guards }) => guards));
}

function madeId(work: JiraStep | OwnStep, ids: Readonly<Record<string, string>>): string {
  const { id } = ids;
  if (id === undefined) throw new Error(`Nobody said what ${work.do} made.`);
  return id;
}
