import { PEOPLE } from './people';

const { priya, sam, carla, ivo, ada } = PEOPLE;

/** What the first page of the sandbox says, and the way through one change in a few clicks. */
export const GUIDED_TOUR = {
  title: 'Change Control for Jira and Confluence',
  lines: [
    'Your change-management policy decides how far a change may go: in Jira, at every transition, with the clause that says so.',
    'Approvals are bound to the plan they were given for. Closed changes go on record, and on a page of Confluence that stays readable without the app.',
    'Seven clicks below show it with one change, as five people. Or be whoever you like and try to get around it.',
  ],
  steps: [
    {
      as: priya.accountId,
      title: 'Priya tries to submit a change',
      text: 'Open CHG-5 and press Submit. It is refused: the rollback plan is missing, and the message names the clause.',
      href: '/browse/CHG-5',
    },
    {
      as: priya.accountId,
      title: 'She writes the rollback plan',
      text: 'Fill in Rollback steps, Rollback owner and Rollback trigger, then Submit again. It goes through.',
      href: '/browse/CHG-5',
    },
    {
      as: sam.accountId,
      title: 'The Security Lead approves',
      text: 'Read the plan in the Change control panel and approve it.',
      href: '/browse/CHG-5',
    },
    {
      as: priya.accountId,
      title: 'One approval is not enough',
      text: 'Press Authorize: refused, the CTO has not approved yet.',
      href: '/browse/CHG-5',
    },
    {
      as: carla.accountId,
      title: 'The CTO approves',
      text: 'Approve in the panel, then press Authorize.',
      href: '/browse/CHG-5',
    },
    {
      as: ivo.accountId,
      title: 'Ivo implements, completes and closes it',
      text: 'Implement takes the test results, Complete asks for the implementer. Before Close, fill in Outcome and Verification with Edit all: they have to be an IT Administrator’s own words.',
      href: '/browse/CHG-5',
    },
    {
      as: ada.accountId,
      title: 'The auditor reads the change log',
      text: 'The space opens with the macro, which lists what she may see. The page of the month has the table and every full record, for the day when the app is gone.',
      href: '/wiki/spaces/CHANGELOG',
    },
  ],
};
