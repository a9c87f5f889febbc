import { z } from 'zod';
import { name, someNames } from './parts';
import type { PolicyForm } from './policy-form';
import { duty, fieldIds, kind, roleIds } from './rule-base';
import { byForm, byKeys, isText } from './shape-choice';

type FieldOrGroup = string | { oneOf: string[] };
type Author = { duty: z.output<typeof duty> } | { roles: string[] };

const group = z
  .strictObject({ oneOf: fieldIds.describe('Ids of fields.') })
  .describe('A group of which one is enough.');
const fieldOrGroup = byForm<FieldOrGroup>([isText, name.describe('Id of a field.')], [() => true, group]);

const author = byKeys<Author>(
  'an author',
  z.strictObject({ duty: duty.describe('A duty.') }).describe('Whoever has this duty in the change.'),
  z.strictObject({ roles: roleIds.describe('Ids of roles.') }).describe('Whoever holds one of these roles.'),
);

/** Rules about what is written in the fields of a change. */
export function fieldRules(form: PolicyForm) {
  return [
    kind(
      form,
      'required-fields',
      'These fields must be filled in. A field that holds a link must hold one that leads somewhere.',
      {
        fields: z
          .array(fieldOrGroup)
          .min(1)
          .max(100)
          .describe('Ids of fields; of a group `{ oneOf: […] }` one is enough.'),
      },
    ),
    kind(form, 'authorship', 'Where these fields are filled in, the right people wrote them last.', {
      fields: fieldIds.describe('Ids of fields.'),
      by: author.describe('Who must have written them.'),
    }),
    kind(form, 'test-suites', 'These suites are among those that passed (field Test suites passed).', {
      suites: someNames.describe('Names of suites, compared without regard to case.'),
    }),
    kind(form, 'documents-updated', 'Every document in the field Affected documents is marked as updated.', {}),
    kind(
      form,
      'post-implementation-review',
      'The change was looked at for lessons: the field Post-implementation review is filled in.',
      {
        meeting: form
          .or(z.boolean(), false)
          .describe('Whether a review meeting must have been held after the implementation.'),
      },
    ),
  ] as const;
}
