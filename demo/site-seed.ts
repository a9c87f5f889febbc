import type { SeedField, SiteSeed } from '../sandbox/seed';
import { changeWorkflow, TRANSITION_SCREENS, WORKFLOW_NAME } from './change-workflow';
import { GROUPS, PEOPLE } from './people';

const JIRA = 'com.atlassian.jira.plugin.system.customfieldtypes';

function select(name: string, ...options: readonly string[]): SeedField {
  return { name, type: `${JIRA}:select`, options };
}

function field(name: string, type: 'textarea' | 'textfield' | 'userpicker' | 'datetime'): SeedField {
  return { name, type: `${JIRA}:${type}` };
}

const FIELDS: readonly SeedField[] = [
  select('Change type', 'Standard', 'Normal', 'Emergency'),
  select('Risk level', 'Low', 'Medium', 'High'),
  field('Business justification', 'textarea'),
  field('Impact analysis', 'textarea'),
  field('Rollback steps', 'textarea'),
  field('Rollback owner', 'userpicker'),
  field('Rollback trigger', 'textarea'),
  field('Planned start', 'datetime'),
  field('Planned end', 'datetime'),
  field('Test plan', 'textarea'),
  field('Test results', 'textarea'),
  field('Implementer', 'userpicker'),
  field('Verification', 'textarea'),
  select('Outcome', 'Successful', 'Partly successful', 'Failed', 'Rolled back'),
  select('Emergency reason', 'Restore service', 'Fix a security issue'),
  field('Standard change template', 'textfield'),
  field('Post-implementation review', 'textarea'),
  field('Deviation reason', 'textarea'),
];

const { jonas } = PEOPLE;

/** A small company with one governed project, one space for its change log and one for everything else. */
export const siteSeed: SiteSeed = {
  people: Object.values(PEOPLE),
  groups: GROUPS,
  administrators: ['jira-administrators'],
  fields: FIELDS,
  screens: [
    { name: TRANSITION_SCREENS.implement, fields: ['Test results', 'Deviation reason'] },
    { name: TRANSITION_SCREENS.complete, fields: ['Implementer', 'Test results'] },
    { name: TRANSITION_SCREENS.close, fields: ['Outcome', 'Verification', 'Post-implementation review'] },
    { name: TRANSITION_SCREENS.expedite, fields: ['Emergency reason'] },
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
          fields: ['Summary', 'Reporter', 'Description', ...FIELDS.map(({ name }) => name)],
        },
        { name: 'Task', description: 'Work that changes no system.', fields: ['Summary', 'Description'] },
      ],
      permissions: {
        BROWSE_PROJECTS: ['change-people', 'auditors'],
        CREATE_ISSUES: ['change-people'],
        EDIT_ISSUES: ['change-people'],
        TRANSITION_ISSUES: ['change-people'],
        ADD_COMMENTS: ['change-people', 'auditors'],
        MODIFY_REPORTER: ['change-people'],
        DELETE_ISSUES: ['jira-administrators'],
        ADMINISTER_PROJECTS: ['jira-administrators'],
      },
    },
  ],
  spaces: [
    { key: 'CHANGELOG', name: 'Change log', viewers: ['everyone'], editors: ['jira-administrators'] },
    { key: 'TEAM', name: 'Team handbook', viewers: ['everyone'], editors: ['everyone'] },
  ],
};
