import type { SeedField, SiteSeed } from '../sandbox/seed';
import { changeWorkflow, TRANSITION_SCREENS, WORKFLOW_NAME } from './change-workflow';
import { GROUPS, PEOPLE } from './people';

const JIRA = 'com.atlassian.jira.plugin.system.customfieldtypes';

function select(name: string, ...options: readonly string[]): SeedField {
  return { name, type: `${JIRA}:select`, options };
}

function several(name: string, ...options: readonly string[]): SeedField {
  return { name, type: `${JIRA}:multiselect`, options };
}

function field(name: string, type: 'textarea' | 'textfield' | 'userpicker' | 'datetime' | 'labels' | 'url'): SeedField {
  return { name, type: `${JIRA}:${type}` };
}

const CATEGORIES = [
  'Software technology',
  'Development tools',
  'Architecture design',
  'Network infrastructure',
  'Cybersecurity',
  '3rd-party tools and services',
];

/** In the words of the policies; what is none of these is no reason for an emergency. */
const EMERGENCY_REASONS = [
  'Restore service',
  'Fix a security issue',
  'Address a critical security vulnerability',
  'Prevent imminent data loss',
  'Other',
];

const LEVELS = ['Low', 'Medium', 'High'];

/** The fields of every change request, and those that only one of the policies asks for. */
const FIELDS: readonly SeedField[] = [
  select('Change type', 'Standard', 'Normal', 'Emergency'),
  select('Risk level', ...LEVELS),
  select('Category', ...CATEGORIES),
  field('Business justification', 'textarea'),
  field('Scope', 'textarea'),
  several('Affected services', 'Payments', 'Warehouse API', 'Identity', 'Website'),
  select('Target environment', 'Production', 'Staging'),
  select('Data classification', 'Public', 'Internal', 'Regulated'),
  field('Impact analysis', 'textarea'),
  field('Risk assessment', 'textarea'),
  field('Implementation plan', 'textarea'),
  field('Rollback steps', 'textarea'),
  field('Rollback owner', 'userpicker'),
  field('Rollback trigger', 'textarea'),
  field('Planned start', 'datetime'),
  field('Planned end', 'datetime'),
  field('Test plan', 'textarea'),
  field('Tester', 'userpicker'),
  field('Test results', 'textarea'),
  several('Test suites passed', 'Unit', 'Integration', 'Security'),
  field('Test evidence', 'url'),
  field('Code review', 'url'),
  field('Implementer', 'userpicker'),
  field('Verifier', 'userpicker'),
  field('Verification', 'textarea'),
  select('Outcome', 'Successful', 'Partly successful', 'Failed', 'Rolled back'),
  select('Emergency reason', ...EMERGENCY_REASONS),
  field('Incident', 'textfield'),
  field('Standard change template', 'textfield'),
  field('Affected documents', 'textarea'),
  field('Stakeholders told', 'textarea'),
  field('Post-implementation review', 'textarea'),
  field('Review meeting', 'datetime'),
  field('Follow-up work', 'textarea'),
  field('Exception to', 'labels'),
  field('Deviation reason', 'textarea'),
  select('Security impact', ...LEVELS),
  select('Availability impact', ...LEVELS),
  select('Operations impact', ...LEVELS),
  select('Impacts security controls', 'Yes', 'No'),
  select('Tested in', 'Development', 'Test', 'Staging', 'Production'),
  field('Pipeline run', 'url'),
  field('Dependency impact', 'textarea'),
  field('Issues encountered', 'textarea'),
];

const { dev, jonas } = PEOPLE;

/** A small company with one governed project, one space for its change log and one for everything else. */
export const siteSeed: SiteSeed = {
  people: Object.values(PEOPLE),
  groups: GROUPS,
  administrators: ['jira-administrators'],
  fields: FIELDS,
  // What a policy wants to know the writer of is on no screen of a transition: there Jira does not tell who edits.
  screens: [
    {
      name: TRANSITION_SCREENS.implement,
      fields: [
        'Tester',
        'Tested in',
        'Test suites passed',
        'Test results',
        'Code review',
        'Implementer',
        'Deviation reason',
      ],
    },
    { name: TRANSITION_SCREENS.complete, fields: ['Implementer', 'Tester', 'Test results'] },
    {
      name: TRANSITION_SCREENS.close,
      fields: [
        'Verifier',
        'Stakeholders told',
        'Issues encountered',
        'Post-implementation review',
        'Review meeting',
        'Deviation reason',
      ],
    },
    { name: TRANSITION_SCREENS.expedite, fields: ['Emergency reason', 'Incident'] },
  ],
  workflows: [changeWorkflow],
  projects: [
    {
      key: 'CHG',
      name: 'Changes',
      leadAccountId: jonas.accountId,
      issueTypes: [
        {
          name: 'Change Request',
          description: 'A proposal to change a system, governed by the change-management policy.',
          workflow: WORKFLOW_NAME,
          fields: ['Summary', 'Reporter', 'Description', 'Labels', ...FIELDS.map(({ name }) => name)],
        },
        { name: 'Incident', description: 'Something that is broken now.', fields: ['Summary', 'Description'] },
        { name: 'Task', description: 'Work that changes no system.', fields: ['Summary', 'Description'] },
      ],
      permissions: {
        BROWSE_PROJECTS: ['change-people', 'auditors'],
        CREATE_ISSUES: ['change-people'],
        EDIT_ISSUES: ['change-people'],
        TRANSITION_ISSUES: ['change-people'],
        ADD_COMMENTS: ['change-people', 'auditors'],
        MODIFY_REPORTER: ['change-people'],
        LINK_ISSUES: ['change-people'],
        DELETE_ISSUES: ['jira-administrators'],
        ADMINISTER_PROJECTS: ['jira-administrators'],
      },
      roles: { 'Change approvers': { people: [dev.accountId], groups: ['change-managers'] } },
    },
  ],
  spaces: [
    { key: 'CHANGELOG', name: 'Change log', viewers: ['everyone'], editors: ['jira-administrators'] },
    { key: 'TEAM', name: 'Team handbook', viewers: ['everyone'], editors: ['everyone'] },
  ],
};
