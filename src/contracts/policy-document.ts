import { z } from 'zod';
import type { Policy } from '../domain/policy/policy';
import type { Rule } from '../domain/policy/policy-rule';
import { about } from './policy/about';
import { calendar } from './policy/calendar';
import { answers, clause, question } from './policy/clauses';
import { delegation, emergencies, exceptions, standardChange } from './policy/emergencies';
import { fieldRules } from './policy/field-rules';
import { name } from './policy/parts';
import { peopleRules } from './policy/people-rules';
import { FILE, STORED, type PolicyForm } from './policy/policy-form';
import { calendarRules, processRules } from './policy/process-rules';
import { clock, records } from './policy/records';
import { category, changeType, ownField, risk, role, scope, term } from './policy/words';
import { brokenReferences } from './policy-references';

function rule(form: PolicyForm): z.ZodType<Rule> {
  return z.discriminatedUnion('kind', [
    ...fieldRules(form),
    ...peopleRules(form),
    ...calendarRules(form),
    ...processRules(form),
  ]);
}

/** A policy key by key: strict, so that a misspelt key is an error and never a rule that silently does nothing. */
export function policyKeys(form: PolicyForm) {
  return z.strictObject({
    schemaVersion: z.literal(2, 'This must be 2.').describe('The form in which the policy is written: always 2.'),
    id: name.describe('How the app names the policy, e.g. `POL-005`.'),
    title: name.describe('The title of the document.'),
    version: name.describe('Its version, as text: `"1.1"`, in quotes.'),
    about: form.or(about, {}).describe('What the document says about itself.'),
    roles: form.or(z.array(role).max(200), []).describe('The roles that the rules speak of.'),
    changeTypes: z
      .array(changeType(form))
      .min(1)
      .max(50)
      .describe('The types of change. A change of another type passes no gate.'),
    categories: form.or(z.array(category(form)).max(100), []).describe('The categories of changes.'),
    risk: risk.describe('How a change gets its risk level.'),
    fields: form
      .or(z.array(ownField).max(100), [])
      .describe('Fields of your own, besides those that every change has.'),
    terms: form.or(z.array(term).max(100), []).describe('Words of the document that need a meaning, such as "major".'),
    scope: form.or(scope, {}).describe('Which changes the policy governs; left out: all.'),
    emergencies: form
      .or(emergencies(form), { mode: 'not-allowed', bypasses: [], tell: [] })
      .describe('What becomes of emergencies; left out: they have no way of their own.'),
    standardChanges: form
      .or(z.array(standardChange).max(500), [])
      .describe('The catalogue of changes that are approved beforehand.'),
    exceptions: form
      .or(exceptions(form), 'none')
      .describe('Who may grant an exception, and on which terms; `none`: nobody.'),
    delegation: form
      .or(delegation, 'none')
      .describe('Whether approvers may hand their role to somebody else for a time; `none`: no.'),
    materialFields: z
      .array(name)
      .max(200)
      .describe('Ids of the fields that are the plan: an edit to one of them voids the approvals given before.'),
    calendar: form.or(calendar(form), { windows: [] }).describe('Working time, freezes and maintenance windows.'),
    records: form
      .or(records(form), { retentionMonths: null, legalHold: false, notifications: [] })
      .describe('How long records are kept, and who is told.'),
    clocks: form
      .or(z.array(clock(form)).max(200), [])
      .describe('What must be done within which time. A clock reminds; it stops nothing.'),
    questions: form
      .or(z.array(question(form)).max(100), [])
      .describe('What the document leaves open. The policy cannot be put in force before every question is answered.'),
    answers: form.or(answers(form), {}).describe('Question id: what the owner of the policy answered.'),
    clauses: form.or(z.array(clause).max(1_000), []).describe('The clauses of the document, and how each is served.'),
    rules: z.array(rule(form)).max(500).describe('What the policy asks for.'),
  }) satisfies z.ZodType<Policy>;
}

/** A policy as the app keeps it. What it refers to was looked at when it was put in force. */
export const keptPolicy: z.ZodType<Policy> = policyKeys(STORED);

/** A policy as data, whole: nothing is filled in, so that its hash stays. What it refers to must exist in it. */
export const policyDocument = referring(keptPolicy);

/** A policy as somebody wrote it: what may be left out is filled in. What it refers to must exist in it. */
export const policyFile = referring(policyKeys(FILE));

function referring(schema: z.ZodType<Policy>): z.ZodType<Policy> {
  return schema.superRefine((document, context) => {
    for (const { path, message, hint } of brokenReferences(document)) {
      context.addIssue({ code: 'custom', path: [...path], message, params: hint === undefined ? {} : { hint } });
    }
  });
}
