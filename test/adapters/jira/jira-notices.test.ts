import { beforeEach, describe, expect, it } from '@jest/globals';
import { PEOPLE } from '../../../demo/people';
import { createSandboxWorld, type SandboxWorld } from '../sandbox-world';

const { priya, carla } = PEOPLE;

describe('a notice', () => {
  let world: SandboxWorld;
  let issue: { id: string; key: string };
  beforeEach(async () => {
    world = await createSandboxWorld();
    issue = await world.createChange({ summary: 'Move the shop' });
  });

  const tell = () =>
    world.ports.notices.tell({
      issue: issue.id,
      text: `${issue.key} went around a gate.`,
      to: [carla.accountId],
      mark: 'Ledger entry 7',
    });
  const path = () => `/rest/api/3/issue/${issue.key}/comment`;
  const comments = async () => JSON.stringify(await world.host.request(priya.accountId, 'GET', path()));
  const written = async () => (await comments()).match(/went around a gate/g) ?? [];

  it('is written once, however often it is asked for', async () => {
    expect([await tell(), await tell()]).toEqual([true, true]);
    expect(await written()).toHaveLength(1);
  });

  it('is written also where somebody wrote its mark before', async () => {
    const content = [{ type: 'paragraph', content: [{ type: 'text', text: 'Ledger entry 7.' }] }];
    await world.host.request(priya.accountId, 'POST', path(), { body: { type: 'doc', version: 1, content } });
    await tell();
    await tell();
    expect(await written()).toHaveLength(1);
  });
});
