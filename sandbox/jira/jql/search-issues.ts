/** Runs a JQL query. Parsing is done by Atlassian's own `@atlaskit/jql-ast`. */
import { JastBuilder } from '@atlaskit/jql-ast';
import { holds } from '../access';
import { asText } from '../fields/field-kind';
import type { Account, JiraSite } from '../jira-site';
import { badRequest } from '../refusal';
import type { IssueRecord } from '../state';
import { compileClause } from './compile-jql';
import { jqlContext } from './jql-context';
import { issueOrder } from './jql-order';

/** The issues that match and that the account may browse, in order. A query without any restriction is refused. */
export function searchIssues(site: JiraSite, account: Account, jql: string): readonly IssueRecord[] {
  const { query, errors } = new JastBuilder().build(jql);
  const [problem] = errors;
  if (problem !== undefined) throw badRequest(`Error in the JQL Query: ${problem.message}`);
  if (query?.where === undefined) {
    throw badRequest('Unbounded JQL queries are not allowed here. Please add a search restriction to your query.');
  }
  const context = jqlContext(site, account);
  const matches = compileClause(query.where, context);
  const order = issueOrder(query.orderBy?.fields ?? [], context);
  const visible = new Set(
    site.store.state.projects
      .filter((project) => holds(site, account, 'BROWSE_PROJECTS', project))
      .map((project) => project.id),
  );
  return site.store.state.issues
    .filter((issue) => visible.has(asText(issue.values.project)) && matches(issue))
    .sort(order);
}
