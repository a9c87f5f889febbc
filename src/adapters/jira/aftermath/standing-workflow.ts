import type { FieldMap } from '../../../contracts/field-map';
import {
  besideOfRule,
  expressionOfRule,
  gateOfRule,
  type FollowedWorkflows,
} from '../../../contracts/jira/administration/standing-workflow';
import type { StandingWorkflow } from '../../../domain/aftermath/guard-faults';
import { knownFieldIds } from '../../../domain/change/field-map';
import type { Stage } from '../../../domain/change/lifecycle';
import { findStage } from '../read-change';
import { standingNative } from './standing-native';

/** The workflow as the sweep looks at it; undefined where Jira answers none. */
export function standingWorkflow(
  { statuses, workflows }: FollowedWorkflows,
  map: FieldMap,
): StandingWorkflow | undefined {
  const [workflow] = workflows;
  if (workflow === undefined) return undefined;
  const stageOf = (reference: string | null | undefined): Stage | null => {
    const status = statuses.find(({ statusReference }) => statusReference === reference);
    return (status && findStage(map, status)) ?? null;
  };
  const stageById = (id: string): Stage | null => {
    const status = statuses.find((one) => one.id === id);
    return (status && findStage(map, status)) ?? null;
  };
  const ids = knownFieldIds(map);
  const fieldById = (id: string) => ids.find(([, one]) => one === id)?.[0] ?? null;
  return {
    workflowId: workflow.id,
    mapped: ids.map(([field]) => field),
    transitions: workflow.transitions
      .filter(({ type }) => type !== 'INITIAL')
      .map(({ id, toStatusReference, links, validators, conditions }) => ({
        id,
        from: (links ?? []).map(({ fromStatusReference }) => stageOf(fromStatusReference)),
        to: stageOf(toStatusReference),
        gate: (validators ?? []).flatMap((rule) => gateOfRule(rule) ?? [])[0] ?? null,
        beside: (validators ?? []).map(besideOfRule).find((beside) => beside !== undefined) ?? {},
        expressions: (validators ?? []).flatMap((rule) => expressionOfRule(rule) ?? []),
        native: standingNative(validators ?? [], conditions ?? {}, { fieldById, stageById }),
      })),
  };
}
