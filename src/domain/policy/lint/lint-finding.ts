import type { FieldId } from '../../change/change-field';
import type { Gate } from '../../change/lifecycle';
import type { Service } from '../clause';
import type { CivilDate, Emergencies, Policy } from '../policy';

/** An error keeps a policy from being put in force. */
export type Severity = 'error' | 'warning';

/** Something about a policy that its owner should know, as a code with the values that matter. */
export type LintFinding = {
  readonly severity: Severity;
  /** The clauses that it is about; none where it is about none in particular. */
  readonly clauses: readonly string[];
  readonly ruleIds: readonly string[];
} & LintDetail;

export type LintDetail = TextDetail | DateDetail | ClauseDetail | RuleDetail;

export type TextDetail =
  /** `where` is a part of the policy, e.g. `about.lastUpdated`, and null for the text of a clause. */
  | { readonly code: 'placeholder'; readonly text: string; readonly where: string | null }
  | { readonly code: 'unanswered-question'; readonly question: string; readonly ask: string }
  | { readonly code: 'dangling-reference'; readonly reference: string }
  /** `term` is what the policy itself takes the word to mean, though the document does not say so; null: it does not. */
  | { readonly code: 'undefined-word'; readonly word: string; readonly term: string | null };

export type DateDetail =
  | { readonly code: 'review-overdue'; readonly due: CivilDate; readonly days: number }
  | { readonly code: 'no-review-date' }
  | { readonly code: 'long-freeze'; readonly window: string; readonly days: number }
  | { readonly code: 'expired-entry'; readonly entry: string; readonly until: CivilDate }
  /** `over`: its last day is past; `unreviewed`: its review was missed; `too-long`: longer than the policy allows. */
  | {
      readonly code: 'exception-lapsed';
      readonly exception: string;
      readonly because: 'over' | 'unreviewed' | 'too-long';
    }
  | { readonly code: 'exception-not-granted'; readonly exception: string; readonly roles: readonly string[] }
  | { readonly code: 'retention-missing' };

export type ClauseDetail =
  | { readonly code: 'clause-not-enforced' }
  | { readonly code: 'clause-not-reminded' }
  | { readonly code: 'clause-without-note'; readonly service: Service }
  /** A rule asks at the gate for what a clause promises not to ask for: approval, or these fields. */
  | {
      readonly code: 'broken-promise';
      readonly gate: Gate;
      readonly types: readonly string[];
      readonly asks: readonly ('approval' | FieldId)[];
    };

export type RuleDetail =
  /** What is done with emergencies is not what the rules make of it. */
  | {
      readonly code: 'emergency-mode-not-kept';
      readonly mode: Emergencies['mode'];
      readonly problem: 'not-approved-first' | 'approved-first' | 'not-reviewed-after' | 'there-are-emergencies';
      readonly types: readonly string[];
    }
  | { readonly code: 'expedite-open'; readonly types: readonly string[] }
  | { readonly code: 'rule-never-applies' }
  | { readonly code: 'closer-not-known' }
  | { readonly code: 'approval-too-late'; readonly point: Gate; readonly gates: readonly Gate[] }
  | { readonly code: 'approval-not-kept' }
  /** Empty, the field lets changes off the rules named by `ruleIds`, or, where `scope` says so, off the whole policy. */
  | { readonly code: 'condition-field-optional'; readonly field: FieldId; readonly scope: boolean }
  | { readonly code: 'approval-expires-first' }
  /** `in` the approval rule named by `ruleIds`, or the terms of exceptions. */
  | { readonly code: 'requirement-never-met'; readonly in: 'rule' | 'exceptions' }
  | { readonly code: 'unused-role'; readonly role: string };

export type LintCode = LintDetail['code'];

/** One check of a policy: what it finds, in the order of the document. */
export type LintCheck = (policy: Policy, today: CivilDate) => readonly LintFinding[];
