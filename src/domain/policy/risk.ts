import {
  fieldFact,
  known,
  unknown,
  valuesOf,
  type ChangeFacts,
  type Fact,
  type FieldValue,
} from '../change/change-facts';
import type { FieldId } from '../change/change-field';
import type { Finding } from './evaluation';
import type { Policy } from './policy';
import type { RiskDimension, RiskModel } from './risk-model';

/** The field that says the risk level where the policy asks for it. */
const ASKED_FIELD = 'riskLevel';

/**
 * The risk level of a change, as the policy writes it: null while what it follows from is not filled in. A value that is
 * no level of the policy, or no option that it scores, is not known: it cannot be told how high it is.
 */
export function riskOf(policy: Policy, facts: Pick<ChangeFacts, 'fields'>): Fact<string | null> {
  const { risk } = policy;
  if (risk.how === 'asked') return askedLevel(risk.levels, facts);
  const scores: number[] = [];
  let open = false;
  for (const dimension of risk.dimensions) {
    const score = scoreOf(dimension, facts);
    if (score.state === 'unknown') return score;
    if (score.value === null) open = true;
    else scores.push(score.value);
  }
  return open ? known(null) : known(bandOf(risk, combine(risk.combine, scores)));
}

/** What is missing before the risk level is known: fields that are empty, unreadable, or hold what the policy does not know. */
export function openRiskFields(policy: Policy, facts: Pick<ChangeFacts, 'fields'>): readonly Finding[] {
  const { risk } = policy;
  const wanted: readonly RiskField[] =
    risk.how === 'asked'
      ? [{ field: ASKED_FIELD, options: risk.levels }]
      : risk.dimensions.map(({ field, scores }) => ({ field, options: Object.keys(scores) }));
  return wanted.flatMap((one) => findRiskField(one, facts));
}

/** The place of a level in its scale, without regard to case; -1 for what is no level. */
export function levelIndex(levels: readonly string[], level: string): number {
  const exact = levels.indexOf(level);
  return exact >= 0 ? exact : levels.findIndex((candidate) => candidate.toLowerCase() === level.toLowerCase());
}

interface RiskField {
  readonly field: FieldId;
  readonly options: readonly string[];
}

function findRiskField({ field, options }: RiskField, facts: Pick<ChangeFacts, 'fields'>): readonly Finding[] {
  const fact = fieldFact(facts, field);
  if (fact.state === 'unknown') {
    const { cause } = fact;
    const reason = { code: 'field-unknown', field, cause } as const;
    return [{ met: 'unknown', reason, remedy: { do: 'mend-lookup', cause } }];
  }
  const values = valuesOf(fact.value);
  if (values.length === 0) {
    return [{ met: 'no', reason: { code: 'field-empty', field }, remedy: { do: 'fill-field', field } }];
  }
  return values
    .filter((value) => levelIndex(options, value) < 0)
    .map((value) => {
      const reason = { code: 'risk-level-unknown', field, value, levels: options } as const;
      return { met: 'unknown', reason, remedy: { do: 'choose-risk-level', field, levels: options } };
    });
}

function askedLevel(levels: readonly string[], facts: Pick<ChangeFacts, 'fields'>): Fact<string | null> {
  const fact = fieldFact(facts, ASKED_FIELD);
  if (fact.state === 'unknown') return fact;
  const value = firstOf(fact.value);
  if (value === undefined) return known(null);
  const level = levels[levelIndex(levels, value)];
  return level === undefined ? unknown('unreadable-value', value) : known(level);
}

/** The score of a dimension, null while its field is empty. Of a field of several values the highest score counts. */
function scoreOf({ field, scores }: RiskDimension, facts: Pick<ChangeFacts, 'fields'>): Fact<number | null> {
  const fact = fieldFact(facts, field);
  if (fact.state === 'unknown') return fact;
  let highest: number | null = null;
  for (const value of valuesOf(fact.value)) {
    const option = Object.keys(scores).find((candidate) => candidate.toLowerCase() === value.toLowerCase());
    const score = option === undefined ? undefined : scores[option];
    if (score === undefined) return unknown('unreadable-value', value);
    if (highest === null || score > highest) highest = score;
  }
  return known(highest);
}

function firstOf(value: FieldValue): string | undefined {
  return typeof value === 'string' ? value : value?.[0];
}

function combine(how: 'sum' | 'product' | 'highest', scores: readonly number[]): number {
  if (how === 'highest') return Math.max(...scores);
  return scores.reduce((total, score) => (how === 'sum' ? total + score : total * score));
}

function bandOf(risk: Extract<RiskModel, { readonly how: 'scored' }>, score: number): string | null {
  const reached = risk.bands.filter(({ from }) => from <= score).sort((a, b) => b.from - a.from)[0];
  return (reached ?? risk.bands[0])?.level ?? null;
}
