import type { Rule } from '../../domain/policy/policy-rule';
import { broken, missing, missingOf, type BrokenReference, type Path } from './broken-reference';
import { inBusinessTime } from './calendar-references';
import { inCondition } from './condition-references';
import type { KnownInPolicy } from './known-in-policy';
import { inRequirement } from './requirement-references';

/** What a rule refers to that is not there, or that is not said to be enforced by a rule. */
export function inRule(rule: Rule, known: KnownInPolicy, path: Path): readonly BrokenReference[] {
  return [
    ...missingOf(rule.clauses, known.clauses, [...path, 'clauses']),
    ...notEnforced(rule, known, [...path, 'clauses']),
    ...inCondition(rule.when, known, [...path, 'when']),
    ...inKind(rule, known, path),
  ];
}

function notEnforced({ clauses }: Rule, known: KnownInPolicy, path: Path): readonly BrokenReference[] {
  return clauses.flatMap((id, index) => {
    const service = known.clauseById.get(id)?.service;
    if (service === undefined || service === 'enforced') return [];
    const message = `A rule enforces the clause "${id}", but its service is "${service}".`;
    return [
      broken([...path, index], message, 'Set the service of the clause to "enforced", or take it out of the rule.'),
    ];
  });
}

function inKind(rule: Rule, known: KnownInPolicy, path: Path): readonly BrokenReference[] {
  switch (rule.kind) {
    case 'required-fields':
      return rule.fields.flatMap((field, index) =>
        typeof field === 'string'
          ? missing(field, known.fields, [...path, 'fields', index])
          : missingOf(field.oneOf, known.fields, [...path, 'fields', index, 'oneOf']),
      );
    case 'approval':
      return [
        ...inRequirement(rule.requirement, known, [...path, 'requirement']),
        ...missingOf(rule.veto === 'nobody' ? [] : rule.veto, known.roles, [...path, 'veto']),
        ...inBusinessTime(rule.wait, known, [...path, 'wait']),
      ];
    case 'separate-duties':
    case 'same-person':
      return rule.pairs.flatMap(([one, other], index) =>
        one === other
          ? [broken([...path, 'pairs', index], `A pair has two different duties, not "${one}" twice.`)]
          : [],
      );
    case 'who-may':
      return missingOf(rule.roles, known.roles, [...path, 'roles']);
    case 'authorship':
      return [
        ...missingOf(rule.fields, known.fields, [...path, 'fields']),
        ...missingOf('roles' in rule.by ? rule.by.roles : [], known.roles, [...path, 'by', 'roles']),
      ];
    case 'notice':
      return inBusinessTime(rule.notice, known, [...path, 'notice']);
    case 'allowed-types':
      return missingOf(rule.types, known.types, [...path, 'types']);
    default:
      return [];
  }
}
