import { allowed, refused, type Line } from '../decision-case';
import type { DecisionTable } from '../decision-table';
import { UNREAD } from '../scene';
import { authorityCases } from './request-cases';
import {
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

const NO_IMPLEMENTERS = [CTO, DIRECTOR, LEADER, QUALITY, MANAGER, OUTSIDER];
const NO_TESTERS = [CTO, DIRECTOR, LEADER, DEVELOPER, MANAGER, OUTSIDER];

/** POL-005 when a change is implemented and closed. */
export const laterCases: DecisionTable = (policy) => {
  const { authorized, change, ready, since } = authorizedBy(CTO, 'Software technology', policy);
  const network = authorizedBy(DIRECTOR, 'Cybersecurity', policy);
  const major = { tags: ['Backend', 'Major'] };

  const implemented: readonly Line[] = [
    ['a change that nobody is named to implement', ready({ implementer: null }), ['POL005-4']],
    ...NO_IMPLEMENTERS.map((who): Line => [
      `a change that ${who} implements`,
      ready({ implementer: who }),
      ['POL005-4'],
    ]),
  ];
  const tested: readonly Line[] = [
    ['a change that nobody is named to test', ready({ tester: null }), ['POL005-6a']],
    ...NO_TESTERS.map((who): Line => [`a change that ${who} tested`, ready({ tester: who }), ['POL005-6a']]),
    ['a change without test results', ready({ testResults: null }), ['POL005-6b']],
  ];

  return [
    ...allowed('implement', [
      ['an authorised change that was tested', ready()],
      ['a change that the IT Team implements and tests', ready({ implementer: OPERATOR, tester: OPERATOR })],
      ['a change of the network', network.ready()],
      ['a change that nobody was told of yet', ready({ notified: null, verification: null, affectedDocuments: null })],
    ]),
    ...refused('implement', [
      ...implemented,
      ...tested,
      ...authorityCases('implement', policy),
      ['a change that a developer asks for', authorized(change({}, { requesters: [DEVELOPER] })), ['POL005-1']],
      [
        'a change without a category that both have authorised',
        authorized(change({ category: null }), { by: DIRECTOR }),
        AUTHORIZERS,
      ],
    ]),
    ...allowed('complete', [['a change that a developer implemented', ready({ testResults: null })]]),
    ...refused('complete', implemented),
    ...allowed('close', [
      ['a change that its authoriser checked', ready()],
      ['a change of the network that its authoriser checked', network.ready()],
      ['a major change of which the people were told', ready(major)],
      [
        'a change of both lists that one of its two authorisers checked',
        authorized(change({ category: ['Software technology', 'Cybersecurity'], verifier: DIRECTOR }), {
          by: DIRECTOR,
        }),
      ],
      ['a change that affects no documents', ready({ affectedDocuments: 'None' })],
    ]),
    ...refused('close', [
      ...implemented,
      ...tested,
      ...authorityCases('close', policy),
      [
        'a change without a category that both have authorised',
        authorized(change({ category: null }), { by: DIRECTOR }),
        AUTHORIZERS,
      ],
      ['a change that nobody checked', ready({ verification: null }), ['POL005-5']],
      ['a change of which nobody is named to have checked it', ready({ verifier: null }), ['POL005-5']],
      ['a change that somebody else checked', ready({ verifier: QUALITY }), ['POL005-5']],
      ['a change of which nobody was told', ready({ notified: null }), ['POL005-7a', 'POL005-7b']],
      [
        'a major change of which nobody was told',
        ready({ ...major, notified: null }),
        ['POL005-7a', 'POL005-7b', 'POL005-7c'],
      ],
      ['a change whose tags cannot be read', ready({ tags: UNREAD }), ['POL005-7c']],
      ['a change that does not say which documents it affects', ready({ affectedDocuments: null }), ['POL005-8']],
      [
        'a change with a document to update',
        ready({ affectedDocuments: '[x] Manual\n[ ] Network plan' }),
        ['POL005-8'],
      ],
      [
        'a change whose documents somebody else updated',
        since(ready(), { affectedDocuments: '[x] Operations manual' }, DEVELOPER),
        ['POL005-8'],
      ],
    ]),
  ];
};
