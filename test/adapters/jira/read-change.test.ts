import { describe, expect, it } from '@jest/globals';
import { readChange } from '../../../src/adapters/jira/read-change';
import { DEFAULT_FIELD_MAP, type FieldMap } from '../../../src/contracts/field-map';
import type { NamedIssue } from '../../../src/contracts/jira/issue';
import { known, unknown } from '../../../src/domain/change/change-facts';

const CHANGE_REQUEST = { id: '10100', name: 'Change Request' };

function issueWith(fields: Record<string, unknown> = {}, names: Record<string, string> = {}): NamedIssue {
  return {
    id: '10001',
    key: 'CHG-1',
    fields: {
      summary: 'Move the shop',
      description: null,
      issuetype: CHANGE_REQUEST,
      status: { id: '3', name: 'Assessment' },
      reporter: { accountId: 'ann' },
      creator: { accountId: 'bob' },
      customfield_1: { value: 'High' },
      ...fields,
    },
    names: { summary: 'Summary', description: 'Description', customfield_1: 'Risk level', ...names },
  };
}

const read = (issue: NamedIssue, edits = {}, map: FieldMap = DEFAULT_FIELD_MAP) => readChange(issue, map, edits);

describe('a change out of an issue', () => {
  it('has its fields found by the names that people see', () => {
    expect(read(issueWith()).facts.fields).toMatchObject({
      summary: known('Move the shop'),
      description: known(null),
      riskLevel: known('High'),
    });
  });

  it('has a field that the issue does not have as not known, with its name', () => {
    expect(read(issueWith()).facts.fields.testPlan).toEqual(unknown('no-such-field', 'Test plan'));
  });

  it('has a field of which there are two as not known: it is never guessed', () => {
    const issue = issueWith({ customfield_2: { value: 'Low' } }, { customfield_2: 'Risk level' });
    expect(read(issue).facts.fields.riskLevel).toEqual(
      unknown('no-such-field', 'Risk level: 2 fields have this name, so none is read'),
    );
  });

  it('takes the one of two fields of a name that this issue has', () => {
    expect(read(issueWith({}, { customfield_2: 'Risk level' })).facts.fields.riskLevel).toEqual(known('High'));
  });

  it('takes no inherited property for a field', () => {
    const map = { ...DEFAULT_FIELD_MAP, fields: { ...DEFAULT_FIELD_MAP.fields, testPlan: { id: 'toString' } } };
    expect(read(issueWith(), {}, map).facts.fields.testPlan).toEqual(unknown('no-such-field', 'Test plan'));
  });

  it('loses nothing else when one value is unreadable', () => {
    const { fields } = read(issueWith({ customfield_1: 42 })).facts;
    expect(fields.riskLevel).toEqual(unknown('unreadable-value', 'Risk level: one option was expected'));
    expect(fields.summary).toEqual(known('Move the shop'));
  });

  it('has the edits of a screen laid over it, also for a field that was empty', () => {
    const edits = { customfield_1: null, description: 'Why and how' };
    expect(read(issueWith(), edits).facts.fields).toMatchObject({
      riskLevel: known(null),
      description: known('Why and how'),
    });
  });

  it('is what it is, whatever a screen says of its type, status or creator', () => {
    const edits = {
      issuetype: { id: '1', name: 'Task' },
      status: { id: '9', name: 'Closed' },
      creator: { accountId: 'eve' },
    };
    const { isChangeRequest, facts } = read(issueWith());
    expect(read(issueWith(), edits)).toMatchObject({ isChangeRequest, facts });
  });

  it.each<[string, Record<string, unknown>, unknown]>([
    ['both', {}, known(['ann', 'bob'])],
    ['one person once', { creator: { accountId: 'ann' } }, known(['ann'])],
    ['the creator where nobody is the reporter', { reporter: null }, known(['bob'])],
    [
      'nobody known',
      { reporter: null, creator: null },
      unknown('unreadable-value', 'Reporter: one person was expected'),
    ],
    [
      'nobody known when one of them cannot be read',
      { reporter: { name: 'ann' } },
      unknown('unreadable-value', 'Reporter: one person was expected'),
    ],
  ])('was asked for by %s', (_who, fields, requesters) => {
    expect(read(issueWith(fields)).facts.requesters).toEqual(requesters);
  });

  it('was asked for by whoever becomes the reporter on the screen', () => {
    const edits = { reporter: { accountId: 'eve' } };
    expect(read(issueWith(), edits).facts.requesters).toEqual(known(['eve', 'bob']));
  });

  it('is in no known stage in a status that is none of a change', () => {
    expect(read(issueWith({ status: { id: '1', name: 'To Do' } })).facts.stage).toEqual(
      unknown('unreadable-value', 'Status: To Do is no status of a change request'),
    );
    expect(read(issueWith({ status: null })).facts.stage).toMatchObject({ state: 'unknown' });
  });

  it('is no change request with another type, or with none', () => {
    expect(read(issueWith()).isChangeRequest).toBe(true);
    expect(read(issueWith({ issuetype: { id: '1', name: 'Change request' } })).isChangeRequest).toBe(false);
    expect(read(issueWith({ issuetype: null })).isChangeRequest).toBe(false);
  });

  it('is found by ids where the field map has them, whatever things are called', () => {
    const map: FieldMap = {
      issueType: { id: '10100' },
      fields: { ...DEFAULT_FIELD_MAP.fields, riskLevel: { id: 'customfield_1' } },
      stages: { ...DEFAULT_FIELD_MAP.stages, assessment: { id: '3' } },
    };
    const issue = issueWith(
      { issuetype: { id: '10100', name: 'RFC' }, status: { id: '3', name: 'Prüfung' } },
      { customfield_1: 'Risiko' },
    );
    const reading = read(issue, {}, map);
    expect(reading.isChangeRequest).toBe(true);
    expect(reading.facts.stage).toEqual(known('assessment'));
    expect(reading.facts.fields.riskLevel).toEqual(known('High'));
  });
});
