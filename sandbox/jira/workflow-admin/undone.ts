/** Trying out a change of statuses and workflows. */
import type { JiraSite } from '../jira-site';

/** What `work` answers, with statuses, workflows and sequences as they were before it, also when it throws. */
export function undone<Value>(site: JiraSite, work: () => Value): Value {
  const { statuses, workflows, sequences } = structuredClone({
    statuses: site.store.state.statuses,
    workflows: site.store.state.workflows,
    sequences: site.store.state.sequences,
  });
  try {
    return work();
  } finally {
    Object.assign(site.store.state, { statuses, workflows, sequences });
  }
}
