import { JastBuilder } from '@atlaskit/jql-ast';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { closedChangesJql } from '../../../src/adapters/jira/changes-jql';
import { DEFAULT_FIELD_MAP } from '../../../src/contracts/field-map';
import { fixedSeed } from '../../builders/fixed-seed';

const CLOSED = 'issuetype = "Change Request" AND status in ("Closed", "Rejected", "Cancelled")';
const jql = (text: string) => closedChangesJql(DEFAULT_FIELD_MAP, text);

describe('the search for closed changes', () => {
  it('asks for the type and the closed statuses, newest first', () => {
    expect(jql('')).toBe(`${CLOSED} ORDER BY updated DESC`);
  });

  it('adds the words, without what has a meaning in a search', () => {
    expect(jql('Berlin "data centre"')).toBe(`${CLOSED} AND text ~ "berlin data centre" ORDER BY updated DESC`);
    expect(jql('cats AND dogs*')).toBe(`${CLOSED} AND text ~ "cats and dogs" ORDER BY updated DESC`);
    expect(jql('\\" OR key = X --')).toBe(`${CLOSED} AND text ~ "or key x" ORDER BY updated DESC`);
    expect(jql('*?\n\t"')).toBe(jql(''));
  });

  it('uses ids where the field map has them', () => {
    const stages = { ...DEFAULT_FIELD_MAP.stages, closed: { id: '10009' } };
    expect(closedChangesJql({ ...DEFAULT_FIELD_MAP, issueType: { id: '10100' }, stages }, '')).toBe(
      'issuetype = 10100 AND status in (10009, "Rejected", "Cancelled") ORDER BY updated DESC',
    );
  });

  it('keeps a name with quotes and backslashes a name', () => {
    const map = { ...DEFAULT_FIELD_MAP, issueType: { name: 'A "B" \\ C' } };
    expect(closedChangesJql(map, '')).toContain('issuetype = "A \\"B\\" \\\\ C" AND');
  });

  it('has the same three clauses for Atlassian’s parser, whatever is looked for', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const { query, errors } = new JastBuilder().build(jql(`shop ${text}`));
        expect(errors).toEqual([]);
        const where = query?.where;
        expect(where?.clauseType === 'compound' ? where.clauses.length : 0).toBe(3);
      }),
      fixedSeed(),
    );
  });
});
