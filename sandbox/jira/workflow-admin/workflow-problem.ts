/** What is wrong with a workflow, as POST /rest/api/3/workflows/create/validation and …/update/validation say it. */
import { badRequest, unsupported } from '../refusal';

export interface WorkflowProblem {
  /** Atlassian publishes no list of codes; those that are not in its examples are the sandbox's own. */
  readonly code: string;
  readonly level: 'ERROR';
  readonly message: string;
  readonly type: 'RULE' | 'STATUS' | 'WORKFLOW' | 'TRANSITION' | 'STATUS_MAPPING';
  readonly elementReference?: {
    readonly statusReference?: string;
    readonly transitionId?: string;
    readonly statusMappingReference?: { readonly projectId: string; readonly issueTypeId: string };
  };
}

type Element = Pick<WorkflowProblem, 'type'> & NonNullable<WorkflowProblem['elementReference']>;

export function problem(code: string, message: string, { type, ...reference }: Element): WorkflowProblem {
  const elementReference = Object.keys(reference).length === 0 ? {} : { elementReference: reference };
  return { code, level: 'ERROR', message, type, ...elementReference };
}

/** Throws Jira's 400 with every message when there is a problem. */
export function refuseProblems(problems: readonly WorkflowProblem[]): void {
  if (problems.length > 0) throw badRequest(...problems.map(({ message }) => message));
}

/** Throws 501 when a rule is one of those that Jira carries out and the sandbox does not. */
export function refuseUnsupportedRules(messages: readonly string[]): void {
  const message = messages.find((text) => text.includes('not supported'));
  if (message !== undefined) throw unsupported(message);
}
