import { createSandboxWorld } from '../adapters/sandbox-world';
import { createFakeWorld } from '../fakes/fake-world';
import type { WorldMaker } from './world';

/** Every promise is tried on the fake and on the adapter alike. */
export const BOTH_WORLDS: readonly WorldMaker[] = [
  { name: 'in memory', make: createFakeWorld },
  { name: 'on the local platform', make: createSandboxWorld },
];
