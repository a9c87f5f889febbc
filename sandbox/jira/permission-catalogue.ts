/** Jira's built-in permissions that the sandbox knows, with their names in the administration. */

export interface PermissionDetails {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly type: 'GLOBAL' | 'PROJECT';
}

export const PERMISSIONS: readonly PermissionDetails[] = [
  { id: '0', key: 'ADMINISTER', name: 'Administer Jira', type: 'GLOBAL' },
  { id: '27', key: 'USER_PICKER', name: 'Browse users and groups', type: 'GLOBAL' },
  { id: '23', key: 'ADMINISTER_PROJECTS', name: 'Administer Projects', type: 'PROJECT' },
  { id: '10', key: 'BROWSE_PROJECTS', name: 'Browse Projects', type: 'PROJECT' },
  { id: '11', key: 'CREATE_ISSUES', name: 'Create Issues', type: 'PROJECT' },
  { id: '12', key: 'EDIT_ISSUES', name: 'Edit Issues', type: 'PROJECT' },
  { id: '46', key: 'TRANSITION_ISSUES', name: 'Transition Issues', type: 'PROJECT' },
  { id: '16', key: 'DELETE_ISSUES', name: 'Delete Issues', type: 'PROJECT' },
  { id: '25', key: 'MOVE_ISSUES', name: 'Move Issues', type: 'PROJECT' },
  { id: '13', key: 'ASSIGN_ISSUES', name: 'Assign Issues', type: 'PROJECT' },
  { id: '17', key: 'ASSIGNABLE_USER', name: 'Assignable User', type: 'PROJECT' },
  { id: '30', key: 'MODIFY_REPORTER', name: 'Modify Reporter', type: 'PROJECT' },
  { id: '21', key: 'LINK_ISSUES', name: 'Link Issues', type: 'PROJECT' },
  { id: '15', key: 'ADD_COMMENTS', name: 'Add Comments', type: 'PROJECT' },
];

export function findPermission(key: string): PermissionDetails | undefined {
  return PERMISSIONS.find((permission) => permission.key === key);
}

export function isPermissionKey(key: string): boolean {
  return findPermission(key) !== undefined;
}
