import { z } from 'zod';
import { KINDS_OF_FIELD, type OwnField } from '../../domain/change/change-field';
import type { Category, ChangeType, Role, Scope, Term } from '../../domain/policy/policy';
import type { RiskModel } from '../../domain/policy/risk-model';
import { condition } from './condition';
import { name, remark, someNames } from './parts';
import type { PolicyForm } from './policy-form';

export const role = z.strictObject({
  id: name.describe('How rules name it.'),
  title: name.describe('What people call it. Who holds the role is set on the settings page.'),
}) satisfies z.ZodType<Role>;

export function changeType(form: PolicyForm): z.ZodType<ChangeType> {
  return z.strictObject({
    id: name.describe('As the field Change type shows it. Compared without regard to case.'),
    description: form.or(remark, '').describe('What belongs to it.'),
    emergency: form
      .or(z.boolean(), false)
      .describe('Whether such a change is an emergency, with the way that emergencies have.'),
  });
}

export function category(form: PolicyForm): z.ZodType<Category> {
  return z.strictObject({
    id: name.describe('As the field Category shows it. Compared without regard to case.'),
    description: form.or(remark, '').describe('What belongs to it.'),
  });
}

const levels = z.array(name).max(20);

export const risk: z.ZodType<RiskModel> = z.discriminatedUnion('how', [
  z
    .strictObject({
      how: z.literal('asked').describe('How a change gets its risk level.'),
      levels: levels.describe('The levels, from the lowest to the highest.'),
    })
    .describe('People choose the level in the field Risk level.'),
  z
    .strictObject({
      how: z.literal('scored').describe('How a change gets its risk level.'),
      levels: levels.min(1).describe('The levels, from the lowest to the highest.'),
      combine: z.enum(['sum', 'product', 'highest']).describe('How the scores of the dimensions become one.'),
      dimensions: z
        .array(
          z.strictObject({
            field: name.describe('Id of the field that holds the answer.'),
            scores: z
              .record(name, z.number())
              .refine((scores) => Object.keys(scores).length > 0, 'Say what at least one option of the field scores.')
              .describe('Option of the field: its score. Of a field with several values the highest score counts.'),
          }),
        )
        .min(1)
        .max(20)
        .describe('The questions of the assessment, or the axes of a matrix.'),
      bands: z
        .array(
          z.strictObject({
            level: name.describe('A level of the list above.'),
            from: z.number().describe('The score from which on a change has this level.'),
          }),
        )
        .min(1)
        .max(20)
        .describe('Which score is which level, from the lowest on.'),
    })
    .describe('The level is worked out from the answers to several questions.'),
]);

export const ownField = z.strictObject({
  id: name
    .max(60)
    .regex(
      /^[a-z][A-Za-z0-9-]*$/,
      'The id of a field starts with a small letter and has only letters, digits and dashes.',
    )
    .describe('How rules name it. It must not be the id of a field that every change has.'),
  title: name.describe('The name of the field in Jira, by which it is found.'),
  kind: z.enum(KINDS_OF_FIELD).describe('What kind of value it holds.'),
}) satisfies z.ZodType<OwnField>;

export const term = z.strictObject({
  id: name.describe('The word, as conditions name it.'),
  means: condition.describe('When it is true of a change.'),
  definedIn: name.exactOptional().describe('Id of the clause in which the document itself defines the word.'),
}) satisfies z.ZodType<Term>;

export const scope = z.strictObject({
  projects: someNames
    .exactOptional()
    .describe('Keys of Jira projects, as in `[CHG]`; left out: every project in which the app is set up.'),
  when: condition.exactOptional().describe('Changes for which this does not hold are not governed by the policy.'),
}) satisfies z.ZodType<Scope>;
