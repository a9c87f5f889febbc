import { aftermathRemedy, aftermathText, isAftermath } from '../../contracts/aftermath-text';
import { healthApi, type FindingView, type HealthView } from '../../contracts/api/health-api';
import { canBePutBack } from '../../domain/aftermath/guard-faults';
import type { LedgerEntry, LedgerEvent } from '../../domain/ledger/ledger-entry';
import type { Ports } from '../../ports/ports';
import { stillLasts, viewHealth, type Health } from '../../usecases/aftermath/view-health';
import { putGuardsBack } from '../../usecases/provision/put-guards-back';
import { adminCall } from './admin-call';

/** The calls of the tab "Health" of the admin page. */
export const healthFunctions = {
  health: adminCall(healthApi.health.request, view),
  putGuardsBack: adminCall(healthApi.putGuardsBack.request, async (ports, { accountId }, { projectId }) => {
    await putGuardsBack(ports, accountId, projectId);
    return view(ports);
  }),
  sweepNow: adminCall(healthApi.sweepNow.request, async (ports) => {
    await ports.sweepQueue.push({ do: 'sweep' });
    return view(ports);
  }),
};

async function view(ports: Ports): Promise<HealthView> {
  const health = await viewHealth(ports);
  const { state, findings, older, watchedSince, projects, waitingRecords } = health;
  const { last, run, failure } = state;
  return {
    last: last && { ...last, problems: [...last.problems] },
    running: run && { startedAt: run.startedAt, pending: run.pending.length },
    failure,
    findings: findings.flatMap((entry) => findingOf(health, entry)),
    older,
    quietSince: findings[0]?.at ?? watchedSince,
    projects,
    waitingRecords,
  };
}

function findingOf({ state }: Health, entry: LedgerEntry): readonly FindingView[] {
  const { seq, at, event } = entry;
  if (!isAftermath(event)) return [];
  const isGone = event.kind === 'change-left' && (event.how === 'deleted' || event.how === 'hidden');
  const place = event.kind === 'guard-missing' ? event.projectKey : event.change.key;
  const lasts = stillLasts(state, entry);
  return [
    {
      seq,
      at,
      text: aftermathText(event),
      remedy: lasts === false ? '' : aftermathRemedy(event),
      place: isGone ? null : place,
      lasts,
      mendable: lasts === true ? mendableIn(event) : null,
    },
  ];
}

function mendableIn(event: LedgerEvent): FindingView['mendable'] {
  if (event.kind !== 'guard-missing' || !canBePutBack(event.why)) return null;
  const { projectId, projectKey } = event;
  return { projectId, projectKey };
}
