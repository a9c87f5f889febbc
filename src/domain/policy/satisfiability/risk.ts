import { known } from '../../change/change-facts';
import type { Policy } from '../policy';
import { riskOf } from '../risk';
import type { RiskModel } from '../risk-model';
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

/** For every level that can be reached: one assessment that reaches it. */
function examplesOfLevels(policy: Policy, risk: ScoredRisk): readonly DimensionValue[] {
  let reached = new Map<number, DimensionValue['fields']>([[START[risk.combine], {}]]);
  for (const { field, scores } of risk.dimensions) {
    const next = new Map<number, DimensionValue['fields']>();
    for (const [before, fields] of reached) {
      for (const [option, score] of Object.entries(scores)) {
        next.set(combined(risk.combine, before, score), { ...fields, [field]: known(option) });
      }
    }
    reached = next;
  }
  const examples = new Map<string | null, DimensionValue['fields']>();
  for (const fields of reached.values()) {
    const level = riskOf(policy, { fields });
    if (level.state === 'known') examples.set(level.value, fields);
  }
  return risk.levels.flatMap((level) => {
    const fields = examples.get(level);
    return fields === undefined ? [] : [{ is: { value: level }, fields }];
  });
}

const START = { sum: 0, product: 1, highest: Number.NEGATIVE_INFINITY } as const;

function combined(how: ScoredRisk['combine'], a: number, b: number): number {
  if (how === 'highest') return Math.max(a, b);
  return how === 'sum' ? a + b : a * b;
}
