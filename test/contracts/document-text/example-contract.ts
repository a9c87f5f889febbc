import { z } from 'zod';
import { problemText } from '../../../src/contracts/document-text/document-problem';
import { readDocumentText } from '../../../src/contracts/document-text/read-document-text';

type Need = { role: string } | { allOf: Need[]; inOrder?: boolean | undefined } | { anyOf: Need[] };
type When = { field: string; in: string[] } | { all: When[] } | { not: When };

const FIELDS = ['summary', 'impact', 'rollback-plan'] as const;

const need: z.ZodType<Need> = z.lazy(() =>
  z.union([
    z.strictObject({ role: z.string() }),
    z.strictObject({ allOf: z.array(need).min(1), inOrder: z.boolean().optional() }),
    z.strictObject({ anyOf: z.array(need).min(1) }),
  ]),
);

const when: z.ZodType<When> = z.lazy(() =>
  z.union([
    z.strictObject({ field: z.enum(FIELDS), in: z.array(z.string()).min(1) }),
    z.strictObject({ all: z.array(when).min(1) }),
    z.strictObject({ not: when }),
  ]),
);

const ruleBase = { id: z.string(), strength: z.enum(['block', 'warn']) };

const rule = z.discriminatedUnion('kind', [
  z.strictObject({ ...ruleBase, kind: z.literal('required-fields'), fields: z.array(z.enum(FIELDS)) }),
  z.strictObject({ ...ruleBase, kind: z.literal('approval'), need, when: when.optional() }),
]);

/** Small, and yet with all that makes places hard to find: unions in unions, lists, optional and free keys. */
export const exampleContract = z
  .strictObject({
    title: z.string().max(40).regex(/\S/, 'This must not be blank.'),
    version: z.string(),
    edition: z.literal(1).optional(),
    days: z.number().int().min(1).max(31).optional(),
    urgent: z.boolean().optional(),
    until: z.iso.date().optional(),
    contact: z.union([z.string(), z.strictObject({ name: z.string() })]).optional(),
    holders: z.record(z.string().regex(/^[a-z]+$/, 'A role is written in small letters.'), z.string()).optional(),
    rules: z.array(rule).max(3),
  })
  .superRefine(({ rules }, context) => {
    const ids = rules.map(({ id }) => id);
    for (const [index, id] of ids.entries()) {
      if (ids.indexOf(id) === index) continue;
      const hint = 'Give the rule another id.';
      context.addIssue({
        code: 'custom',
        path: ['rules', index, 'id'],
        message: `"${id}" is taken.`,
        params: { hint },
      });
    }
  });

/** The problems of a text, each in one line; none if it can be read. */
export function problemsOf(text: string, contract: z.ZodType = exampleContract): readonly string[] {
  const reading = readDocumentText(contract, text);
  return reading.readable ? [] : reading.problems.map(problemText);
}
