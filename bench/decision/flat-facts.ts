import { keepWeights, voicesAtPoint } from '../../src/domain/approval/kept-weights';
import { fieldText, type ChangeFacts } from '../../src/domain/change/change-facts';
import { CHANGE_FIELDS } from '../../src/domain/change/change-field';
import { fortyRules } from './forty-rules';

/**
 * The facts as a general rule engine can read them. Such an engine cannot weigh votes against a plan (it has no digests
 * and no order of events), so that is done for it.
 */
export type FlatFacts = Readonly<Record<string, string | number | boolean>>;

export const GATE = 'authorize';

export function approvedBy(role: string): string {
  return `approved:${role}`;
}

export function declinedBy(role: string): string {
  return `declined:${role}`;
}

/**
 * Fields in lower case without white space around them, empty where there is nothing; by role the place on the sheet of
 * the approval that counts (0 where there is none), and whether somebody in it has declined.
 */
export function flatten(facts: ChangeFacts): FlatFacts {
  const flat: Record<string, string | number | boolean> = {};
  for (const field of CHANGE_FIELDS) flat[field] = (fieldText(facts, field) ?? '').trim().toLowerCase();
  const weights = keepWeights();
  const voices = voicesAtPoint({ policy: fortyRules, facts, gate: GATE, weights }, GATE);
  const standing = voices.filter(({ weight }) => weight === 'stands');
  for (const { id } of fortyRules.roles) {
    const of = standing.filter(({ vote }) => vote.roles.includes(id));
    flat[approvedBy(id)] = (of.find(({ vote }) => vote.decision === 'approve')?.place ?? -1) + 1;
    flat[declinedBy(id)] = of.some(({ vote }) => vote.decision === 'decline');
  }
  return flat;
}
