import type { ChangeFacts } from '../../../src/domain/change/change-facts';
import type { Policy } from '../../../src/domain/policy/policy';
import type { FactsOverrides } from '../../builders/change-facts';
import { sceneOf, type Ballot, type Fields, type Scene } from '../scene';

export const CTO = 'account-cto';
export const DIRECTOR = 'account-director';
export const LEADER = 'account-leader';
export const DEVELOPER = 'account-developer';
export const OPERATOR = 'account-operator';
export const QUALITY = 'account-quality';
export const MANAGER = 'account-manager';
export const OUTSIDER = 'account-outsider';

/** Each of these people holds one role. */
const PEOPLE = {
  [CTO]: ['cto'],
  [DIRECTOR]: ['it-director'],
  [LEADER]: ['development-team-leader'],
  [DEVELOPER]: ['development-team'],
  [OPERATOR]: ['it-team'],
  [QUALITY]: ['quality-assurance-team'],
  [MANAGER]: ['higher-management'],
  [OUTSIDER]: [],
};

/** What the authoriser writes before voting. */
export const ASSESSMENTS = ['POL005-3a', 'POL005-3b', 'POL005-3c'];
export const AUTHORIZERS = ['POL005-2a', 'POL005-2b'];

export interface AuthorizedScene extends Scene {
  /** The change with the approval of its authoriser. */
  readonly authorized: (facts: ChangeFacts, ...more: readonly Ballot[]) => ChangeFacts;
  /** A change that its authoriser has authorised as it is. */
  readonly ready: (fields?: Fields, facts?: FactsOverrides) => ChangeFacts;
}

/** A change of one category, proposed by the Development Team Leader, which this person assesses, votes on and checks. */
export function authorizedBy(authorizer: string, category: string, policy: Policy): AuthorizedScene {
  const scene = sceneOf({
    policy,
    people: PEOPLE,
    requester: LEADER,
    authors: {
      impactAnalysis: authorizer,
      riskAssessment: authorizer,
      rollbackSteps: authorizer,
      affectedDocuments: authorizer,
    },
    fields: {
      category,
      riskLevel: null,
      riskAssessment: 'Unlikely to fail; bearable if it does.',
      implementer: DEVELOPER,
      tester: QUALITY,
      verifier: authorizer,
      notified: 'IT Team, Development Team and QA, by the channel #changes.',
      affectedDocuments: '[x] Operations manual',
    },
  });
  const authorized: AuthorizedScene['authorized'] = (facts, ...more) => scene.voted(facts, { by: authorizer }, ...more);
  return { ...scene, authorized, ready: (fields, facts) => authorized(scene.change(fields, facts)) };
}
