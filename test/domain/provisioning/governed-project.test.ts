import { describe, expect, it } from '@jest/globals';
import {
  NO_GOVERNANCE,
  withGoverned,
  withStarted,
  type GovernedProject,
} from '../../../src/domain/provisioning/governed-project';

const project = (overrides: Partial<GovernedProject> = {}): GovernedProject => ({
  projectId: '10000',
  projectKey: 'OPS',
  issueTypeId: '7',
  workflowId: 'w',
  workflowSchemeId: 's',
  transitions: [{ transitionId: '11', gate: 'submit' }],
  since: '2026-03-02T09:00:00.000Z',
  by: '712020:jonas',
  ...overrides,
});

describe('the projects under change control', () => {
  it('list a project that is being set up once, however often that begins', () => {
    expect(NO_GOVERNANCE).toEqual({ revision: 0, projects: [], underway: [] });
    const begun = withStarted(withStarted(withStarted(NO_GOVERNANCE, '10000'), '10001'), '10000');
    expect(begun).toEqual({ revision: 3, projects: [], underway: ['10001', '10000'] });
  });

  it('list it as governed once it is, in place of what was known of it, and leave the others', () => {
    const other = project({ projectId: '10001', projectKey: 'NET' });
    const before = { revision: 4, projects: [project(), other], underway: ['10000', '10002'] };
    const again = project({ workflowId: 'another' });
    expect(withGoverned(before, again)).toEqual({ revision: 5, projects: [other, again], underway: ['10002'] });
  });
});
