import { type z } from 'zod';
import {
  broken,
  missing,
  missingOf,
  type BrokenReference,
  type Path,
} from '../src/contracts/references/broken-reference';
import { knownIn, type KnownInPolicy } from '../src/contracts/references/known-in-policy';
import type { Policy } from '../src/domain/policy/policy';
import { factsFile, writtenInstant, type FactsFile } from './facts-file';

/**
 * The contract of a facts file for one policy. A field or a role that the policy does not know, and a moment that is none,
 * are errors: they would be decided on as if they were not there.
 */
export function factsFileFor(policy: Policy): z.ZodType<FactsFile> {
  const known = knownIn(policy);
  return factsFile.superRefine((file, context) => {
    for (const { path, message, hint } of problemsIn(file, known)) {
      context.addIssue({ code: 'custom', path: [...path], message, params: hint === undefined ? {} : { hint } });
    }
  });
}

function problemsIn(file: FactsFile, known: KnownInPolicy): readonly BrokenReference[] {
  const { fields, authors, people, roleSizes, votes } = file;
  return [
    ...inFields(fields, known, ['fields']),
    ...Object.keys(authors).flatMap((field) => missing(field, known.fields, ['authors', field])),
    ...Object.entries(people).flatMap(([person, roles]) => missingOf(roles, known.roles, ['people', person])),
    ...Object.keys(roleSizes).flatMap((role) => missing(role, known.roles, ['roleSizes', role])),
    ...votes.flatMap(({ roles, delegated, planThen }, index) => [
      ...missingOf(roles, known.roles, ['votes', index, 'roles']),
      ...delegated.flatMap(({ role }, place) =>
        missing(role, known.roles, ['votes', index, 'delegated', place, 'role']),
      ),
      ...inFields(planThen, known, ['votes', index, 'planThen']),
    ]),
  ];
}

function inFields(fields: FactsFile['fields'], known: KnownInPolicy, path: Path): readonly BrokenReference[] {
  return Object.entries(fields).flatMap(([field, value]) => {
    const isMoment = known.kindByField.get(field) === 'instant' && typeof value === 'string';
    return [
      ...missing(field, known.fields, [...path, field]),
      ...(isMoment && !writtenInstant.safeParse(value).success ? [broken([...path, field], NO_MOMENT)] : []),
    ];
  });
}

const NO_MOMENT = 'This is no moment in time. Write it as 2026-12-31T18:00:00Z, or with an offset from UTC.';
