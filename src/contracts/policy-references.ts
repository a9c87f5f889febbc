import type { Policy } from '../domain/policy/policy';
import type { BrokenReference } from './references/broken-reference';
import { conditionSizes } from './references/condition-sizes';
import { knownIn } from './references/known-in-policy';
import { inQuestions } from './references/question-references';
import { repeatedNames } from './references/repeated-names';
import { inRule } from './references/rule-references';
import { inSections } from './references/section-references';
import { inWords } from './references/word-references';

export type { BrokenReference } from './references/broken-reference';

/**
 * Everything in a policy that refers to nothing, is there twice, or contradicts what it refers to, each at its exact
 * place. What a policy merely should not do is for lint to say.
 */
export function brokenReferences(policy: Policy): readonly BrokenReference[] {
  const known = knownIn(policy);
  return [
    ...repeatedNames(policy),
    ...inWords(policy, known),
    ...inSections(policy, known),
    ...inQuestions(policy, known),
    ...conditionSizes(policy),
    ...policy.rules.flatMap((rule, index) => inRule(rule, known, ['rules', index])),
  ];
}
