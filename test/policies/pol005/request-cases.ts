import type { Gate } from '../../../src/domain/change/lifecycle';
import { allowed, refused, type Line } from '../decision-case';
import type { DecisionTable } from '../decision-table';
import { UNREAD } from '../scene';
import {
  ASSESSMENTS,
  AUTHORIZERS,
  authorizedBy,
  CTO,
  DEVELOPER,
  DIRECTOR,
  LEADER,
  MANAGER,
  OPERATOR,
  OUTSIDER,
  QUALITY,
} from './scene';

const OF_CTO = ['Software technology', 'Development tools', 'Architecture design'];
const OF_DIRECTOR = ['Network infrastructure', 'Cybersecurity', '3rd-party tools and services'];

/** POL-005 when a change is proposed and authorised. */
export const requestCases: DecisionTable = (policy) => {
  const software = authorizedBy(CTO, 'Software technology', policy);
  const network = authorizedBy(DIRECTOR, 'Network infrastructure', policy);
  const proposedBy = (who: string) => software.change({}, { requesters: [who] });

  return [
    ...allowed('submit', [
      ['a change that the Development Team Leader proposes', proposedBy(LEADER)],
      ['a change that the CTO proposes', proposedBy(CTO)],
      ['a change that the IT Director proposes', proposedBy(DIRECTOR)],
      [
        'a change that nobody has assessed yet',
        software.change({ impactAnalysis: null, riskAssessment: null, rollbackSteps: null, testResults: null }),
      ],
    ]),
    ...refused('submit', [
      ...[DEVELOPER, OPERATOR, QUALITY, MANAGER, OUTSIDER].map((who): Line => [
        `a change that ${who} proposes`,
        proposedBy(who),
        ['POL005-1'],
      ]),
      ['a change of which nobody knows who proposes it', software.change({}, { requesters: UNREAD }), ['POL005-1']],
      ['a change without a category', software.change({ category: null }), AUTHORIZERS],
    ]),
    ...allowed('authorize', [
      ...OF_CTO.map((category): Line => [`${category} by the CTO`, software.ready({ category })]),
      ...OF_DIRECTOR.map((category): Line => [`${category} by the IT Director`, network.ready({ category })]),
      ['a change that the CTO proposes and authorises', software.ready({}, { requesters: [CTO] })],
      [
        'a change of both lists that both have authorised',
        software.authorized(software.change({ category: ['Software technology', 'Cybersecurity'] }), { by: DIRECTOR }),
      ],
      [
        'a change of neither list that both have authorised',
        software.authorized(software.change({ category: 'Buildings' }), { by: DIRECTOR }),
      ],
    ]),
    ...refused('authorize', [
      ...OF_CTO.map((category): Line => [
        `${category} that only the IT Director authorised`,
        network.ready({ category }),
        ['POL005-2a', ...ASSESSMENTS],
      ]),
      ...OF_DIRECTOR.map((category): Line => [
        `${category} that only the CTO authorised`,
        software.ready({ category }),
        ['POL005-2b', ...ASSESSMENTS],
      ]),
      ...OF_DIRECTOR.map((category): Line => [
        `${category} with software technology that the IT Director has not authorised`,
        software.ready({ category: ['Software technology', category] }),
        ['POL005-2b'],
      ]),
      ...OF_CTO.map((category): Line => [
        `${category} with cybersecurity that the CTO has not authorised`,
        network.ready({ category: [category, 'Cybersecurity'] }),
        ['POL005-2a'],
      ]),
      [
        'a change of neither list that the IT Director has not authorised',
        software.ready({ category: 'Buildings' }),
        ['POL005-2b'],
      ],
      [
        'a change of neither list that the CTO has not authorised',
        network.ready({ category: 'Buildings' }),
        ['POL005-2a'],
      ],
      [
        'a change without a category that both have authorised',
        software.authorized(software.change({ category: null }), { by: DIRECTOR }),
        AUTHORIZERS,
      ],
      ...authorityCases('authorize', policy),
    ]),
    ...refused('expedite', [['any change', software.ready(), [...AUTHORIZERS, 'POL005-6b']]]),
  ];
};

/** What is refused at every gate from Authorize on. */
export function authorityCases(gate: Gate, policy: Parameters<DecisionTable>[0]): readonly Line[] {
  const { change, voted, since, authorized, ready } = authorizedBy(CTO, 'Software technology', policy);
  const { ready: readyForNetwork, authorized: authorizedNetwork } = authorizedBy(DIRECTOR, 'Cybersecurity', policy);
  const open = gate === 'close' ? ['POL005-5', 'POL005-8'] : [];
  return [
    ['a change that nobody has authorised', change(), ['POL005-2a', ...ASSESSMENTS, ...open]],
    [
      'a change that the Development Team Leader approved',
      voted(change(), { by: LEADER }),
      ['POL005-2a', ...ASSESSMENTS, ...open],
    ],
    [
      'a change that a second CTO declined',
      authorized(change(), { by: 'account-deputy', roles: ['cto'], decision: 'decline' }),
      ['POL005-2a'],
    ],
    [
      'a change of the network that a second IT Director declined',
      authorizedNetwork(readyForNetwork(), { by: 'account-deputy', roles: ['it-director'], decision: 'decline' }),
      ['POL005-2b'],
    ],
    ['a change without an assessment of its justification', ready({ impactAnalysis: null }), ['POL005-3a']],
    ['a change without a risk assessment', ready({ riskAssessment: null }), ['POL005-3b']],
    ['a change that does not mention a rollback procedure', ready({ rollbackSteps: null }), ['POL005-3c']],
    [
      'a change whose justification somebody else assessed',
      authorized(since(change(), { impactAnalysis: 'Good for us.' })),
      ['POL005-3a'],
    ],
    [
      'a change whose risk somebody else assessed',
      authorized(since(change(), { riskAssessment: 'None.' }, DEVELOPER)),
      ['POL005-3b'],
    ],
    [
      'a change whose rollback somebody else described',
      authorized(since(change(), { rollbackSteps: 'Undo it.' }, DIRECTOR)),
      ['POL005-3c'],
    ],
    [
      'a change of which nobody knows who assessed the risk',
      { ...ready(), authors: { ...ready().authors, riskAssessment: UNREAD } },
      ['POL005-3b'],
    ],
    ...['summary', 'description'].map((field): Line => [
      `a change whose ${field} was edited since`,
      since(ready(), { [field]: 'Something else.' }),
      ['POL005-2a', ...ASSESSMENTS, ...open],
    ]),
    ...['impactAnalysis', 'riskAssessment', 'rollbackSteps'].map((field): Line => [
      `a change whose ${field} the authoriser wrote anew since`,
      since(ready(), { [field]: 'Something else.' }, CTO),
      ['POL005-2a', ...ASSESSMENTS, ...open],
    ]),
    [
      'a change whose category was edited since',
      since(ready(), { category: 'Development tools' }),
      ['POL005-2a', ...ASSESSMENTS, ...open],
    ],
  ];
}
