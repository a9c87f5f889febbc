import type { StandingWorkflow } from '../../src/domain/aftermath/guard-faults';
import type { StandingPersonGuards } from '../../src/domain/aftermath/person-guards';
import type { ChangeTrace, TraceStep } from '../../src/domain/aftermath/change-trace';
import { GOVERNED_TRANSITIONS } from '../../src/domain/provisioning/governed-workflow';
import type { GovernedProject } from '../../src/domain/provisioning/governed-project';
import type { Policy } from '../../src/domain/policy/policy';
import { traceWith } from '../domain/aftermath/traces';
import type { Fakes } from '../fakes/create-fakes';
import { changeFacts } from './change-facts';
import { governedSite } from './governed-site';
import { minute } from './votes';

export const GOVERNED: GovernedProject = {
  projectId: '10000',
  projectKey: 'CHG',
  issueTypeId: '7',
  workflowId: 'wf-1',
  workflowSchemeId: '9',
  transitions: GOVERNED_TRANSITIONS.flatMap(({ id, gate }) => (gate === null ? [] : [{ transitionId: id, gate }])),
  since: minute(0),
  by: 'account-admin',
};

/** A site with one project under change control, whose gates are in order, and a change in it with these steps. */
export function watchedSite(steps: readonly TraceStep[] = [], policy?: Policy): Fakes {
  const fakes = governedSite(changeFacts(), policy);
  fakes.store.governance = { revision: 1, projects: [GOVERNED], underway: [] };
  fakes.watch.workflows.set('10000/7', standingWorkflow());
  putTrace(fakes, traceWith(steps));
  return fakes;
}

export const NO_PERSON_GUARDS: StandingPersonGuards = { beside: {}, expressions: [] };

export function standingWorkflow(): StandingWorkflow {
  const transitions = GOVERNED_TRANSITIONS.map(({ id, from, to, gate }) => ({
    id,
    from,
    to,
    gate,
    ...NO_PERSON_GUARDS,
  }));
  return { workflowId: 'wf-1', transitions };
}

export function putTrace(fakes: Fakes, trace: ChangeTrace): void {
  fakes.watch.traces.set(trace.change.id, trace);
}

export function kindsOnRecord(fakes: Fakes): readonly string[] {
  return fakes.store.entries.map(({ event }) => event.kind);
}
