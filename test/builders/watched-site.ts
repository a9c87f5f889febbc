import type { StandingWorkflow } from '../../src/domain/aftermath/guard-faults';
import type { StandingPersonGuards } from '../../src/domain/aftermath/person-guards';
import type { ChangeTrace, TraceStep } from '../../src/domain/aftermath/change-trace';
import { nativeGuards } from '../../src/domain/provisioning/guards';
import { GOVERNED_TRANSITIONS } from '../../src/domain/provisioning/governed-workflow';
import type { Policy } from '../../src/domain/policy/policy';
import { traceWith } from '../domain/aftermath/traces';
import type { Fakes } from '../fakes/create-fakes';
import { changeFacts } from './change-facts';
import { GOVERNED } from './governed-project';
import { governedSite } from './governed-site';

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
    native: gate === null ? [] : nativeGuards(gate),
  }));
  return { workflowId: 'wf-1', mapped: ['rollbackSteps', 'plannedStart', 'plannedEnd'], transitions };
}

export function putTrace(fakes: Fakes, trace: ChangeTrace): void {
  fakes.watch.traces.set(trace.change.id, trace);
}

export function kindsOnRecord(fakes: Fakes): readonly string[] {
  return fakes.store.entries.map(({ event }) => event.kind);
}
