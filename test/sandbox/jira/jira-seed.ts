/** The seed of the test site: project CHG with a workflow that has every kind of rule, project SEC that few may see. */
import type { SiteSeed } from '../../../sandbox/seed';

const TYPES = 'com.atlassian.jira.plugin.system.customfieldtypes';

const person = (accountId: string, displayName: string, active = true) => ({
  accountId,
  displayName,
  emailAddress: `${accountId}@example.com`,
  accountType: 'atlassian' as const,
  active,
  timeZone: 'Europe/Berlin',
});

export const GATE_CONFIG = { gate: 'authorize' };

const CHANGE_WORKFLOW = {
  scope: { type: 'GLOBAL' },
  statuses: [
    { name: 'Draft', statusCategory: 'TODO', statusReference: 'draft' },
    { name: 'Assessment', statusCategory: 'IN_PROGRESS', statusReference: 'assessment' },
    { name: 'Approved', statusCategory: 'IN_PROGRESS', statusReference: 'approved' },
    { name: 'Closed', statusCategory: 'DONE', statusReference: 'closed' },
  ],
  workflows: [
    {
      name: 'Change',
      statuses: [
        { statusReference: 'draft' },
        { statusReference: 'assessment' },
        { statusReference: 'approved' },
        { statusReference: 'closed', properties: { 'jira.issue.editable': 'false' } },
      ],
      transitions: [
        { id: '1', type: 'INITIAL', name: 'Create', toStatusReference: 'draft' },
        {
          id: '11',
          type: 'DIRECTED',
          name: 'Submit',
          toStatusReference: 'assessment',
          links: [{ fromStatusReference: 'draft', fromPort: 0, toPort: 1 }],
        },
        {
          id: '21',
          type: 'DIRECTED',
          name: 'Authorize',
          toStatusReference: 'approved',
          links: [{ fromStatusReference: 'assessment' }],
          conditions: {
            operation: 'ALL',
            conditions: [
              {
                ruleKey: 'system:separation-of-duties',
                parameters: { fromStatusId: 'draft', toStatusId: 'assessment' },
              },
              { ruleKey: 'system:restrict-issue-transition', parameters: { groupIds: 'g-approvers,g-admins' } },
            ],
          },
          validators: [
            {
              ruleKey: 'system:validate-field-value',
              parameters: { ruleType: 'fieldRequired', fieldsRequired: '{{field:Rollback plan}}' },
            },
            {
              ruleKey: 'forge:expression-validator',
              parameters: { key: '{{app}}/change-gate', config: JSON.stringify(GATE_CONFIG), id: 'rule-1' },
            },
            {
              ruleKey: 'system:validate-field-value',
              parameters: {
                ruleType: 'dateFieldComparison',
                date1FieldKey: '{{field:Planned end}}',
                date2FieldKey: '{{field:Planned start}}',
                includeTime: 'true',
                conditionSelected: '>',
                errorMessage: 'The planned end must come after the planned start.',
              },
            },
          ],
          transitionScreen: {
            ruleKey: 'system:transition-screen',
            parameters: { screenId: '{{screen:Authorize screen}}' },
          },
        },
        { id: '91', type: 'GLOBAL', name: 'Close', toStatusReference: 'closed' },
        {
          id: '92',
          type: 'DIRECTED',
          name: 'Reopen',
          toStatusReference: 'draft',
          links: [{ fromStatusReference: 'closed' }],
        },
      ],
    },
  ],
};

export const SEED: SiteSeed = {
  people: [
    person('anna', 'Anna Requester'),
    person('ben', 'Ben Approver'),
    person('carl', 'Carl Admin'),
    person('dora', 'Dora Stranger'),
    person('emil', 'Emil Gone', false),
    { ...person('app-1', 'Change Control'), accountType: 'app' },
  ],
  groups: [
    { groupId: 'g-engineers', name: 'engineers', members: ['anna', 'ben', 'emil'] },
    { groupId: 'g-approvers', name: 'approvers', members: ['ben'] },
    { groupId: 'g-admins', name: 'jira-administrators', members: ['carl'] },
  ],
  administrators: ['jira-administrators'],
  fields: [
    { name: 'Implementation plan', type: `${TYPES}:textarea` },
    { name: 'Rollback plan', type: `${TYPES}:textarea` },
    { name: 'Rollback owner', type: `${TYPES}:userpicker` },
    { name: 'Testers', type: `${TYPES}:multiuserpicker` },
    { name: 'Planned start', type: `${TYPES}:datetime` },
    { name: 'Planned end', type: `${TYPES}:datetime` },
    { name: 'Review due', type: `${TYPES}:datepicker` },
    { name: 'Change type', type: `${TYPES}:select`, options: ['Standard', 'Normal', 'Emergency'] },
    { name: 'Services', type: `${TYPES}:multiselect`, options: ['Billing', 'Login'] },
    { name: 'Evidence', type: `${TYPES}:url` },
    { name: 'Effort', type: `${TYPES}:float` },
    { name: 'Ticket', type: `${TYPES}:textfield` },
    { name: 'Tags', type: `${TYPES}:labels` },
    { name: 'Unused', type: `${TYPES}:textfield` },
  ],
  screens: [{ name: 'Authorize screen', fields: ['Rollback plan', 'Rollback owner', 'Testers', 'Labels'] }],
  workflows: [CHANGE_WORKFLOW],
  projects: [
    {
      key: 'CHG',
      name: 'Changes',
      leadAccountId: 'carl',
      issueTypes: [
        {
          name: 'Change Request',
          workflow: 'Change',
          fields: [
            'Summary', 'Description', 'Assignee', 'Reporter', 'Priority', 'Labels', 'Implementation plan',
            'Rollback plan', 'Rollback owner', 'Testers', 'Planned start', 'Planned end', 'Review due', 'Change type',
            'Services', 'Evidence', 'Effort', 'Ticket', 'Tags',
          ], // prettier-ignore
        },
        { name: 'Task' },
      ],
      permissions: {
        BROWSE_PROJECTS: ['engineers', 'jira-administrators'],
        CREATE_ISSUES: ['engineers'],
        EDIT_ISSUES: ['engineers', 'jira-administrators'],
        TRANSITION_ISSUES: ['engineers', 'jira-administrators'],
        ADD_COMMENTS: ['engineers'],
        DELETE_ISSUES: ['jira-administrators'],
        ADMINISTER_PROJECTS: ['jira-administrators'],
      },
    },
    {
      key: 'SEC',
      name: 'Secrets',
      leadAccountId: 'carl',
      issueTypes: [{ name: 'Task' }],
      permissions: { BROWSE_PROJECTS: ['approvers'], CREATE_ISSUES: ['approvers'], EDIT_ISSUES: ['approvers'] },
    },
    {
      key: 'PUB',
      name: 'Public',
      leadAccountId: 'carl',
      issueTypes: [{ name: 'Task' }],
      permissions: { BROWSE_PROJECTS: ['*'], CREATE_ISSUES: ['*'], EDIT_ISSUES: ['*'], TRANSITION_ISSUES: ['*'] },
    },
  ],
  spaces: [],
};
