import { type CheckedCandidate } from '../../../../src/contracts/api/admin-api';
import { Disclosure } from '../../elements/disclosure';
import { countText } from '../../elements/count-text';
import { FindingList, type Finding } from './finding-list';

type Readable = Extract<CheckedCandidate, { readable: true }>;

/** What the checks found: errors first, then dead ends, then warnings; what hangs on one person is folded. */
export function CheckResult({ checked: { check, policy } }: { readonly checked: Readable }) {
  const findings: readonly Finding[] = [
    ...check.findings.filter(({ severity }) => severity === 'error').map(weighing('error')),
    ...check.deadEnds.map(weighing('dead-end')),
    ...check.notChecked.map((text): Finding => ({ weight: 'not-checked', text, clauses: [] })),
    ...check.findings.filter(({ severity }) => severity === 'warning').map(weighing('warning')),
  ];
  const isClean = findings.length + check.fragile.length === 0;
  return (
    <>
      {isClean && <p>The document has no errors, and no change runs into a dead end under it.</p>}
      {!check.mayBeActivated && <p>Errors and dead ends keep this policy from being put in force.</p>}
      {check.deadEnds.length > 0 && (
        <p className="subtle">A dead end is a place where a change could not go on, whatever anybody does.</p>
      )}
      {findings.length > 0 && <FindingList findings={findings} clauses={policy.clauses} />}
      {check.fragile.length > 0 && (
        <Disclosure label={`With one person away: ${countText(check.fragile.length, 'warning')}`}>
          <FindingList findings={check.fragile.map(weighing('warning'))} clauses={policy.clauses} />
        </Disclosure>
      )}
    </>
  );
}

function weighing(weight: Finding['weight']) {
  return ({ text, clauses }: Omit<Finding, 'weight'>): Finding => ({ weight, text, clauses });
}
