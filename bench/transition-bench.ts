import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { govern } from '../demo/govern';
import { PEOPLE } from '../demo/people';
import { COMPLETION, ROLLBACK, UPGRADE_WITHOUT_ROLLBACK } from '../demo/plan';
import { siteSeed } from '../demo/site-seed';
import { visit, type FieldInput } from '../demo/visitor';
import { buildApp, createSite, type Site } from '../sandbox';
import { root } from '../test/build-parts';
import type { Row, Section } from './section';
import { slowDown, watchTraffic } from './slow-platform';

/** Long beside what the sandbox itself needs, so that the time of a transition counts the calls that wait for others. */
const ANSWER_MILLISECONDS = 100;

/** What the app asks of the platform while a person waits for a transition, at each gate of a normal change. */
export async function measureTransitions(): Promise<Section> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  const bundle = await buildApp(root, join(folder, 'app.cjs'));
  const slow = join(folder, 'slow.cjs');
  await slowDown(bundle, slow, ANSWER_MILLISECONDS);
  const site = await createSite({ appDir: root, bundle: slow, seed: siteSeed, now: '2026-03-02T09:00:00.000Z' });
  try {
    return await measureOn(site);
  } finally {
    await site.close();
    await rm(folder, { recursive: true });
  }
}

async function measureOn(site: Site): Promise<Section> {
  const { priya, sam, carla, ivo } = PEOPLE;
  await govern(site, 'GEN');
  const key = await visit(site, priya).createChange({ ...UPGRADE_WITHOUT_ROLLBACK, ...ROLLBACK });
  const rows: Row[] = [];
  const lists: string[] = [];

  const pass = async (person: (typeof PEOPLE)[keyof typeof PEOPLE], name: string, fields: FieldInput = {}) => {
    site.log.clear();
    const { calls, mostInFlight, waits } = await watchTraffic(ANSWER_MILLISECONDS, async () => {
      const answer = await visit(site, person).transition(key, name, fields);
      if (!answer.done) throw new Error(`${name} was refused: ${answer.messages.join(' ')}`);
    });
    const entries = site.log.entries();
    const read = entries.reduce((sum, { bytes }) => sum + bytes, 0);
    rows.push({ name, values: [calls, mostInFlight, waits, read / 1024] });
    lists.push(
      `${name}:`,
      ...entries.map(({ method, path, status, bytes }) => `  ${status} ${method} ${path} (${bytes} bytes)`),
    );
    await site.deliver();
  };

  await pass(priya, 'Submit');
  await visit(site, sam).vote(key, 'approve');
  await visit(site, carla).vote(key, 'approve');
  await pass(priya, 'Authorize');
  await pass(ivo, 'Implement', { 'Test results': 'Payment suite green twice.' });
  await pass(ivo, 'Complete', { Implementer: ivo });
  await visit(site, ivo).edit(key, COMPLETION);
  await pass(ivo, 'Close');
  return {
    title: 'Platform calls of one gated transition',
    note: `A normal change under the generic policy; every call is answered after ${ANSWER_MILLISECONDS} ms, so "waits" counts the calls that waited for others.`,
    columns: [
      { title: 'calls', unit: '' },
      { title: 'in flight at once', unit: '' },
      { title: 'waits', unit: '' },
      { title: 'read', unit: 'KiB' },
    ],
    rows,
    details: lists,
  };
}
