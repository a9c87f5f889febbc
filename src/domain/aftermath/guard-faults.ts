import type { FieldId } from '../change/change-field';
import type { Gate, Stage } from '../change/lifecycle';
import type { GuardFault } from '../ledger/ledger-entry';
import type { GovernedProject } from '../provisioning/governed-project';
import { isGated, leadsInto } from './gated-way';
import { lacksNativeGuard, type StandingNative } from './native-guards';
import { lacksPersonGuard, type AskedGuard, type StandingPersonGuards } from './person-guards';

/** A transition as it stands in Jira now. */
export interface StandingTransition extends StandingPersonGuards {
  readonly id: string;
  /** Empty for one that leads from every status. */
  readonly from: readonly (Stage | null)[];
  readonly to: Stage | null;
  /** The gate of the app that it carries. */
  readonly gate: Gate | null;
  readonly native: readonly StandingNative[];
}

/** The workflow that the change requests of a project follow now. */
export interface StandingWorkflow {
  readonly workflowId: string;
  /** The parts of a change that are known to have a field here. */
  readonly mapped: readonly FieldId[];
  /** Without the one that creates an issue. */
  readonly transitions: readonly StandingTransition[];
}

export interface FoundFault {
  readonly why: GuardFault;
  readonly transitionId: string | null;
  readonly gate: Gate | null;
}

/** Names a fault for as long as it lasts. */
export function faultKey(projectId: string, { why, transitionId }: Pick<FoundFault, 'why' | 'transitionId'>): string {
  return `${projectId}/${why}/${transitionId ?? 'all'}`;
}

/**
 * What is amiss with the gates of a governed project. A gate on a transition that is gone is not missing: nobody gets
 * through there any more; one that leads less far than its transition now does is a way around. Of a workflow that is another one than the project was given, that alone is told.
 * @param asked What is asked now of whoever makes a transition with this gate.
 * @param standing Undefined where the project or its workflow is gone, or hidden from the app.
 */
export function guardFaults(
  project: GovernedProject,
  standing: StandingWorkflow | undefined,
  asked: (gate: Gate) => readonly AskedGuard[],
): readonly FoundFault[] {
  if (standing === undefined) return [{ why: 'no-workflow', transitionId: null, gate: null }];
  if (standing.workflowId !== project.workflowId) return [{ why: 'other-workflow', transitionId: null, gate: null }];
  return standing.transitions.flatMap((transition): FoundFault[] => {
    const { id: transitionId, gate: found } = transition;
    const wanted = project.transitions.find((one) => one.transitionId === transitionId);
    if (wanted !== undefined && found !== wanted.gate) {
      return [{ why: found === null ? 'removed' : 'altered', transitionId, gate: wanted.gate }];
    }
    const isHeld = found !== null && leadsInto(found, transition.to);
    if (!isHeld && leadsForward(transition)) return [{ why: 'way-around', transitionId, gate: null }];
    if (wanted === undefined) return [];
    const { gate } = wanted;
    const whys: GuardFault[] = [];
    if (lacksPersonGuard(transition, asked(gate))) whys.push('anybody');
    if (lacksNativeGuard(gate, transition.native, standing.mapped)) whys.push('native');
    return whys.map((why) => ({ why, transitionId, gate }));
  });
}

/** What can be amiss with a transition that is there. */
export const MENDABLE_FAULTS = ['removed', 'altered', 'anybody', 'native'] as const;

/** Whether the app can put right what is amiss: the workflow is the one that it made, and the transition is there. */
export function canBePutBack(why: GuardFault): boolean {
  return MENDABLE_FAULTS.some((one) => one === why);
}

function leadsForward({ from, to }: StandingTransition): boolean {
  return from.length === 0 ? isGated('draft', to) : from.some((stage) => isGated(stage, to));
}
