import { z } from 'zod';
import type { Requirement } from '../../domain/approval/requirement';
import { nested } from './nesting';
import { count, name } from './parts';
import { byKeys } from './shape-choice';

const role = name.describe('Id of a role under `roles`.');
const number = count(100);

/** Whose approval is needed. */
export const requirement: z.ZodType<Requirement> = nested('requirement', (inner) => {
  const parts = z.array(inner).min(1).max(100);
  return byKeys<Requirement>(
    'a requirement',
    z.strictObject({ role }).describe('Somebody who holds the role.'),
    z
      .strictObject({
        allOf: parts.describe('Requirements.'),
        inOrder: z
          .boolean()
          .exactOptional()
          .describe(
            '`true`: each part counts only once the part before it is met; the last one is the final approval.',
          ),
      })
      .describe('All of these.'),
    z.strictObject({ anyOf: parts.describe('Requirements.') }).describe('One of these, whichever.'),
    z
      .strictObject({ atLeast: number.describe('How many of them.'), of: parts.describe('Requirements.') })
      .refine(({ atLeast, of }) => atLeast <= of.length, {
        path: ['atLeast'],
        message: 'This asks for more than the list has.',
      })
      .describe('At least so many of these.'),
    z
      .strictObject({ atLeast: number.describe('How many people.'), role })
      .describe('At least so many people who hold the role.'),
    z
      .strictObject({
        percent: z
          .number()
          .min(1)
          .max(100)
          .describe('The share of the people who hold the role, rounded up to whole people.'),
        role,
      })
      .describe('At least so many per cent of the people who hold the role.'),
  );
});
