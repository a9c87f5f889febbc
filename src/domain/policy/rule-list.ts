import type { Finding } from './evaluation';
import type { Rule } from './policy';
import type { RuleContext } from './rule';
import { allowedTypes } from './rules/allowed-types';
import { approval } from './rules/approval';
import { requesterIsNotApprover } from './rules/requester-is-not-approver';
import { requiredFields } from './rules/required-fields';
import { standardCatalogue } from './rules/standard-catalogue';

/** What a rule finds. The one place that knows every kind; the compiler refuses a kind that is missing here. */
export function evaluateRule(rule: Rule, context: RuleContext): readonly Finding[] {
  switch (rule.kind) {
    case 'required-fields':
      return requiredFields.evaluate(rule, context);
    case 'approval':
      return approval.evaluate(rule, context);
    case 'requester-is-not-approver':
      return requesterIsNotApprover.evaluate(rule, context);
    case 'standard-catalogue':
      return standardCatalogue.evaluate(rule, context);
    case 'allowed-types':
      return allowedTypes.evaluate(rule, context);
  }
}
