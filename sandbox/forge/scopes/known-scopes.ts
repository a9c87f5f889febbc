import { CONFLUENCE_V1_OPERATIONS, CONFLUENCE_V2_OPERATIONS } from './confluence-operations';
import { JIRA_OPERATIONS } from './jira-operations';

const PLATFORM_SCOPES = ['storage:app', 'write:app-data:jira'];

/** Whether the sandbox knows what a scope permits. A manifest with any other scope is refused. */
export function isKnownScope(scope: string): boolean {
  const tables = [JIRA_OPERATIONS, CONFLUENCE_V1_OPERATIONS, CONFLUENCE_V2_OPERATIONS];
  return [
    ...PLATFORM_SCOPES,
    ...tables.flatMap((table) => Object.keys(table).flatMap((key) => key.split(' '))),
  ].includes(scope);
}
