import type { EventSink } from '../platform';
import { modulesOf, type AppManifest } from './manifest';
import type { Line } from './queue/line';

/** https://developer.atlassian.com/platform/forge/events-reference/product_events/: larger events are not delivered. */
const MAX_EVENT_BYTES = 200 * 1000;

/** Puts each product event in line once for every trigger of the manifest that asked for it. */
export function createTriggers(manifest: AppManifest, line: Line): EventSink {
  return {
    publish: ({ name, payload }) => {
      for (const { key, function: functionKey, events, filter } of modulesOf(manifest, 'trigger')) {
        const own = filter?.ignoreSelf === true && payload['selfGenerated'] === true;
        if (!events.includes(name) || own) {
          continue;
        }
        const json = JSON.stringify(payload);
        if (Buffer.byteLength(json) > MAX_EVENT_BYTES) {
          line.drop({ kind: 'event', name: key, function: functionKey, reason: 'too-large' });
          continue;
        }
        line.add({ kind: 'event', moduleKey: key, functionKey, payload: JSON.parse(json) as unknown, depth: 0 });
      }
    },
  };
}
