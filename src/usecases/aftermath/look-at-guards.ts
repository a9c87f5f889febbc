import { faultKey, guardFaults, type FoundFault, type StandingWorkflow } from '../../domain/aftermath/guard-faults';
import { isOutdated, type AskedGuard } from '../../domain/aftermath/person-guards';
import type { SweepState } from '../../domain/aftermath/sweep';
import type { Gate } from '../../domain/change/lifecycle';
import { Failure } from '../../domain/failure';
import { actorGuards } from '../../domain/guards/actor-guards';
import type { GovernedProject } from '../../domain/provisioning/governed-project';
import type { Ports } from '../../ports/ports';

type Faults = SweepState['faults'];

/**
 * Looks whether the gates of a governed project are on their transitions, and puts on record what is amiss. A fault that
 * lasts is on record once; one that comes back after it was mended is on record again. Guards that are older than the
 * policy in force are asked to be brought up to date: the first time may have failed.
 * @returns the faults as they are known from now on.
 */
export async function lookAtGuards(
  ports: Pick<Ports, 'watch' | 'archive' | 'setupQueue' | 'ledger' | 'clock'>,
  project: GovernedProject,
  faults: Faults,
): Promise<Faults> {
  const { projectId, projectKey } = project;
  const { standing, asked, found } = await readGuards(ports, project);
  for (const fault of found) {
    const key = faultKey(projectId, fault);
    if (faults[key]?.lasts === true) continue;
    const actionId = `guard:${key}:${String((faults[key]?.times ?? 0) + 1)}`;
    const event = { kind: 'guard-missing', projectId, projectKey, ...fault } as const;
    await ports.ledger.append({ actionId, at: ports.clock.now(), by: 'app', event }, () => []);
  }
  const own = standing?.workflowId === project.workflowId ? standing.transitions : [];
  if (own.some((one) => one.gate !== null && isOutdated(one, asked(one.gate)))) {
    await ports.setupQueue.pushRefresh(projectId);
  }
  return { ...faults, ...mended(faults, projectId, found), ...lasting(faults, projectId, found) };
}

interface StandingGuards {
  /** The workflow that change requests follow; undefined where they have none. */
  readonly standing: StandingWorkflow | undefined;
  readonly asked: (gate: Gate) => readonly AskedGuard[];
  readonly found: readonly FoundFault[];
}

/** What stands on the transitions of a governed project, what the policy asks for there, and what is amiss. */
export async function readGuards(
  ports: Pick<Ports, 'watch' | 'archive'>,
  project: GovernedProject,
): Promise<StandingGuards> {
  const { projectId, issueTypeId } = project;
  const [standing, asked] = await Promise.all([ports.watch.workflowOf(projectId, issueTypeId), askedGuards(ports)]);
  return { standing, asked, found: guardFaults(project, standing, asked) };
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

/**
 * What is asked of whoever makes a transition with a gate, by the policy in force. Nothing is known of that where the
 * policy cannot be read, which keeps nobody from looking for the gates.
 */
async function askedGuards({ archive }: Pick<Ports, 'archive'>): Promise<(gate: Gate) => readonly AskedGuard[]> {
  try {
    const [inForce, settings] = await Promise.all([archive.policyInForce(), archive.settings()]);
    return (gate) => (inForce === undefined ? [] : actorGuards(inForce.policy, settings, gate).guards);
  } catch (error) {
    if (error instanceof Failure && error.code === 'unreadable-document') return () => [];
    throw error;
  }
}
