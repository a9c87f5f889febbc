import { z } from 'zod';
import type { Remedy } from '../../../domain/reason';
import { accountId, duty, fieldId, instant } from '../stored-parts';
import { cause, dutyOrRoles, roles } from './coded';

function act<D extends string, S extends z.ZodRawShape>(what: D, shape: S) {
  return z.strictObject({ do: z.literal(what), ...shape });
}

export const remedy = z.discriminatedUnion('do', [
  act('fill-field', { field: fieldId }),
  act('enter-number', { field: fieldId }),
  act('fill-one-of', { fields: z.array(fieldId) }),
  act('approve', { role: z.string() }),
  act('approve-by-more', { role: z.string(), more: z.number().int().positive() }),
  act('ask-somebody-else', {}),
  act('settle-decline', { by: accountId }),
  act('wait', { until: instant }),
  act('plan-after', { instant }),
  act('plan-in-window', { window: z.string(), from: instant, until: instant }),
  act('plan-elsewhere', {}),
  act('ask-exemption', { window: z.string(), role: z.string() }),
  act('name-somebody-else', { duty }),
  act('name-holder', { duty, roles }),
  act('name-person', { duty, by: z.array(accountId) }),
  act('have-written', { field: fieldId, by: dutyOrRoles }),
  act('pass-suite', { suite: z.string() }),
  act('update-document', { document: z.string() }),
  act('choose-catalogue-entry', { entries: z.array(z.string()) }),
  act('use-other-path', { types: z.array(z.string()) }),
  act('choose-type', { types: z.array(z.string()), given: z.array(fieldId) }),
  act('choose-risk-level', { field: fieldId, levels: z.array(z.string()) }),
  act('take-back-exception', {}),
  act('answer-question', { question: z.string() }),
  act('give-reason', { field: fieldId }),
  act('mend-lookup', { cause }),
]) satisfies z.ZodType<Remedy>;
