import type { Policy } from '../../src/domain/policy/policy';
import type { Rule } from '../../src/domain/policy/policy-rule';
import type { PolicyInForce } from '../../src/domain/policy/policy-in-force';
import { createFakes, type Fakes } from '../fakes/create-fakes';
import { heldBy } from './governed-site';
import { approvalRule, AT_AUTHORIZE, policyWith } from './policies';

const NO_SHORT_CUT: Rule = {
  ...AT_AUTHORIZE,
  id: 'no-short-cut',
  kind: 'emergency-path',
  gates: ['expedite'],
};

/** A policy that may be put in force where somebody holds the role of its one approval, and its one question is answered. */
export const CLEAN_POLICY: Policy = policyWith([approvalRule(), NO_SHORT_CUT], {
  id: 'CLEAN',
  changeTypes: [{ id: 'Normal', description: 'Planned.', emergency: false }],
  emergencies: { mode: 'not-allowed', bypasses: [], tell: [] },
  roles: [
    { id: 'owner', title: 'Service Owner' },
    { id: 'board', title: 'Change Board' },
  ],
  about: { nextReview: '2027-01-01' },
  standardChanges: [],
  questions: [{ id: 'retention', clauses: ['T-1'], ask: 'How long are records kept?', kind: 'months' }],
  answers: { retention: 24 },
});

/** A site on which somebody holds the Service Owner's role and nobody the Change Board's. */
export function siteOfCleanPolicy(before?: PolicyInForce): Fakes {
  const fakes = createFakes();
  fakes.site.groups.set('g-owner', { groupId: 'g-owner', name: 'The owners', members: ['account-owner', 'account-b'] });
  fakes.store.settings = { revision: 1, roles: { owner: heldBy('g-owner') }, delegations: [], spaceId: null };
  fakes.store.policy = before;
  return fakes;
}
