import { Hono } from 'hono';
import { z } from 'zod';
import type { Person, ProductEnv } from '../platform';
import { notFound } from './confluence-error';
import { actorOf, allowOnly, readJson } from './request';
import type { ConfluenceSite } from './site-context';

const bulkSchema = z.object({ accountIds: z.array(z.string()).min(1).max(250) });

/** https://developer.atlassian.com/cloud/confluence/rest/v2/api-group-user/ */
export function userBulkRoutes(site: ConfluenceSite): Hono<ProductEnv> {
  return new Hono<ProductEnv>().post('/users-bulk', async (c) => {
    allowOnly(c, []);
    const { accountIds } = await readJson(c, bulkSchema);
    const results = [...new Set(accountIds)]
      .map((accountId) => site.directory.findPerson(accountId))
      .filter((person) => person !== undefined)
      .map((person) => ({
        ...shown(person),
        timeZone: person.timeZone,
        personalSpaceId: null,
        accountStatus: person.active ? 'active' : 'inactive',
        profilePicture: { path: avatar(person), isDefault: true },
      }));
    return c.json({ results, _links: { base: site.base() } });
  });
}

/** https://developer.atlassian.com/cloud/confluence/rest/v1/api-group-users/ */
export function currentUserRoutes(site: ConfluenceSite): Hono<ProductEnv> {
  return new Hono<ProductEnv>().get('/user/current', (c) => {
    allowOnly(c, []);
    const person = site.directory.findPerson(actorOf(c).accountId);
    if (person === undefined) throw notFound();
    return c.json({
      type: 'known',
      ...shown(person),
      isGuest: false,
      profilePicture: { path: avatar(person), width: 48, height: 48, isDefault: true },
      _expandable: { operations: '', personalSpace: '' },
      _links: {
        self: `${site.base()}/rest/api/user?accountId=${encodeURIComponent(person.accountId)}`,
        base: site.base(),
        context: '/wiki',
      },
    });
  });
}

function shown(person: Person): Record<string, unknown> {
  const { accountId, accountType, displayName } = person;
  return {
    accountId,
    accountType,
    displayName,
    publicName: displayName,
    email: person.emailAddress,
    isExternalCollaborator: false,
  };
}

const avatar = (person: Person): string => `/wiki/aa-avatar/${person.accountId}`;
