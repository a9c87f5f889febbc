import { CONFLUENCE_V1_OPERATIONS, CONFLUENCE_V2_OPERATIONS } from './confluence-operations';
import { JIRA_OPERATIONS } from './jira-operations';

interface Operation {
  readonly methods: readonly string[];
  readonly segments: readonly string[];
  readonly scopes: readonly string[];
}

/** Answers the scopes that an operation needs, or undefined for an operation that the sandbox does not know. */
export type ScopeTable = (method: string, pathname: string) => readonly string[] | undefined;

function isParameter(segment: string): boolean {
  return segment.startsWith('{');
}

function readOperations(prefix: string, table: Readonly<Record<string, string>>): readonly Operation[] {
  return Object.entries(table).flatMap(([scopes, lines]) =>
    lines
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .map((line) => {
        const [methods = '', path = ''] = line.split(' ');
        return {
          methods: methods.split(','),
          segments: `${prefix}${path}`.split('/'),
          scopes: scopes.split(' ').filter((scope) => scope !== ''),
        };
      }),
  );
}

function scopeTable(operations: readonly Operation[]): ScopeTable {
  const parameters = ({ segments }: Operation): number => segments.filter(isParameter).length;
  const mostLiteralFirst = [...operations].sort((left, right) => parameters(left) - parameters(right));
  return (method, pathname) => {
    const asked = pathname.split('/');
    return mostLiteralFirst.find(
      ({ methods, segments }) =>
        methods.includes(method) &&
        segments.length === asked.length &&
        segments.every((segment, at) => (isParameter(segment) ? asked[at] !== '' : segment === asked[at])),
    )?.scopes;
  };
}

/** https://developer.atlassian.com/platform/forge/apis-reference/ (app properties need the app-data scope) */
const FORGE_OPERATIONS = { 'write:app-data:jira': 'DELETE,PUT /app/properties/{propertyKey}' };

/** The scope is optional on Atlassian so far and announced as mandatory: an app of the sandbox is to be ready for that. */
const APP_FIELD_OPERATIONS = {
  'write:app-data:jira': 'POST /app/field/value\nPUT /app/field/{fieldIdOrKey}/value',
};

export const jiraScopes: ScopeTable = scopeTable([
  ...readOperations('/rest/api/3', JIRA_OPERATIONS),
  ...readOperations('/rest/api/3', APP_FIELD_OPERATIONS),
  ...readOperations('/rest/forge/1', FORGE_OPERATIONS),
]);

export const confluenceScopes: ScopeTable = scopeTable([
  ...readOperations('/wiki/api/v2', CONFLUENCE_V2_OPERATIONS),
  ...readOperations('/wiki/rest/api', CONFLUENCE_V1_OPERATIONS),
]);
