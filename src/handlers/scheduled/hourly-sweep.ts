import { compose } from '../../composition';
import { askToShow } from '../../usecases/show-state';

/**
 * `scheduledTrigger` of every hour: asks for a sweep, and for what the fields of open changes say to be looked at again. It may come twice, and one that fails does not come again before the
 * next hour.
 * @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/scheduled-trigger/
 */
export async function hourlySweep(): Promise<void> {
  const ports = compose();
  await ports.sweepQueue.push({ do: 'sweep' });
  // Time alone changes where a change stands: an approval runs out, a freeze begins, a role passes to somebody else.
  await askToShow(ports, { do: 'show-all', cursor: null });
}
