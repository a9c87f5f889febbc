import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createCloudClient, isApiError } from 'jira.js';
import { PEOPLE } from '../../demo/people';
import { serveSite, type ServedSite, type Site } from '../../sandbox';
import { openSite } from './open-site';

const { priya } = PEOPLE;

/** `jira.js` is the client that others write against Jira Cloud; to it the site is one more Jira. */
describe("jira.js's own client over HTTP", () => {
  let site: Site;
  let served: ServedSite;
  beforeAll(async () => {
    site = await openSite();
    served = await serveSite(site, { port: 0 });
  });
  afterAll(async () => {
    await served.close();
    await site.close();
  });

  it('creates a change, has its transition refused with the messages, edits it, and has it accepted', async () => {
    const client = createCloudClient({
      host: served.url,
      auth: { type: 'basic', email: priya.emailAddress, apiToken: 'sandbox' },
      onSchemaMismatch: 'throw',
    });
    const fields = await client.issueFields.getFields();
    const id = (name: string) => fields.find((field) => field.name === name)?.id ?? name;
    const text = (words: string) => ({
      type: 'doc' as const,
      version: 1 as const,
      content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: words }] }],
    });
    const created = await client.issues.createIssue({
      fields: {
        project: { key: 'CHG' },
        issuetype: { name: 'Change Request' },
        summary: 'Upgrade the search cluster',
        description: text('From 8 to 9, node by node.'),
        [id('Change type')]: { value: 'Normal' },
        [id('Risk level')]: { value: 'Low' },
        [id('Business justification')]: text('8 is out of support.'),
        [id('Impact analysis')]: text('Search is slower for an hour.'),
        [id('Planned start')]: '2026-03-05T20:00:00.000+0000',
        [id('Test plan')]: text('One node in staging.'),
      },
    });
    const issueIdOrKey = created.key;
    const { transitions = [] } = await client.issues.getTransitions({ issueIdOrKey });
    const submit = { id: transitions.find(({ name }) => name === 'Submit')?.id ?? '' };

    const refused: unknown = await client.issues.doTransition({ issueIdOrKey, transition: submit }).then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(isApiError(refused) && { status: refused.status, body: refused.body }).toEqual({
      status: 400,
      body: {
        errorMessages: [
          'Submit is not possible yet. Generic change management policy asks for one more thing:\n• Rollback steps is empty (GEN-4.1d, GEN-4.5).',
        ],
        errors: {},
      },
    });

    await client.issues.editIssue({ issueIdOrKey, fields: { [id('Rollback steps')]: text('Restore the snapshot.') } });
    await client.issues.doTransition({ issueIdOrKey, transition: submit });
    const moved = await client.issues.getIssue({ issueIdOrKey, fields: ['status'] });
    expect(moved).toMatchObject({ fields: { status: { name: 'Assessment' } } });
  });
});
