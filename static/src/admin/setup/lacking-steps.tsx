import { useCallback } from 'react';
import { setupApi } from '../../../../src/contracts/api/setup-api';
import { callBackend } from '../../bridge/call-backend';
import { countText } from '../../elements/count-text';
import { useReading } from '../../elements/use-reading';

/**
 * What a project lacks that was set up before the policy in force was. Says nothing where it lacks nothing, or where that
 * cannot be told at the moment: whoever looks at the project sees it.
 */
export function LackingSteps({ projectId }: { readonly projectId: string }) {
  const read = useCallback(() => callBackend('planSetup', setupApi.planSetup, { projectId }), [projectId]);
  const { reading } = useReading(read);
  if (reading.state !== 'ready') return null;
  const { done, total } = reading.value;
  if (done === total) return null;
  return <p>Lacks {countText(total - done, 'thing')} that the policy in force asks for.</p>;
}
