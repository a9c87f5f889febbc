import type { AccountId } from '../../domain/change/identity';
import type { Governance } from '../../domain/provisioning/governed-project';
import type { SetupProgress } from '../../domain/provisioning/progress';
import type { Ports } from '../../ports/ports';
import { distinct, unlessNone } from '../named-holders';

export interface SetupOverview {
  readonly governance: Governance;
  readonly underway: readonly SetupProgress[];
  readonly policyInForce: boolean;
  /** Display names of whoever started something. */
  readonly names: Readonly<Record<AccountId, string>>;
}

/** Which projects are under change control, and which are on the way to it. */
export async function viewSetup(ports: Pick<Ports, 'setupRegister' | 'archive' | 'people'>): Promise<SetupOverview> {
  const [governance, inForce] = await Promise.all([ports.setupRegister.governance(), ports.archive.policyInForce()]);
  const found = await Promise.all(governance.underway.map((id) => ports.setupRegister.progress(id)));
  const underway = found.filter((progress) => progress !== undefined);
  const people = [...governance.projects.map(({ by }) => by), ...underway.map(({ startedBy }) => startedBy)];
  const names = await unlessNone(distinct(people), (ids) => ports.people.namesOf(ids), {});
  return { governance, underway, policyInForce: inForce !== undefined, names };
}
