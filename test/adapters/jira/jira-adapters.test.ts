import { beforeEach, describe, expect, it } from '@jest/globals';
import { PEOPLE } from '../../../demo/people';
import { DEFAULT_FIELD_MAP, storedFieldMap } from '../../../src/contracts/field-map';
import { writeStored } from '../../../src/contracts/stored/stored-document';
import { known } from '../../../src/domain/change/change-facts';
import { failureCode } from '../../port-contracts/failure-code';
import { createSandboxWorld, type SandboxWorld } from '../sandbox-world';

const { priya } = PEOPLE;

describe('Jira', () => {
  let world: SandboxWorld;
  let key: string;
  beforeEach(async () => {
    world = await createSandboxWorld();
    ({ key } = await world.createChange({ summary: 'Move the shop' }));
    world.host.log.clear();
  });

  it('is asked once for a change, and the storage once for where its fields are', async () => {
    await world.ports.changes.read(key);
    expect(world.host.log.entries().map(({ method, path, as }) => `${method} ${path} ${as}`)).toEqual([
      expect.stringMatching(/^GET \/rest\/api\/3\/issue\/CHG-1\?fields=.*expand=names app$/),
      'POST /api/v1/entity/get app',
    ]);
  });

  it('is read by the stored field map once there is one', async () => {
    const map = { ...DEFAULT_FIELD_MAP, fields: { ...DEFAULT_FIELD_MAP.fields, testPlan: { id: 'summary' } } };
    const body = writeStored(storedFieldMap, map);
    world.host.kvs.put('entity:stored-document', 'field-map', { revision: 1, parts: 1, body });
    expect((await world.ports.changes.read(key)).facts.fields.testPlan).toEqual(known('Move the shop'));
  });

  it.each([
    ['no issue type for change requests', { ...DEFAULT_FIELD_MAP, issueType: { name: 'Proposal' } }, []],
    [
      'no status for a stage, in which no change is then',
      { ...DEFAULT_FIELD_MAP, stages: { ...DEFAULT_FIELD_MAP.stages, rejected: { name: 'Turned down' } } },
      ['CHG-1'],
    ],
  ])('that has %s is searched all the same', async (_name, map, found) => {
    world.host.kvs.put('entity:stored-document', 'field-map', {
      revision: 1,
      parts: 1,
      body: writeStored(storedFieldMap, map),
    });
    const { changes, watch } = world.ports;
    const keys = async () => (await changes.openChanges(null, 5)).changes.map((change) => change.key);
    expect(await keys()).toEqual(found);
    expect(await watch.touchedWithin(60)).toHaveLength(found.length);
    await world.closeAs({ id: '', key }, 'cancelled');
    world.actAs(priya.accountId);
    const closed = await changes.searchClosed({ text: '', cursor: null, limit: 5 });
    expect(closed.changes.map((change) => change.key)).toEqual(found);
    world.host.faults.failCall({ match: { path: '/search/jql' }, status: 400, times: 2 });
    expect(await failureCode(changes.openChanges(null, 5))).toBe(found.length === 0 ? undefined : 'unexpected-answer');
  });

  it('is not read by a field map that cannot be read', async () => {
    world.host.kvs.put('entity:stored-document', 'field-map', { revision: 1, parts: 1, body: '{}' });
    expect(await failureCode(world.ports.changes.read(key))).toBe('unreadable-document');
  });

  it('gives the whole of a history that is longer than a page of the changelog', async () => {
    for (let edit = 1; edit <= 120; edit += 1) {
      await world.host.request(priya.accountId, 'PUT', `/rest/api/3/issue/${key}`, {
        fields: { summary: `Move the shop ${String(edit)}` },
      });
    }
    await world.moveThrough({ id: '', key }, ['assessment']);
    const { moves } = await world.ports.changes.history(key);
    expect(moves.map(({ from, to }) => [from, to])).toEqual([['draft', 'assessment']]);
  });

  it('searches and looks as the person, and does everything else as the app', async () => {
    const { changes, people } = world.ports;
    world.actAs(priya.accountId);
    await changes.searchClosed({ text: '', cursor: null, limit: 5 });
    await people.maySeeIssue(key);
    await people.groupsOf(priya.accountId);
    const asked = world.host.log.entries().filter(({ path }) => path.startsWith('/rest/'));
    expect(asked.map(({ as }) => as)).toEqual([`user:${priya.accountId}`, `user:${priya.accountId}`, 'app']);
  });

  it('is asked for the names of many people in few requests', async () => {
    const many = Array.from({ length: 120 }, (_, index) => `712020:person-${String(index)}`);
    expect(await world.ports.people.namesOf([...many, priya.accountId])).toEqual({ [priya.accountId]: 'Priya Nair' });
    expect(world.host.log.entries()).toHaveLength(3);
  });

  it.each([
    [429, 'unreachable'],
    [500, 'unreachable'],
    ['timeout', 'unreachable'],
    ['lost-answer', 'unreachable'],
    [403, 'not-allowed'],
    [404, 'not-found'],
    [400, 'unexpected-answer'],
  ] as const)('that answers %s makes reading fail as %s', async (status, code) => {
    world.host.faults.failCall({ match: { path: '/rest/api/3/issue/' }, status });
    expect(await failureCode(world.ports.changes.read(key))).toBe(code);
  });

  it('that does not answer is not taken for a no', async () => {
    world.actAs(priya.accountId);
    world.host.faults.failCall({ match: { path: '/rest/api/3/issue/' }, status: 503 });
    expect(await failureCode(world.ports.people.maySeeIssue(key))).toBe('unreachable');
  });
});
