import { z } from 'zod';
import { calendarWindow } from '../src/contracts/policy/calendar';
import { FILE } from '../src/contracts/policy/policy-form';
import type { Vote } from '../src/domain/approval/vote';
import { known, unknown, type ChangeFacts, type Fact, type FieldValue } from '../src/domain/change/change-facts';
import { CHANGE_FIELDS, FIELD_KINDS, type FieldKind } from '../src/domain/change/change-field';
import { GATES, STAGES, type Gate, type Stage } from '../src/domain/change/lifecycle';
import { planOf } from '../src/domain/change/plan-fingerprint';
import type { Policy } from '../src/domain/policy/policy';

const account = z.string().min(1).max(128);
const instant = z.iso
  .datetime({ precision: 3 })
  .describe('An instant in UTC with milliseconds: 2026-03-02T09:00:00.000Z.');
/** A moment in a field: with any offset from UTC. */
export const writtenInstant = z.iso.datetime({ offset: true });
const gate = z.enum(GATES);
const unknownValue = z.strictObject({ unknown: z.string().describe('Why it is not known.') });
const value = z.union([z.string(), z.array(z.string()).min(1), z.null(), unknownValue]);
const fields = z.record(z.string(), value);

const vote = z.strictObject({
  by: account,
  roles: z.array(z.string()).describe('The roles of the policy that the voter held at that moment.'),
  decision: z.enum(['approve', 'decline', 'withdraw']).default('approve'),
  at: instant,
  gate: gate.optional().describe('The gate for which the vote was cast; if absent, the one that is decided.'),
  account: z.enum(['human', 'app', 'unknown']).default('human'),
  delegated: z.array(z.strictObject({ role: z.string(), of: account, since: instant, until: instant })).default([]),
  planThen: fields.default({}).describe('Fields that had another value when the vote was cast.'),
});

/** A change as somebody writes it down to try a policy on it: plain values where the app would have looked them up. */
export const factsFile = z.strictObject({
  gate: gate.describe('The gate that is decided.'),
  instant: instant.describe('When it is decided.'),
  key: z
    .string()
    .regex(/^[A-Z][A-Z0-9_]*-\d+$/)
    .default('CHG-1'),
  stage: z.enum(STAGES).optional(),
  requesters: z.array(account).min(1),
  fields: fields.describe('By id. A field that is left out is empty.'),
  votes: z.array(vote).default([]),
  people: z.record(account, z.array(z.string())).default({}).describe('Person -> the roles held now.'),
  roleSizes: z.record(z.string(), z.number().int().nonnegative()).default({}).describe('Role -> how many hold it now.'),
  authors: z.record(z.string(), account.nullable()).default({}).describe('Field -> who wrote it last.'),
  actor: account.optional().describe('Who passes the gate.'),
  windows: z
    .array(calendarWindow(FILE))
    .default([])
    .describe('Windows of the calendar of the site, as under `calendar.windows` of a policy.'),
  plannedChanges: z
    .array(
      z.strictObject({
        key: z.string(),
        services: z.array(z.string()),
        planned: z.strictObject({ from: instant, until: instant }),
      }),
    )
    .default([]),
  milestones: z
    .strictObject({ createdAt: instant, implementedFrom: instant.nullable(), implementedUntil: instant.nullable() })
    .optional(),
});

export type FactsFile = z.infer<typeof factsFile>;

const STAGE_BEFORE: Readonly<Record<Gate, Stage>> = {
  submit: 'draft',
  authorize: 'assessment',
  implement: 'approved',
  complete: 'implementing',
  close: 'verification',
  expedite: 'draft',
};

/**
 * The facts of a file under a policy: the votes are cast on the plan that the file describes.
 * @param file As `factsFileFor` this policy reads it.
 */
export function factsOfFile(file: FactsFile, policy: Policy): ChangeFacts {
  const bare = {
    change: { id: '1', key: file.key },
    stage: known(file.stage ?? STAGE_BEFORE[file.gate]),
    requesters: known(file.requesters),
    fields: fieldsOf(file.fields, policy),
  };
  const fingerprint = planOf(bare, policy.materialFields).fingerprint;
  return {
    ...bare,
    votes: known(file.votes.map((cast) => voteOf(cast, file, policy))),
    fingerprint,
    people: mapOf(file.people, (roles) => known({ roles })),
    roleSizes: mapOf(file.roleSizes, known),
    authors: mapOf(file.authors, known),
    windows: known(file.windows),
    plannedChanges: known(file.plannedChanges),
    ...(file.actor === undefined ? {} : { actor: known(file.actor) }),
    ...(file.milestones === undefined ? {} : { milestones: known(file.milestones) }),
  };
}

function voteOf(cast: FactsFile['votes'][number], file: FactsFile, policy: Policy): Vote {
  const { planThen, gate: point = file.gate, ...rest } = cast;
  const then = {
    change: { id: '1', key: file.key },
    requesters: known(file.requesters),
    fields: fieldsOf({ ...file.fields, ...planThen }, policy),
  };
  const plan = planOf(then, policy.materialFields);
  return {
    ...rest,
    gate: point,
    fingerprint: plan.fingerprint,
    partDigests: plan.partDigests(),
    comment: '',
    policyHash: '0'.repeat(64),
  };
}

function fieldsOf(written: FactsFile['fields'], policy: Policy): Record<string, Fact<FieldValue>> {
  const ofEveryChange = CHANGE_FIELDS.map((id) => ({ id, kind: FIELD_KINDS[id] }));
  return Object.fromEntries(
    [...ofEveryChange, ...policy.fields].map(({ id, kind }) => [id, factOf(written[id] ?? null, kind)]),
  );
}

function factOf(written: FactsFile['fields'][string], kind: FieldKind): Fact<FieldValue> {
  if (written === null || Array.isArray(written)) return known(written);
  if (typeof written === 'string') return known(kind === 'instant' ? new Date(written).toISOString() : written);
  return unknown('lookup-failed', written.unknown);
}

function mapOf<A, B>(map: Readonly<Record<string, A>>, of: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(map).map(([key, one]) => [key, of(one)]));
}
