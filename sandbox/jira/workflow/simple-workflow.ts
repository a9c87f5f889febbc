/** The workflow of issue types for which a seed names none: three statuses, each reachable from everywhere. */
export const SIMPLE_WORKFLOW_NAME = 'Simplified workflow';

const STATUSES = [
  { name: 'To Do', statusCategory: 'TODO', statusReference: 'to-do' },
  { name: 'In Progress', statusCategory: 'IN_PROGRESS', statusReference: 'in-progress' },
  { name: 'Done', statusCategory: 'DONE', statusReference: 'done' },
];

export const SIMPLE_WORKFLOW = {
  scope: { type: 'GLOBAL' },
  statuses: STATUSES,
  workflows: [
    {
      name: SIMPLE_WORKFLOW_NAME,
      statuses: STATUSES.map(({ statusReference }) => ({ statusReference })),
      transitions: [
        { id: '1', type: 'INITIAL', name: 'Create', toStatusReference: 'to-do' },
        ...STATUSES.map(({ name, statusReference }, index) => ({
          id: `${index + 1}1`,
          type: 'GLOBAL',
          name,
          toStatusReference: statusReference,
        })),
      ],
    },
  ],
};
