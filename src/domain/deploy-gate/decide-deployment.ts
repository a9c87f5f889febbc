import { fieldFact, valuesOf, type ChangeFacts } from '../change/change-facts';
import type { Gate } from '../change/lifecycle';
import type { Instant } from '../instant';
import { evaluatePolicy } from '../policy/evaluate-policy';
import { findOpenPlan } from '../policy/open-plan';
import { plannedInterval } from '../policy/planned-interval';
import type { Policy } from '../policy/policy';
import type { DecidedCode } from './deploy-code';
import { refusalOf, type RefusalCode } from './refusal-of-rule';

/** @property begunBy The gate by which a change that is under implementation got there. */
export interface Deployment {
  readonly policy: Policy;
  readonly facts: ChangeFacts;
  readonly begunBy: Extract<Gate, 'implement' | 'expedite'>;
  /** Where the caller wants to deploy to. */
  readonly environment: string;
  readonly instant: Instant;
}

/** What is answered where several things are missing: what takes longest to mend comes first, doubt comes last. */
const MOST_TELLING_FIRST: readonly RefusalCode[] = [
  'stale-approval',
  'not-approved',
  'frozen',
  'outside-window',
  'cannot-tell',
];

/**
 * Whether somebody may deploy now what a change is about. The change has to be approved or under implementation; its
 * policy is asked as at the gate of the workflow; the moment lies in the planned time. What is not known is never a yes.
 */
export function decideDeployment(deployment: Deployment): DecidedCode {
  const { stage } = deployment.facts;
  if (stage.state === 'unknown') return 'cannot-tell';
  if (stage.value !== 'approved' && stage.value !== 'implementing') return 'not-approved';
  const refusals = [
    ...refusalsOfPolicy(deployment, stage.value === 'implementing'),
    ...refusalsOfEnvironment(deployment),
    ...refusalsOfPlan(deployment),
  ];
  return MOST_TELLING_FIRST.find((code) => refusals.includes(code)) ?? 'allowed';
}

function refusalsOfPolicy({ policy, facts, begunBy, instant }: Deployment, hasBegun: boolean): readonly RefusalCode[] {
  const { rules } = evaluatePolicy(policy, facts, hasBegun ? begunBy : 'implement', instant);
  return rules.flatMap((result) => {
    const rule = policy.rules.find(({ id }) => id === result.ruleId);
    return refusalOf(rule?.kind, result, hasBegun) ?? [];
  });
}

/** A change that names no environment is not bound to one; one that names another is not approved for this one. */
function refusalsOfEnvironment({ facts, environment }: Deployment): readonly RefusalCode[] {
  const named = fieldFact(facts, 'environment');
  if (named.state === 'unknown') return ['cannot-tell'];
  const environments = valuesOf(named.value).map(comparable);
  return environments.length === 0 || environments.includes(comparable(environment)) ? [] : ['not-approved'];
}

function comparable(name: string): string {
  return name.trim().toLowerCase();
}

/** The planned time is known and holds the moment; without a plan no moment is the right one. */
function refusalsOfPlan({ facts, instant }: Deployment): readonly RefusalCode[] {
  const planned = plannedInterval(facts);
  if (planned !== undefined) return planned.from <= instant && instant < planned.until ? [] : ['outside-window'];
  return findOpenPlan(facts).map(({ met }) => (met === 'unknown' ? 'cannot-tell' : 'outside-window'));
}
