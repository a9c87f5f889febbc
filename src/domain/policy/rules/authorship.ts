import { fieldFact, known, unknown, type Fact } from '../../change/change-facts';
import type { FieldId } from '../../change/change-field';
import { isBefore } from '../../change/gate-order';
import type { AccountId } from '../../change/identity';
import { isFilled } from '../holds';
import { dutyUnknown } from '../duty-findings';
import { approvalRulesFor, dutyHolders } from '../duty-holders';
import type { Finding } from '../evaluation';
import { notKnown } from '../not-known';
import { rolesHeldNow } from '../person-roles';
import type { AuthorshipRule } from '../policy-rule';
import type { RuleContext, RuleKind } from '../rule';

/**
 * Each of the fields that is filled was written last by somebody with the duty, or by a holder of one of the roles. A
 * field that is empty asks for nothing. What approvers have to write is asked for from the first point on at which they
 * approve: before it nobody is an approver yet.
 */
export const authorship: RuleKind<'authorship'> = {
  kind: 'authorship',
  evaluate: (rule, context) => {
    if ('duty' in rule.by && rule.by.duty === 'approver' && isBeforeApproval(context)) return [];
    const findings: Finding[] = [];
    for (const field of rule.fields) {
      const fact = fieldFact(context.facts, field);
      if (fact.state === 'unknown') findings.push(notKnown({ code: 'field-unknown', field, cause: fact.cause }));
      else if (isFilled(fact.value)) findings.push(findAuthor(field, rule, context));
    }
    return findings;
  },
  needs: ({ fields, by }) => ('duty' in by ? { authors: fields } : { authors: fields, authorRoles: true }),
};

/** Whether every approval that the change needs is asked for at a later gate; also where it needs none. */
function isBeforeApproval(context: RuleContext): boolean {
  return approvalRulesFor(context).every(({ point }) => isBefore(context.gate, point));
}

function findAuthor(field: FieldId, { by: wanted }: AuthorshipRule, context: RuleContext): Finding {
  const author = authorOf(field, context);
  if (author.state === 'unknown') return notKnown({ code: 'author-unknown', field, cause: author.cause });
  const by = author.value;
  const right: Finding = { met: 'yes', reason: { code: 'written-by', field, by } };
  const wrong: Finding = {
    met: 'no',
    reason: { code: 'written-by-other', field, by, wanted },
    remedy: { do: 'have-written', field, by: wanted },
  };
  if ('duty' in wanted) {
    const holders = dutyHolders(wanted.duty, context);
    if (holders.state === 'unknown') return dutyUnknown(wanted.duty, holders.cause);
    return holders.value.includes(by) ? right : wrong;
  }
  const held = rolesHeldNow(by, context.facts);
  if (held.state === 'unknown') return notKnown({ code: 'roles-unknown', by, cause: held.cause });
  return wanted.roles.some((role) => held.value.includes(role)) ? right : wrong;
}

/** Who wrote a field that is filled. Nobody is no answer: somebody has. */
function authorOf(field: FieldId, { facts }: RuleContext): Fact<AccountId> {
  const author = facts.authors?.[field] ?? unknown('not-looked-up', field);
  if (author.state === 'unknown') return author;
  return author.value === null ? unknown('unreadable-value', field) : known(author.value);
}
