import type { Policy } from '../../domain/policy/policy';
import type { ApprovalRule, Rule, RuleOf } from '../../domain/policy/policy-rule';
import { FIELD_TITLES, fieldTitle } from '../field-titles';
import { durationText } from './duration-text';
import { list } from './lists';
import { dutyName, dutyOrRolesText, oneRoleOf, theRoles } from './names-of-people';
import { isPlural, requirementText } from './requirement-text';

/** What a kind of rule asks for, to be read after "Blocks Authorize until …" or, of what cannot come later, "unless …". */
export interface Want {
  readonly bond: 'until' | 'unless';
  readonly text: string;
  /** Further sentences, each with its full stop. */
  readonly more?: readonly string[];
}

type Wants = { readonly [K in Rule['kind']]: (rule: RuleOf<K>, policy: Policy) => Want };

const until = (text: string, more: readonly string[] = []): Want => ({ bond: 'until', text, more });
const unless = (text: string): Want => ({ bond: 'unless', text });

export const RULE_WANTS: Wants = {
  'required-fields': ({ fields }, policy) => {
    const texts = fields.map((field) =>
      typeof field === 'string' ? fieldTitle(policy, field) : `one of ${titles(field.oneOf, policy, 'or')}`,
    );
    return until(`${list(texts)} ${texts.length === 1 ? 'is' : 'are'} filled in`);
  },
  approval: (rule, policy) => {
    const has = isPlural(rule.requirement) ? 'have' : 'has';
    return until(
      `${requirementText(rule.requirement, policy)} ${has} approved the plan as it stands`,
      approvalTerms(rule, policy),
    );
  },
  'separate-duties': ({ pairs }) => {
    const texts = pairs.map(([one, other]) => `both ${dutyName(one)} and ${dutyName(other)}`);
    const barred = pairs.flatMap((pair) =>
      pair.includes('approver') ? pair.filter((duty) => duty !== 'approver') : [],
    );
    const duties = [...new Set(barred)].map((duty) => `the ${dutyName(duty)}`);
    const more = duties.length === 0 ? [] : [`A vote by ${list(duties, 'or')} does not count.`];
    return until(`nobody is ${list(texts, 'or')}`, more);
  },
  'same-person': ({ pairs }) =>
    until(list(pairs.map(([one, other]) => `the ${dutyName(one)} is also the ${dutyName(other)}`))),
  'who-may': ({ duty, roles }, policy) => until(`the ${dutyName(duty)} holds ${oneRoleOf(policy, roles)}`),
  authorship: ({ fields, by }, policy) =>
    until(
      `${titles(fields, policy)}, if filled in, ${fields.length === 1 ? 'was' : 'were'} written by ${dutyOrRolesText(policy, by)}`,
    ),
  'outside-freezes': ({ freezes }) =>
    until(`the planned time touches no ${freezes.length === 1 ? `${list(freezes)} ` : ''}freeze`),
  'in-maintenance-window': () => until('the planned time lies in a maintenance window'),
  notice: ({ notice }) => until(`the planned start is at least ${durationText(notice)} ahead`),
  'no-overlap': () => until('no other change is planned on the same services at the same time'),
  'test-suites': ({ suites }) =>
    until(
      `the test ${suites.length === 1 ? 'suite' : 'suites'} ${list(suites)} ${suites.length === 1 ? 'has' : 'have'} passed`,
    ),
  'documents-updated': () => until('every affected document is marked as updated'),
  'post-implementation-review': ({ meeting }) =>
    until(`${FIELD_TITLES.postImplementationReview} is filled in${meeting ? ' and the review meeting was held' : ''}`),
  'standard-catalogue': (_rule, { standardChanges }) => {
    const entries = list(
      standardChanges.map(({ title }) => title),
      'or',
    );
    return until(
      `${FIELD_TITLES.standardTemplate} names an entry of the catalogue${entries === '' ? ', which is empty' : ` (${entries})`}`,
    );
  },
  'allowed-types': ({ types }) => unless(`the change type is ${list(types, 'or')}`),
  'emergency-path': (_rule, { emergencies, changeTypes }) => {
    const types = changeTypes.filter(({ emergency }) => emergency).map(({ id }) => id);
    return emergencies.mode === 'not-allowed'
      ? until('the policy has a way of its own for emergencies')
      : unless(`the change is an emergency (${list(types, 'or')})`);
  },
  'exception-granted': (_rule, policy) =>
    policy.exceptions === 'none'
      ? until('the change asks for no exception')
      : until(
          `an exception that the change asks for is approved by ${requirementText(policy.exceptions.requirement, policy)}`,
        ),
};

/** What an approval rule asks for besides who approves. */
function approvalTerms({ veto, wait, expiresAfterHours, humansOnly, distinctPeople }: ApprovalRule, policy: Policy) {
  const sentences = [
    veto === 'nobody' ? 'A decline does not stop the change.' : undefined,
    veto === undefined || veto === 'nobody'
      ? undefined
      : `Only a decline by ${theRoles(policy, veto, 'or')} stops the change.`,
    wait && `The approvals must have been there for ${durationText(wait)}.`,
    expiresAfterHours && `An approval counts for ${durationText({ hours: expiresAfterHours })}.`,
    humansOnly === true ? 'Only accounts of people count.' : undefined,
    distinctPeople === true ? 'Nobody fills two places.' : undefined,
  ];
  return sentences.filter((sentence): sentence is string => typeof sentence === 'string');
}

function titles(fields: readonly string[], policy: Policy, word: 'and' | 'or' = 'and'): string {
  return list(
    fields.map((field) => fieldTitle(policy, field)),
    word,
  );
}
