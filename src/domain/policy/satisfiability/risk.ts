import type { Policy } from '../policy';
import { riskOf } from '../risk';
import type { RiskModel } from '../risk-model';
import { reachedLevels } from './score-sums';
import { empty, holding, leavesAbout, type Dimension, type DimensionValue, type Leaf } from './dimension';

type ScoredRisk = Extract<RiskModel, { readonly how: 'scored' }>;

/** The field that says the risk level where the policy asks for it. */
const ASKED_FIELD = 'riskLevel';

/**
 * How the risk tells changes apart; nothing where no condition asks. A scored risk whose dimensions are looked at one by
 * one as well is no dimension of its own: see `fieldsBehindRisk`.
 */
export function riskDimension(policy: Policy, leaves: readonly Leaf[]): Dimension | undefined {
  const { risk } = policy;
  if (risk.how === 'scored') {
    if (!asksForRisk(leaves) || isLookedInto(risk, leaves)) return undefined;
    return { of: { risk: true }, values: examplesOfLevels(policy, risk) };
  }
  const asked = leavesAbout(ASKED_FIELD, leaves);
  if (!asksForRisk(leaves) && asked.length === 0) return undefined;
  const levels = risk.levels.map((level) => holding(ASKED_FIELD, level));
  const emptiness = asked.some((leaf) => 'filled' in leaf);
  return { of: { risk: true }, values: [...levels, ...(emptiness ? [empty(ASKED_FIELD)] : [])] };
}

/** The fields from which the risk follows, where they have to be told apart one by one. */
export function fieldsBehindRisk({ risk }: Policy, leaves: readonly Leaf[]): readonly string[] {
  if (risk.how === 'asked' || !asksForRisk(leaves) || !isLookedInto(risk, leaves)) return [];
  return risk.dimensions.map(({ field }) => field);
}

/** Whether this field is what `riskDimension` tells apart. */
export function isRiskItself({ risk }: Policy, field: string): boolean {
  return risk.how === 'asked' && field === ASKED_FIELD;
}

function asksForRisk(leaves: readonly Leaf[]): boolean {
  return leaves.some((leaf) => 'risk' in leaf || 'riskAtLeast' in leaf);
}

function isLookedInto(risk: ScoredRisk, leaves: readonly Leaf[]): boolean {
  return risk.dimensions.some(({ field }) => leavesAbout(field, leaves).length > 0);
}

/** For every level that can be reached: one assessment that reaches it; nothing, where that is too much to find out. */
function examplesOfLevels(policy: Policy, risk: ScoredRisk): readonly DimensionValue[] {
  const examples = reachedLevels(risk, (fields) => {
    const level = riskOf(policy, { fields });
    return level.state === 'known' ? level.value : null;
  });
  return risk.levels.flatMap((level) => {
    const fields = examples?.get(level);
    return fields === undefined ? [] : [{ is: { value: level }, fields }];
  });
}
