import { GOVERNED_TRANSITIONS } from '../../src/domain/provisioning/governed-workflow';
import type { GovernedProject } from '../../src/domain/provisioning/governed-project';
import { minute } from './votes';

/** A project that the app has put under change control. */
export const GOVERNED: GovernedProject = {
  projectId: '10000',
  projectKey: 'CHG',
  issueTypeId: '7',
  workflowId: 'wf-1',
  workflowSchemeId: '9',
  transitions: GOVERNED_TRANSITIONS.flatMap(({ id, gate }) => (gate === null ? [] : [{ transitionId: id, gate }])),
  since: minute(0),
  by: 'account-admin',
};
