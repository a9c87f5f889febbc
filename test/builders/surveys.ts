import type { Survey } from '../../src/domain/provisioning/survey';

/** A company-managed project with tasks only, on a site that has nothing of change control. */
export function surveyOf(overrides: Partial<Survey> = {}): Survey {
  return {
    project: {
      id: '10000',
      key: 'OPS',
      name: 'Operations',
      companyManaged: true,
      serviceProject: false,
      issues: 0,
      changeRequests: 0,
    },
    issueTypes: [{ id: '1', name: 'Task', standard: true }],
    fields: [],
    statuses: [{ id: '1', name: 'To Do', description: '', category: 'TODO' }],
    screens: [],
    screenSchemes: [],
    issueTypeScreenSchemes: [],
    issueTypeSchemes: [],
    workflows: [],
    workflowSchemes: [],
    current: {
      issueTypeScheme: { id: '11', name: 'Types', others: 0, issueTypeIds: ['1'], defaultIssueTypeId: null },
      issueTypeScreenScheme: {
        id: '12',
        name: 'Screens',
        others: 0,
        mappings: [{ issueTypeId: 'default', screenSchemeId: '5' }],
      },
      workflowScheme: { id: '13', name: 'Workflows', others: 2, defaultWorkflow: 'jira', workflowOfType: {} },
      statusesOfType: { '1': ['1'] },
    },
    ...overrides,
  };
}
