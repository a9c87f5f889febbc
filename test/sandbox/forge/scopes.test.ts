import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { jiraScopes } from '../../../sandbox/forge/scopes/required-scopes';

const CONTRACT = '../shared/contracts/jira-platform-v3.2025-09-24.json';
const PREFIX = '/rest/api/3';
/** The parts of Jira's administration that the sandbox carries out. */
const ADMINISTRATION =
  /^\/(screens|screenscheme|issuetypescreenscheme|issuetypescheme|field\/\{fieldId\}\/context)(\/|$)/;

const operationSchema = z.object({
  'x-atlassian-oauth2-scopes': z.array(z.object({ state: z.string(), scopes: z.array(z.string()) })),
});
const documentSchema = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) });

/** Method, path and the current classic scopes of every operation of the administration in the document. */
function operations(): readonly [string, string, readonly string[]][] {
  const document = documentSchema.parse(JSON.parse(readFileSync(CONTRACT, 'utf8')));
  return Object.entries(document.paths)
    .filter(([path]) => ADMINISTRATION.test(path.replace(PREFIX, '')))
    .flatMap(([path, verbs]) =>
      Object.entries(verbs).flatMap(([verb, operation]) => {
        const parsed = operationSchema.safeParse(operation);
        if (!parsed.success) return [];
        const current = parsed.data['x-atlassian-oauth2-scopes'].filter(({ state }) => state === 'Current');
        return [[verb.toUpperCase(), path, current.flatMap(({ scopes }) => scopes)] as [string, string, string[]]];
      }),
    );
}

const withContract = existsSync(CONTRACT) ? describe : describe.skip;

withContract(
  'the scopes of the administration are those of the document (left out without ../shared/contracts)',
  () => {
    it.each(existsSync(CONTRACT) ? operations() : [])('%s %s', (method, path, scopes) => {
      expect(jiraScopes(method, path.replaceAll(/\{[^}]+\}/g, '1'))).toEqual(scopes);
    });
  },
);

describe('the scopes of Jira', () => {
  it.each([
    ['POST', '/screens', ['manage:jira-project']],
    ['POST', '/screens/1/tabs/1/fields', ['manage:jira-project']],
    ['GET', '/field/customfield_1/screens', ['manage:jira-project']],
    ['POST', '/screenscheme', ['manage:jira-configuration']],
    ['GET', '/screenscheme', ['manage:jira-project']],
    ['POST', '/issuetype', ['manage:jira-configuration']],
    ['GET', '/issuetype', ['read:jira-work']],
    ['PUT', '/issuetypescheme/project', ['manage:jira-configuration']],
    ['POST', '/project', ['manage:jira-configuration']],
    ['GET', '/project/search', ['read:jira-work']],
  ])('of %s %s are %j', (method, path, scopes) => {
    expect(jiraScopes(method, `${PREFIX}${path}`)).toEqual(scopes);
  });
});
