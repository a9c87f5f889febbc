import { z } from 'zod';
import { SERVICES, type Clause, type Question } from '../../domain/policy/clause';
import type { Answer } from '../../domain/policy/policy';
import { calendarWindow } from './calendar';
import { gate, name, names, remark, someNames, text } from './parts';
import type { PolicyForm } from './policy-form';
import { byForm, isList, isText } from './shape-choice';

const promise = z.strictObject({
  gate: gate.describe('The transition.'),
  types: someNames.describe('Change types.'),
  without: someNames.describe('What may not stop such a change there: `approval`, or ids of fields.'),
});

export const clause: z.ZodType<Clause> = z.strictObject({
  id: name.describe('How rules name it, e.g. `GEN-4.2a`.'),
  text: remark.describe('What the document says, in its words.'),
  service: z
    .enum(SERVICES)
    .describe(
      'How it is served: `enforced` by rules; `evidenced` by what is on record; `reminded` by a clock; `outside` software; `no-text`: there is nothing to enforce.',
    ),
  section: name.exactOptional().describe('The number under which the document has it: what "see section 4" refers to.'),
  note: text
    .exactOptional()
    .describe('For what is not enforced: which record, clock or person serves it, in one sentence.'),
  promises: promise
    .exactOptional()
    .describe('What the clause says may happen without delay; rules against it are reported.'),
});

const QUESTION_KINDS = ['text', 'date', 'months', 'choice', 'freezes'] as const;

const option = z.strictObject({
  id: name.describe('How conditions name it.'),
  title: name.describe('What the owner of the policy reads.'),
});

export function question(form: PolicyForm): z.ZodType<Question> {
  return z
    .strictObject({
      id: name.describe('A name for the question that no other question has.'),
      clauses: form
        .or(names, [])
        .describe('Ids of the clauses it is about; two that contradict each other are both named.'),
      ask: text.describe('The question.'),
      placeholder: name
        .exactOptional()
        .describe('The words of the document that stand for the missing answer: `[X years]`.'),
      kind: z.enum(QUESTION_KINDS).describe('How it is answered.'),
      options: z.array(option).min(1).max(50).exactOptional().describe('For a `choice`: what can be chosen.'),
    })
    .refine(({ kind, options }) => (kind === 'choice') === (options !== undefined), {
      path: ['options'],
      message: 'A question of kind "choice" has options, and no other question has.',
    });
}

/** What the owner of the policy answered. Whether it answers the question is for `brokenReferences` to say. */
export function answers(form: PolicyForm): z.ZodType<Readonly<Record<string, Answer>>> {
  const answer = byForm<Answer>(
    [isText, text.describe('A text, a date (`2026-12-31`), or the id of the option that was chosen.')],
    [isList, z.array(calendarWindow(form)).max(500).describe('Freeze windows, as under `calendar.windows`.')],
    [() => true, z.number().describe('A number of months.')],
  );
  return z.record(name, answer);
}
