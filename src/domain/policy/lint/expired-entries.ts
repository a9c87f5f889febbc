import type { LintCheck } from './lint-finding';

/** Entries of the standard-change catalogue whose last day is past. */
export const expiredEntries: LintCheck = ({ standardChanges, rules }, today) => {
  const using = rules.filter(({ kind }) => kind === 'standard-catalogue');
  return standardChanges.flatMap(({ title, until }) =>
    until === undefined || until >= today
      ? []
      : [
          {
            code: 'expired-entry',
            severity: 'warning',
            clauses: [...new Set(using.flatMap(({ clauses }) => clauses))],
            ruleIds: using.map(({ id }) => id),
            entry: title,
            until,
          },
        ],
  );
};
