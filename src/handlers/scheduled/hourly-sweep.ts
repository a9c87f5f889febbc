import { compose } from '../../composition';

/**
 * `scheduledTrigger` of every hour: asks for a sweep. It may come twice, and one that fails does not come again before the
 * next hour.
 * @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/scheduled-trigger/
 */
export async function hourlySweep(): Promise<void> {
  await compose().sweepQueue.push({ do: 'sweep' });
}
