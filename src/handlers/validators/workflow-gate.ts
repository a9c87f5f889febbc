import { compose } from '../../composition';
import { gateMessage, undecidedMessage } from '../../contracts/gate-message';
import { validatorCall } from '../../contracts/validator-call';
import { checkGate } from '../../usecases/check-gate';
import { logDefect, newReference } from '../invocation';

/** What Jira expects of a workflow validator function. */
export interface ValidatorAnswer {
  readonly result: boolean;
  readonly errorMessage?: string;
}

/**
 * `jira:workflowValidator` on the gated transitions. Always answers: what cannot be decided is a refusal that says why.
 * Reject, cancel and roll back carry no validator, so a broken app never traps a change.
 */
export async function workflowGate(payload: unknown): Promise<ValidatorAnswer> {
  const reference = newReference();
  try {
    const call = validatorCall.safeParse(payload);
    if (!call.success) {
      return refused('the gate on this transition is not set up. Ask a Jira admin to look at the workflow.', reference);
    }
    const { issueKey: key, gate, edits, beside, way } = call.data;
    const answer = await checkGate(compose(), { key, gate, edits, beside, way });
    if (!answer.decided) return refused(answer.why, reference);
    if (answer.evaluation.verdict !== 'block') return { result: true };
    return { result: false, errorMessage: gateMessage(answer.evaluation, answer.policy) };
  } catch (error) {
    logDefect(error, reference);
    return refused('an unexpected error came up in the app.', reference);
  }
}

function refused(why: string, reference: string): ValidatorAnswer {
  return { result: false, errorMessage: undecidedMessage(why, reference) };
}
