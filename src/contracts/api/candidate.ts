import { z } from 'zod';

/** More than any policy needs; the reader of the text refuses more, with the reason. */
const LONGEST_TEXT = 300_000;
const LONGEST_ANSWER = 20_000;

/** An answer to a question of a policy; freezes as the lines of YAML in which they are written. */
const answers = z.record(z.string().max(100), z.string().max(LONGEST_ANSWER));

/** A policy that somebody thinks of putting in force: one that the app brings, with answers, or a text in YAML or JSON. */
export const candidate = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('preset'), presetId: z.string().max(100), answers }),
  z.strictObject({ from: z.literal('text'), text: z.string().max(LONGEST_TEXT) }),
]);

export type Candidate = z.infer<typeof candidate>;

export const questionView = z.object({
  id: z.string(),
  ask: z.string(),
  /** The words of the document that stand for the answer; null where it contradicts itself instead. */
  placeholder: z.string().nullable(),
  clauses: z.array(z.object({ id: z.string(), text: z.string() })),
  kind: z.enum(['text', 'date', 'months', 'choice', 'freezes']),
  options: z.array(z.object({ id: z.string(), title: z.string() })),
});

export type QuestionView = z.infer<typeof questionView>;

/** One thing that the checks found. */
export const findingView = z.object({
  /** Errors keep the policy from being put in force. */
  severity: z.enum(['error', 'warning']),
  text: z.string(),
  clauses: z.array(z.string()),
});

/** A place where a change could not go on, whatever anybody does. */
export const deadEndView = z.object({
  text: z.string(),
  clauses: z.array(z.string()),
});

/** What the checks say of a policy. */
export const checkView = z.object({
  findings: z.array(findingView),
  deadEnds: z.array(deadEndView),
  /** Dead ends that there would be with one person away: a warning. */
  fragile: z.array(deadEndView),
  /** What could not be checked to the end, as sentences: whoever puts the policy in force has to know. */
  notChecked: z.array(z.string()),
  mayBeActivated: z.boolean(),
});

export type CheckView = z.infer<typeof checkView>;

/** One error in the text of a policy, with its place. */
export const problemView = z.object({ line: z.number(), column: z.number(), path: z.string(), text: z.string() });

export type ProblemView = z.infer<typeof problemView>;

/** An open change that another policy would ask something new of. */
export const switchedChangeView = z.object({
  key: z.string(),
  summary: z.string().nullable(),
  stage: z.string(),
  gate: z.string(),
  /** What would be missing that is not missing now, each as a sentence with its clauses. */
  asked: z.array(z.string()),
});

export type SwitchedChangeView = z.infer<typeof switchedChangeView>;

export const switchView = z.object({
  stuck: z.array(switchedChangeView),
  looked: z.number(),
  unread: z.array(z.string()),
  cursor: z.string().nullable(),
});

export type SwitchView = z.infer<typeof switchView>;
