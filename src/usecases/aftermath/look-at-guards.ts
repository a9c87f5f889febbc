import { faultKey, guardFaults, type FoundFault } from '../../domain/aftermath/guard-faults';
import type { SweepState } from '../../domain/aftermath/sweep';
import type { GovernedProject } from '../../domain/provisioning/governed-project';
import type { Ports } from '../../ports/ports';

type Faults = SweepState['faults'];

/**
 * Looks whether the gates of a governed project are on their transitions, and puts on record what is amiss. A fault that
 * lasts is on record once; one that comes back after it was mended is on record again.
 * @returns the faults as they are known from now on.
 */
export async function lookAtGuards(
  { watch, ledger, clock }: Pick<Ports, 'watch' | 'ledger' | 'clock'>,
  project: GovernedProject,
  faults: Faults,
): Promise<Faults> {
  const { projectId, projectKey, issueTypeId } = project;
  const found = guardFaults(project, await watch.workflowOf(projectId, issueTypeId));
  for (const fault of found) {
    const key = faultKey(projectId, fault);
    if (faults[key]?.lasts === true) continue;
    const actionId = `guard:${key}:${String((faults[key]?.times ?? 0) + 1)}`;
    const event = { kind: 'guard-missing', projectId, projectKey, ...fault } as const;
    await ledger.append({ actionId, at: clock.now(), by: 'app', event }, () => []);
  }
  return { ...faults, ...mended(faults, projectId, found), ...lasting(faults, projectId, found) };
}

function lasting(faults: Faults, projectId: string, found: readonly FoundFault[]): Faults {
  const entries = found.map((fault) => {
    const key = faultKey(projectId, fault);
    const before = faults[key];
    const times = before?.lasts === true ? before.times : (before?.times ?? 0) + 1;
    return [key, { times, lasts: true }] as const;
  });
  return Object.fromEntries(entries);
}

function mended(faults: Faults, projectId: string, found: readonly FoundFault[]): Faults {
  const keys = found.map((fault) => faultKey(projectId, fault));
  const gone = Object.entries(faults).filter(([key]) => key.startsWith(`${projectId}/`) && !keys.includes(key));
  return Object.fromEntries(gone.map(([key, { times }]) => [key, { times, lasts: false }]));
}
