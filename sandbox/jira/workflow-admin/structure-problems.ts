/** What is wrong with the statuses and transitions of a workflow, whatever its rules say. */
import type { DocumentTransition, WorkflowBody } from './workflow-document';
import { problem } from './workflow-problem';
import type { WorkflowProblem } from './workflow-problem';

/** `names` has the names of the statuses that the request brings along or the workflow has already, by reference. */
export function structureProblems(
  workflow: Pick<WorkflowBody, 'statuses' | 'transitions'>,
  names: ReadonlyMap<string, string>,
): readonly WorkflowProblem[] {
  const used = new Set(workflow.statuses.map(({ statusReference }) => statusReference));
  const ids = workflow.transitions.map(({ id }) => id);
  const doubled = ids.find((id, at) => ids.indexOf(id) !== at);
  const reached = new Set(workflow.transitions.map(({ toStatusReference }) => toStatusReference));
  return [
    ...[...used]
      .filter((reference) => !names.has(reference))
      .map((statusReference) =>
        problem('UNKNOWN_STATUS_REFERENCE', `unknown status reference ${statusReference}`, {
          type: 'STATUS',
          statusReference,
        }),
      ),
    ...(doubled === undefined
      ? []
      : [
          problem('NON_UNIQUE_TRANSITION_ID', 'the ids of transitions must be unique', {
            type: 'TRANSITION',
            transitionId: doubled,
          }),
        ]),
    ...workflow.transitions.flatMap((transition, index) => transitionProblems(transition, index, used)),
    ...[...used]
      .filter((reference) => !reached.has(reference))
      .map((statusReference) =>
        problem('UNREACHABLE_STATUS', `no transition leads to ${names.get(statusReference) ?? statusReference}`, {
          type: 'STATUS',
          statusReference,
        }),
      ),
  ];
}

function transitionProblems(
  transition: DocumentTransition,
  index: number,
  used: ReadonlySet<string>,
): readonly WorkflowProblem[] {
  const found: WorkflowProblem[] = [];
  const add = (code: string, message: string): void => {
    found.push(problem(code, message, { type: 'TRANSITION', transitionId: transition.id }));
  };
  const ends = [transition.toStatusReference, ...transition.links.map((link) => link.fromStatusReference)];
  if (ends.some((end) => !used.has(end))) {
    add('UNKNOWN_TRANSITION_STATUS', `transition ${transition.id} names an unknown status`);
  }
  const initial = transition.type === 'INITIAL';
  if (initial !== (index === 0)) {
    add('INITIAL_TRANSITION_NOT_FIRST', 'the first transition, and no other, is INITIAL');
  }
  if ((transition.type === 'DIRECTED') !== transition.links.length > 0) {
    add('TRANSITION_LINKS_INVALID', `transition ${transition.id}: DIRECTED transitions, and no others, have links`);
  }
  if (initial && transition.conditions != null) {
    add('CONDITIONS_UNSUPPORTED_ON_INITIAL_TRANSITION', 'the initial transition has no conditions');
  }
  if (initial && transition.transitionScreen != null) {
    add('SCREEN_ON_INITIAL_TRANSITION', 'the initial transition has no screen');
  }
  return found;
}
