import type { CheckedCandidate } from '../../contracts/api/admin-api';
import type { Candidate, CheckView } from '../../contracts/api/candidate';
import { deadEndText } from '../../contracts/dead-end-text';
import { lintText } from '../../contracts/lint-text';
import { notCheckedTexts, notToldApartText } from '../../contracts/not-checked-text';
import type { AccountId } from '../../domain/change/identity';
import type { PolicyCheck } from '../../domain/policy/check-policy';
import type { Policy } from '../../domain/policy/policy';
import { policyHash } from '../../domain/policy/policy-in-force';
import type { Ports } from '../../ports/ports';
import { checkCandidate } from '../../usecases/check-candidate';
import { namedHolders } from '../../usecases/named-holders';
import { readCandidate } from './candidate-policy';
import { policyViewOf } from './policy-view';
import { questionsOf } from './question-view';
import { roleViews } from './role-view';

/** Checks a candidate and puts what was found into the words of the admin page. */
export async function checkedCandidateOf(
  ports: Pick<Ports, 'archive' | 'people' | 'clock'>,
  candidate: Candidate,
): Promise<CheckedCandidate> {
  const read = readCandidate(candidate);
  if (!read.readable) return { readable: false, problems: read.problems };
  const { policy } = read;
  const [check, settings] = await Promise.all([checkCandidate(ports, policy), ports.archive.settings()]);
  const [names, holders] = await Promise.all([ports.people.namesOf(peopleIn(check)), namedHolders(ports, settings)]);
  return {
    readable: true,
    policy: policyViewOf(policy, policyHash(policy), null),
    questions: questionsOf(policy),
    roles: roleViews(policy.roles, holders),
    check: checkViewOf(check, policy, names),
  };
}

function checkViewOf(
  { lint, satisfiability, mayBeActivated }: PolicyCheck,
  policy: Policy,
  names: Readonly<Record<AccountId, string>>,
): CheckView {
  const notToldApart = notToldApartText(satisfiability, policy);
  const incomplete: CheckView['findings'] =
    notToldApart === undefined ? [] : [{ severity: 'warning', text: notToldApart, clauses: [] }];
  return {
    findings: [
      ...lint.map((finding) => ({
        severity: finding.severity,
        text: lintText(finding, policy),
        clauses: [...finding.clauses],
      })),
      ...incomplete,
    ],
    deadEnds: satisfiability.deadEnds.map((end) => ({
      text: deadEndText(end, policy, names),
      clauses: [...end.clauses],
    })),
    fragile: satisfiability.fragile.flatMap(({ without, deadEnds }) =>
      deadEnds.map((end) => ({
        text: `With ${names[without] ?? 'one person'} away: ${deadEndText(end, policy, names)}`,
        clauses: [...end.clauses],
      })),
    ),
    notChecked: [...notCheckedTexts(satisfiability)],
    mayBeActivated,
  };
}

function peopleIn({ satisfiability: { deadEnds, fragile } }: PolicyCheck): readonly AccountId[] {
  const ends = [...deadEnds, ...fragile.flatMap((spot) => spot.deadEnds)];
  const requesters = ends.flatMap(({ cells }) =>
    cells.flatMap((cell) => (cell.requesters === 'any' ? [] : cell.requesters)),
  );
  return [...new Set([...fragile.map(({ without }) => without), ...requesters.filter((id) => id !== null)])];
}
