import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { PEOPLE } from '../../demo/people';
import { visit } from '../../demo/visitor';
import type { Site } from '../../sandbox';
import { overwriteStored } from './stored-values';
import { restoring } from './restored-site';
import { COMPLETE_PLAN, openSite, refusal } from './open-site';

const { priya } = PEOPLE;

const withDraft = restoring(async () => {
  const site = await openSite();
  return { site, key: await visit(site, priya).createChange(COMPLETE_PLAN) };
});

describe('a gate that cannot find out', () => {
  let site: Site;
  let key: string;
  beforeEach(async () => {
    ({ site, key } = await withDraft());
  });
  afterEach(() => site.close());

  it.each([
    ['Jira answers 503', { match: { path: '/rest/api/3/issue/' }, status: 503 }],
    ['Jira answers 429', { match: { path: '/rest/api/3/issue/' }, status: 429 }],
    ['the storage answers 500', { match: { path: '/api/v1/' }, status: 500 }],
    ['an answer gets lost', { match: { path: '/rest/api/3/issue/' }, status: 'lost-answer' }],
  ] as const)('refuses and says that nothing was changed when %s', async (_name, failure) => {
    site.faults.failCall({ ...failure, match: { ...failure.match, function: 'workflowGate' }, times: 9 });
    const [message, ...others] = await refusal(site, priya, key, 'Submit');
    expect(others).toEqual([]);
    expect(message).toMatch(
      /^The change policy could not be checked: .+ Nothing was changed; try again\. .+\(ref [0-9a-f]{8}\)$/s,
    );
    site.faults.clear();
    expect(await refusal(site, priya, key, 'Submit')).toEqual([]);
  });

  it('refuses with the key and what is wrong when the stored policy cannot be read, and overwrites nothing', async () => {
    const restore = overwriteStored(site, 'policy-in-force', (value) => ({
      ...value,
      body: '{"schemaVersion":1,"policy":',
    }));
    const [message] = await refusal(site, priya, key, 'Submit');
    expect(message).toContain('policy-in-force');
    expect(message).toContain('Nothing was changed');
    restore.expectUntouched();
  });

  it('lets the change be cancelled all the same', async () => {
    site.faults.failCall({ match: { function: 'workflowGate' }, status: 503, times: 9 });
    expect(await refusal(site, priya, key, 'Cancel')).toEqual([]);
  });
});
