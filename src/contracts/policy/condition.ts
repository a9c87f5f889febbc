import { z } from 'zod';
import type { Condition } from '../../domain/policy/condition';
import { nested } from './nesting';
import { name, someNames } from './parts';
import { byKeys } from './shape-choice';

const field = name.describe('Id of a field: one that every change has, or one that the policy declares.');

/** When something applies to a change. */
export const condition: z.ZodType<Condition> = nested('condition', (inner) => {
  const parts = z.array(inner).min(1).max(100);
  return byKeys<Condition>(
    'a condition',
    z
      .strictObject({
        field,
        in: someNames.describe(
          'Values, compared without regard to case; of a field with several values one is enough.',
        ),
      })
      .describe('The field has one of these values.'),
    z
      .strictObject({
        field,
        filled: z.boolean().describe('`true` when there must be something in it, `false` when it must be empty.'),
      })
      .describe('The field is filled in, or empty.'),
    z
      .strictObject({ field, atLeast: z.number().describe('The smallest number for which it holds.') })
      .describe('The number in the field is at least this one.'),
    z
      .strictObject({ field, atMost: z.number().describe('The largest number for which it holds.') })
      .describe('The number in the field is at most this one.'),
    z
      .strictObject({ risk: someNames.describe('Risk levels of the policy.') })
      .describe('The risk level of the change is one of these.'),
    z
      .strictObject({ riskAtLeast: name.describe('A risk level of the policy.') })
      .describe('The risk level of the change is this one or a higher one.'),
    z
      .strictObject({ term: name.describe('Id of a word under `terms`.') })
      .describe('What the policy means by one of its words is true of the change.'),
    z
      .strictObject({
        answer: name.describe('Id of a question under `questions`.'),
        in: someNames.describe('Answers for which it holds.'),
      })
      .describe('The owner of the policy gave one of these answers.'),
    z.strictObject({ all: parts.describe('Conditions.') }).describe('All of these conditions hold.'),
    z.strictObject({ any: parts.describe('Conditions.') }).describe('At least one of these conditions holds.'),
    z.strictObject({ not: inner.describe('A condition.') }).describe('This condition does not hold.'),
  );
});
