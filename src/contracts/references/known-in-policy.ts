import { CHANGE_FIELDS, FIELD_KINDS, type FieldKind } from '../../domain/change/change-field';
import type { Clause, Question } from '../../domain/policy/clause';
import type { Policy } from '../../domain/policy/policy';
import { knownNames, type KnownNames } from './broken-reference';

/** Everything in a policy that something else in it may refer to. */
export interface KnownInPolicy {
  readonly roles: KnownNames;
  readonly clauses: KnownNames;
  readonly fields: KnownNames;
  readonly kindByField: ReadonlyMap<string, FieldKind>;
  readonly terms: KnownNames;
  readonly types: KnownNames;
  readonly categories: KnownNames;
  readonly levels: KnownNames;
  readonly questionIds: KnownNames;
  readonly clauseById: ReadonlyMap<string, Clause>;
  readonly questionById: ReadonlyMap<string, Question>;
  /** Whether business days and business hours can be counted. */
  readonly businessHours: boolean;
}

export function knownIn(policy: Policy): KnownInPolicy {
  const { roles, clauses, fields, terms, changeTypes, categories, risk, questions, calendar } = policy;
  return {
    roles: knownNames('role', idsOf(roles)),
    clauses: knownNames('clause', idsOf(clauses)),
    fields: knownNames('field', [...CHANGE_FIELDS, ...idsOf(fields)]),
    kindByField: new Map([...Object.entries(FIELD_KINDS), ...fields.map(({ id, kind }) => [id, kind] as const)]),
    terms: knownNames('term', idsOf(terms)),
    types: knownNames('change type', idsOf(changeTypes), true),
    categories: knownNames('category', idsOf(categories), true),
    levels: knownNames('risk level', risk.levels, true),
    questionIds: knownNames('question', idsOf(questions)),
    clauseById: byId(clauses),
    questionById: byId(questions),
    businessHours: calendar.businessHours !== undefined,
  };
}

function idsOf(things: readonly { readonly id: string }[]): readonly string[] {
  return things.map(({ id }) => id);
}

function byId<T extends { readonly id: string }>(things: readonly T[]): ReadonlyMap<string, T> {
  return new Map(things.map((thing) => [thing.id, thing]));
}
