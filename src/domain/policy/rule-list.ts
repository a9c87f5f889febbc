import { bareRecord } from '../bare-record';
import type { Finding } from './evaluation';
import type { Rule } from './policy-rule';
import type { FactNeeds, RuleContext, RuleKind } from './rule';
import { allowedTypes } from './rules/allowed-types';
import { approval } from './rules/approval';
import { authorship } from './rules/authorship';
import { documentsUpdated } from './rules/documents-updated';
import { emergencyPath } from './rules/emergency-path';
import { exceptionGranted } from './rules/exception-granted';
import { inMaintenanceWindow } from './rules/in-maintenance-window';
import { noOverlap } from './rules/no-overlap';
import { notice } from './rules/notice';
import { outsideFreezes } from './rules/outside-freezes';
import { postImplementationReview } from './rules/post-implementation-review';
import { requiredFields } from './rules/required-fields';
import { samePerson } from './rules/same-person';
import { separateDuties } from './rules/separate-duties';
import { standardCatalogue } from './rules/standard-catalogue';
import { testSuites } from './rules/test-suites';
import { whoMay } from './rules/who-may';

/** Every kind of rule under its name. The compiler refuses a kind that is missing here. */
const KINDS: { readonly [K in Rule['kind']]: RuleKind<K> } = bareRecord({
  'required-fields': requiredFields,
  approval,
  'separate-duties': separateDuties,
  'same-person': samePerson,
  'who-may': whoMay,
  authorship,
  'outside-freezes': outsideFreezes,
  'in-maintenance-window': inMaintenanceWindow,
  notice,
  'no-overlap': noOverlap,
  'test-suites': testSuites,
  'documents-updated': documentsUpdated,
  'post-implementation-review': postImplementationReview,
  'standard-catalogue': standardCatalogue,
  'allowed-types': allowedTypes,
  'emergency-path': emergencyPath,
  'exception-granted': exceptionGranted,
});

/** What a rule finds. */
export function evaluateRule(rule: Rule, context: RuleContext): readonly Finding[] {
  return kindOf(rule).evaluate(rule, context);
}

/** The facts that a rule needs besides fields and votes. */
export function needsOf(rule: Rule): FactNeeds {
  return kindOf(rule).needs?.(rule) ?? {};
}

/** The kind of a rule, which takes rules of just that kind. */
function kindOf(rule: Rule): {
  evaluate(rule: Rule, context: RuleContext): readonly Finding[];
  needs?(rule: Rule): FactNeeds;
} {
  return KINDS[rule.kind];
}
