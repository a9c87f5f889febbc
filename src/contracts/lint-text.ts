import type { LintCode, LintDetail, LintFinding } from '../domain/policy/lint/lint-finding';
import type { Policy } from '../domain/policy/policy';
import { fieldTitle, GATE_TITLES } from './field-titles';
import { conditionText } from './wording/condition-text';
import { list } from './wording/lists';
import { dayText } from './wording/moments';
import { roleTitle, theRoles } from './wording/names-of-people';
import { requirementText } from './wording/requirement-text';

type FindingOf<C extends LintCode> = LintFinding & Extract<LintDetail, { readonly code: C }>;

type LintSentences = { readonly [C in LintCode]: (finding: FindingOf<C>, policy: Policy) => string };

const SENTENCES: LintSentences = {
  placeholder: ({ text, where }, policy) => {
    const place = where === null ? 'the text' : partText(where);
    const asked = policy.questions.some(({ placeholder }) => placeholder === text);
    const order = asked ? 'answer the question about it' : 'put in its place what belongs there';
    return `The placeholder ${text} is still in ${place}: ${order}.`;
  },
  'unanswered-question': ({ ask, question, clauses }, { questions }) => {
    const blank = questions.some(({ id, placeholder }) => id === question && placeholder !== undefined);
    const what =
      blank || clauses.length < 2 ? 'The document leaves this open' : `${list(clauses)} contradict each other`;
    return `${what}: ${ask} Answer it.`;
  },
  'dangling-reference': ({ reference }) =>
    `The text refers to ${reference}, which the document does not have: correct the reference, or add what is missing.`,
  'undefined-word': ({ word, term }, policy) => {
    const meaning = policy.terms.find(({ id }) => id === term)?.means;
    if (meaning === undefined) return `The document does not say what "${word}" means: have it define the word.`;
    return `The document does not say what "${word}" means; to the policy it means that ${conditionText(meaning, policy)}: have the document say so.`;
  },
  'review-overdue': ({ due, days }) =>
    `The policy was due for review on ${dayText(due)}, ${days === 1 ? '1 day' : `${String(days)} days`} ago: review it and set the next date.`,
  'no-review-date': () =>
    'The policy does not say when it is to be reviewed: give it a date of the next review, or an interval.',
  'long-freeze': ({ window, days }) =>
    `The freeze "${window}" lasts ${String(days)} days: check that its dates are what is meant.`,
  'expired-entry': ({ entry, until }) =>
    `The standard change "${entry}" could be used until ${dayText(until)}: approve it anew, or take it out of the catalogue.`,
  'exception-lapsed': ({ exception, because }) => `The exception "${exception}" ${LAPSED[because]}.`,
  'exception-not-granted': ({ exception, roles }, policy) => {
    const asked = policy.exceptions === 'none' ? '' : requirementText(policy.exceptions.requirement, policy);
    const granted = roles.length === 0 ? 'nobody' : theRoles(policy, roles);
    return `The exception "${exception}" was granted by ${granted}, but ${asked} must grant it: have it granted by them, or take it out.`;
  },
  'retention-missing': () => 'The policy does not say how long records are kept: set a number of months.',
  'clause-not-enforced': () =>
    'The clause is said to be enforced, but no rule serves it: add a rule, or say how else it is served.',
  'clause-not-reminded': () =>
    'The clause is said to be reminded of, but no clock or message serves it: add one, or say how else it is served.',
  'clause-without-note': ({ service }) =>
    service === 'outside'
      ? 'The clause is said to be served outside the app, but not by whom: add a note.'
      : 'The clause is said to be shown by records, but not by which: add a note.',
  'broken-promise': ({ clauses: [promise = ''], ruleIds, gate, types, asks }, policy) => {
    const things = asks.map((thing) => (thing === 'approval' ? 'an approval' : fieldTitle(policy, thing)));
    return `At ${GATE_TITLES[gate]} ${rulesText(ruleIds)} asks for ${list(things)} of ${list(types, 'or')} changes, which ${promise} lets pass without: change one of them, or answer a question about both.`;
  },
  'emergency-mode-not-kept': ({ problem, types, ruleIds }) =>
    EMERGENCY[problem](list(types), `${rulesText(ruleIds)} ${ruleIds.length === 1 ? 'asks' : 'ask'}`),
  'expedite-open': ({ types }) =>
    `${list(types)} changes can take the way of emergencies, because no rule stops them at ${GATE_TITLES.expedite}: add one that lets only emergencies pass.`,
  'rule-never-applies': ({ ruleIds }) =>
    `No change can ever come under ${rulesText(ruleIds)}: correct its condition, or take the rule out.`,
  'closer-not-known': ({ ruleIds }) =>
    `Jira does not tell the app who closes a change and cannot check ${rulesText(ruleIds)} itself: ask for it at Close only, without votes, texts, scores or a mere warning, or name another duty, such as the verifier.`,
  'approval-too-late': ({ ruleIds, point, gates }) =>
    `At ${list(gates.map((gate) => GATE_TITLES[gate]))} ${rulesText(ruleIds)} asks for approvals that are only given at ${GATE_TITLES[point]}: ask for them there or later.`,
  'approval-not-kept': ({ ruleIds }) =>
    `Nobody looks again at the approvals for ${rulesText(ruleIds)} before a change is implemented, so the plan can be edited after they were given: add the gate implement to the rule.`,
  'condition-field-optional': ({ field, scope, ruleIds }, policy) => {
    const title = fieldTitle(policy, field);
    const off = [...(scope ? ['the whole policy'] : []), ...(ruleIds.length === 0 ? [] : [rulesText(ruleIds)])];
    return `No rule asks for ${title}, and a change that leaves it empty does not come under ${list(off)}: require the field by then, or see that it is always filled.`;
  },
  'approval-expires-first': ({ ruleIds }) =>
    `The approvals for ${rulesText(ruleIds)} expire before their waiting period is over, so they can never be enough: let them count for longer, or wait for less.`,
  'requirement-never-met': ({ in: place, ruleIds }) =>
    `The approval that ${place === 'rule' ? rulesText(ruleIds) : 'an exception'} needs can never be complete: ask for no more than is listed.`,
  'unused-role': ({ role }, policy) =>
    `Nothing in the policy needs the ${roleTitle(policy, role)} role: name it where it is meant, or take it out.`,
};

const LAPSED: Readonly<Record<FindingOf<'exception-lapsed'>['because'], string>> = {
  over: 'has ended: have it granted anew, or take it out',
  unreviewed: 'was not reviewed in time and holds no longer: review it, or take it out',
  'too-long': 'has run for longer than the policy allows: have it granted anew, or take it out',
};

const EMERGENCY: Readonly<
  Record<FindingOf<'emergency-mode-not-kept'>['problem'], (types: string, rules: string) => string>
> = {
  'not-approved-first': (types) =>
    `Emergencies are to be approved first, but ${types} changes can pass ${GATE_TITLES.expedite} without: add an approval there, or say that they are implemented first.`,
  'approved-first': (types, rules) =>
    `Emergencies are to be implemented first, but ${rules} for the approval of ${types} changes at ${GATE_TITLES.expedite}: take that out, or say that they are approved first.`,
  'not-reviewed-after': (types) =>
    `Emergencies are to be reviewed afterwards, but ${types} changes can pass ${GATE_TITLES.close} without: add an approval or a review there.`,
  'there-are-emergencies': (types) =>
    `The policy has no way for emergencies, but ${types} changes are emergencies: say what is done with them, or make them an ordinary type.`,
};

/** What is the case and what to do about it, as one plain sentence without the ids of the clauses that it is about. */
export function lintText(finding: LintFinding, policy: Policy): string {
  return sentenceFor(finding.code, finding, policy);
}

function sentenceFor<C extends LintCode>(code: C, finding: FindingOf<C>, policy: Policy): string {
  return SENTENCES[code](finding, policy);
}

function rulesText(ruleIds: readonly string[]): string {
  return `the rule${ruleIds.length === 1 ? '' : 's'} ${list(ruleIds.map((id) => `"${id}"`))}`;
}

/** `about.lastUpdated` is "what the policy says of itself (last updated)". */
function partText(where: string): string {
  const words = (name: string) => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  const [part = '', detail] = where.split('.');
  return detail === undefined ? `the policy's ${words(part)}` : `what the policy says of itself (${words(detail)})`;
}
