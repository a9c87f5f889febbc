import { z } from 'zod';
import { clauseText } from '../src/contracts/clause-text';
import { deadEndText } from '../src/contracts/dead-end-text';
import { lintText } from '../src/contracts/lint-text';
import { notCheckedTexts, notToldApartText } from '../src/contracts/not-checked-text';
import { policyFile } from '../src/contracts/policy-document';
import { missing } from '../src/contracts/references/broken-reference';
import { knownIn } from '../src/contracts/references/known-in-policy';
import { checkPolicy, type PolicyCheck } from '../src/domain/policy/check-policy';
import { countServices, traceClauses } from '../src/domain/policy/clause-trace';
import type { Policy } from '../src/domain/policy/policy';
import { policyHash } from '../src/domain/policy/policy-in-force';
import { assumedHolders } from '../src/domain/policy/satisfiability/assumed-holders';
import type { Outcome } from './outcome';
import { problemLines, readFile, requireFile } from './read-file';
import { UsageError } from './usage-error';

export interface CheckOptions {
  readonly json: boolean;
  /** A file that says who holds each role. */
  readonly roles: string | undefined;
  readonly today: string | undefined;
}

/** Who holds each role; a role that the policy does not know would leave the one that is meant without holders. */
function rolesFileFor(policy: Policy): z.ZodType<Readonly<Record<string, readonly string[]>>> {
  const { roles } = knownIn(policy);
  return z.record(z.string(), z.array(z.string().min(1))).superRefine((file, context) => {
    for (const { path, message, hint } of Object.keys(file).flatMap((role) => missing(role, roles, [role]))) {
      context.addIssue({ code: 'custom', path: [...path], message, params: { hint, place: 'key' } });
    }
  });
}

const day = z.iso.date();

/** What is wrong with a policy file, and what the policy does. Status 0 where it may be put in force, else 1. */
export function checkFile(path: string, options: CheckOptions): Outcome {
  const reading = readFile(path, policyFile);
  if (!reading.readable) {
    const { problems } = reading;
    const lines = [`${path} cannot be read:`, ...problemLines(problems)];
    return { status: 1, text: textOf(options, { readable: false, problems, mayBeActivated: false }, lines) };
  }
  const policy = reading.value;
  const holders =
    options.roles === undefined ? assumedHolders(policy) : requireFile(options.roles, rolesFileFor(policy));
  const check = checkPolicy(policy, holders, todayOf(options.today));
  const text = textOf(
    options,
    reportOf(policy, check),
    linesOf(policy, check, options.roles === undefined ? undefined : namesIn(holders)),
  );
  return { status: check.mayBeActivated ? 0 : 1, text };
}

function todayOf(given: string | undefined): string {
  const today = given ?? new Date().toISOString().slice(0, 10);
  if (!day.safeParse(today).success) throw new UsageError(`${today} is no day. Write it as 2026-01-31.`);
  return today;
}

function textOf({ json }: CheckOptions, report: unknown, lines: readonly string[]): string {
  return json ? JSON.stringify(report, null, 2) : lines.join('\n');
}

function reportOf(policy: Policy, check: PolicyCheck): unknown {
  const { id, title, version } = policy;
  return {
    readable: true,
    policy: { id, title, version, hash: policyHash(policy) },
    findings: check.lint.map((finding) => ({ ...finding, text: lintText(finding, policy) })),
    satisfiability: check.satisfiability,
    clauses: traceClauses(policy).map((traced) => ({
      id: traced.clause.id,
      service: traced.clause.service,
      rules: traced.rules.map((rule) => rule.id),
      clocks: traced.clocks.map((clock) => clock.id),
      does: clauseText(traced, policy),
    })),
    mayBeActivated: check.mayBeActivated,
  };
}

/** Whoever wrote the file knows people by what they are called in it. */
function namesIn(holders: Readonly<Record<string, readonly string[]>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.values(holders)
      .flat()
      .map((person) => [person, person]),
  );
}

/** @param given Names of the people who hold the roles; none where people were invented. */
function linesOf(
  policy: Policy,
  { lint, satisfiability, mayBeActivated }: PolicyCheck,
  given: Readonly<Record<string, string>> | undefined,
): string[] {
  const assumed = given === undefined;
  const names = given ?? {};
  const counts = countServices(policy);
  const { deadEnds, fragile, cells } = satisfiability;
  return [
    `${policy.title}, version ${policy.version} (${policy.id})`,
    `${String(policy.clauses.length)} clauses: ${String(counts.enforced)} enforced, ${String(counts.evidenced)} evidenced, ${String(counts.reminded)} reminded, ${String(counts.outside)} outside software, ${String(counts['no-text'])} without text to enforce.`,
    '',
    ...section(
      'Findings',
      lint.map((finding) => `${finding.severity}: ${lintText(finding, policy)}`),
    ),
    ...section(
      `Dead ends (${String(cells)} kinds of change looked at${assumed ? ', one invented person or more in each role' : ''})`,
      [
        ...deadEnds.map((end) => deadEndText(end, policy, names)),
        ...[notToldApartText(satisfiability, policy)].filter((text) => text !== undefined),
        ...notCheckedTexts(satisfiability),
      ],
    ),
    ...section(
      'Dead ends with one person away',
      assumed
        ? ['Not looked at: say with --roles who holds each role.']
        : fragile.flatMap(({ without, deadEnds: ends }) =>
            ends.map((end) => `Without ${without}: ${deadEndText(end, policy, names)}`),
          ),
    ),
    ...section(
      'Clauses',
      traceClauses(policy).flatMap((traced) => [
        `${traced.clause.id} (${traced.clause.service})`,
        ...clauseText(traced, policy).map((text) => `  ${text}`),
      ]),
    ),
    mayBeActivated ? 'It may be put in force.' : 'It may not be put in force.',
  ];
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return [title, ...(lines.length === 0 ? ['None.'] : lines).map((line) => `  ${line}`), ''];
}
