import { z } from 'zod';
import {
  EMERGENCY_MODES,
  SCHEDULING_RULES,
  type Delegation,
  type Emergencies,
  type ExceptionPath,
  type StandardChange,
} from '../../domain/policy/policy';
import { condition } from './condition';
import { civilDate, count, name, names, someNames, text } from './parts';
import type { PolicyForm } from './policy-form';
import { requirement } from './requirement';
import { byForm, isText } from './shape-choice';

/** The ways beside the usual one: emergencies, standard changes, exceptions, delegation. */

export function emergencies(form: PolicyForm): z.ZodType<Emergencies> {
  return z.strictObject({
    mode: z
      .enum(EMERGENCY_MODES)
      .describe(
        '`not-allowed`: they have no way of their own; `approve-first`: they are approved, then implemented; `implement-first`: implemented, then approved; `both`: approved before and after.',
      ),
    bypasses: form
      .or(z.array(z.enum(SCHEDULING_RULES)).max(SCHEDULING_RULES.length), [])
      .describe('Scheduling rules that do not bind an emergency.'),
    tell: form.or(names, []).describe('Ids of the roles that are told when an emergency is expedited.'),
  });
}

export const standardChange: z.ZodType<StandardChange> = z.strictObject({
  id: name.describe('A name for the entry that no other entry has.'),
  title: name.describe('As the field Standard change template shows it.'),
  preApprovedBy: name
    .nullable()
    .describe('Id of the role whose approval stands for every such change; `null` where none is needed.'),
  until: civilDate.exactOptional().describe('The last day on which the entry may be used.'),
  when: condition.exactOptional().describe('What else must be true of such a change.'),
});

function granted(form: PolicyForm) {
  return z
    .strictObject({
      id: name.describe('A name for it that no other exception has.'),
      clauses: someNames.describe('Ids of the clauses from which it exempts.'),
      when: condition.exactOptional().describe('Which changes it covers; left out: all.'),
      grantedBy: someNames.describe('Ids of the roles that granted it.'),
      riskAssessment: text.exactOptional().describe('What it risks, as it was assessed.'),
      from: civilDate.describe('The first day on which it holds.'),
      until: civilDate.describe('The last day on which it holds.'),
      reviewedOn: form.or(z.array(civilDate).max(200), []).describe('Days on which it was reviewed.'),
    })
    .refine(({ from, until }) => from <= until, {
      path: ['until'],
      message: 'An exception cannot end before it begins.',
    });
}

export function exceptions(form: PolicyForm): z.ZodType<ExceptionPath | 'none'> {
  const path: z.ZodType<ExceptionPath> = z.strictObject({
    clauses: form.or(names, []).describe('Ids of the clauses that speak of exceptions.'),
    requirement: requirement.describe('Whose approval grants an exception.'),
    askedWith: form.or(names, []).describe('Ids of the fields that must be filled in to ask for one.'),
    reviewEveryDays: count(3_660)
      .exactOptional()
      .describe('An exception that was not reviewed for so many days lapses.'),
    longestDays: count(3_660).exactOptional().describe('How long an exception may last at most.'),
    granted: form
      .or(z.array(granted(form)).max(500), [])
      .describe('Exceptions that were granted for longer than one change.'),
  });
  return noneOr(path, 'Nobody can grant an exception.');
}

export const delegation: z.ZodType<Delegation | 'none'> = noneOr<Delegation>(
  z.strictObject({
    longestDays: count(366).describe('For how many days at most a role may be handed over.'),
    roles: someNames.exactOptional().describe('Ids of the roles that may be handed over; left out: all.'),
  }),
  'A role cannot be handed over.',
);

function noneOr<T>(schema: z.ZodType<T>, meaning: string): z.ZodType<T | 'none'> {
  const none = z.literal('none', 'Write "none", or what is allowed.').describe(meaning);
  return byForm<T | 'none'>([isText, none], [() => true, schema]);
}
