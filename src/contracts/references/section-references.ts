import type { Policy } from '../../domain/policy/policy';
import { broken, knownNames, missing, missingOf, type BrokenReference } from './broken-reference';
import { inBusinessTime, inWindow } from './calendar-references';
import { inCondition } from './condition-references';
import type { KnownInPolicy } from './known-in-policy';
import { inRequirement } from './requirement-references';

/** What the sections beside the rules refer to that is not there. */
export function inSections(policy: Policy, known: KnownInPolicy): readonly BrokenReference[] {
  return [
    ...missingOf(policy.emergencies.tell, known.roles, ['emergencies', 'tell']),
    ...inStandardChanges(policy, known),
    ...inExceptions(policy, known),
    ...(policy.delegation === 'none' ? [] : missingOf(policy.delegation.roles, known.roles, ['delegation', 'roles'])),
    ...policy.calendar.windows.flatMap((window, index) => inWindow(window, known, ['calendar', 'windows', index])),
    ...inRecords(policy, known),
    ...inClocks(policy, known),
    ...inPromises(policy, known),
  ];
}

function inStandardChanges({ standardChanges }: Policy, known: KnownInPolicy): readonly BrokenReference[] {
  return standardChanges.flatMap(({ preApprovedBy, when }, index) => [
    ...missing(preApprovedBy, known.roles, ['standardChanges', index, 'preApprovedBy']),
    ...inCondition(when, known, ['standardChanges', index, 'when']),
  ]);
}

function inExceptions({ exceptions }: Policy, known: KnownInPolicy): readonly BrokenReference[] {
  if (exceptions === 'none') return [];
  return [
    ...missingOf(exceptions.clauses, known.clauses, ['exceptions', 'clauses']),
    ...inRequirement(exceptions.requirement, known, ['exceptions', 'requirement']),
    ...missingOf(exceptions.askedWith, known.fields, ['exceptions', 'askedWith']),
    ...exceptions.granted.flatMap(({ clauses, when, grantedBy }, index) => {
      const path = ['exceptions', 'granted', index];
      return [
        ...missingOf(clauses, known.clauses, [...path, 'clauses']),
        ...inCondition(when, known, [...path, 'when']),
        ...missingOf(grantedBy, known.roles, [...path, 'grantedBy']),
      ];
    }),
  ];
}

function inRecords({ records }: Policy, known: KnownInPolicy): readonly BrokenReference[] {
  const { retentionMonths, notifications } = records;
  const question = typeof retentionMonths === 'object' ? retentionMonths?.answer : undefined;
  const path = ['records', 'retentionMonths', 'answer'];
  const kind = question === undefined ? undefined : known.questionById.get(question)?.kind;
  return [
    ...missing(question, known.questionIds, path),
    ...(kind === undefined || kind === 'months'
      ? []
      : [broken(path, 'This question does not ask for a number of months.', 'Set its kind to "months".')]),
    ...notifications.flatMap(({ clauses, tell, when }, index) => [
      ...missingOf(clauses, known.clauses, ['records', 'notifications', index, 'clauses']),
      ...missingOf(tell, known.roles, ['records', 'notifications', index, 'tell']),
      ...inCondition(when, known, ['records', 'notifications', index, 'when']),
    ]),
  ];
}

function inClocks({ clocks }: Policy, known: KnownInPolicy): readonly BrokenReference[] {
  return clocks.flatMap(({ clauses, within, when, doneWhenFilled }, index) => [
    ...missingOf(clauses, known.clauses, ['clocks', index, 'clauses']),
    ...inBusinessTime(within, known, ['clocks', index, 'within']),
    ...inCondition(when, known, ['clocks', index, 'when']),
    ...missingOf(doneWhenFilled, known.fields, ['clocks', index, 'doneWhenFilled']),
  ]);
}

function inPromises({ clauses }: Policy, known: KnownInPolicy): readonly BrokenReference[] {
  const things = knownNames('field', ['approval', ...known.fields.names]);
  return clauses.flatMap(({ promises }, index) => [
    ...missingOf(promises?.types, known.types, ['clauses', index, 'promises', 'types']),
    ...missingOf(promises?.without, things, ['clauses', index, 'promises', 'without']),
  ]);
}
