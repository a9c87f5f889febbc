import { describe, expect, it } from '@jest/globals';
import { DEFAULT_FIELD_MAP } from '../../src/contracts/field-map';
import { FIELD_TITLES, fieldTitle, isChangeField } from '../../src/contracts/field-titles';
import { CHANGE_FIELDS } from '../../src/domain/change/change-field';

/** Fields that every Jira has of its own. */
const OF_JIRA = ['Environment', 'Components', 'Priority', 'Resolution', 'Reporter', 'Assignee', 'Due date', 'Parent'];

describe('the titles of fields', () => {
  it.each(CHANGE_FIELDS)('call %s as people read it, not by a name of the app', (field) => {
    expect(FIELD_TITLES[field]).toMatch(/^[A-Z][a-z]+([ -][a-z]+)*$/);
  });

  it('are given once, and none of them is that of a field of Jira that something else is kept in', () => {
    const titles = Object.values(FIELD_TITLES);
    expect(new Set(titles).size).toBe(titles.length);
    expect(titles.filter((title) => OF_JIRA.includes(title))).toEqual([]);
  });

  it('are those of the policy for fields of its own', () => {
    const policy = { fields: [{ id: 'blastRadius', title: 'Blast radius', kind: 'text' as const }] };
    expect(['codeReview', 'blastRadius', 'gone', 'toString'].map((field) => fieldTitle(policy, field))).toEqual([
      'Code review',
      'Blast radius',
      'gone',
      'toString',
    ]);
    expect(['codeReview', 'blastRadius', 'toString'].map(isChangeField)).toEqual([true, false, false]);
  });

  it('are how fields are found until a field map says otherwise, but for those that every Jira has', () => {
    const { summary, description, tags, codeReview } = DEFAULT_FIELD_MAP.fields;
    expect([summary, description, tags, codeReview]).toEqual([
      { id: 'summary' },
      { id: 'description' },
      { id: 'labels' },
      { name: 'Code review' },
    ]);
  });
});
