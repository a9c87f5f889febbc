import type { Clause } from '../domain/policy/clause';

/** The clauses of POL-005, in the order and the words of the document. Its sections have no numbers. */
export const POL005_CLAUSES: readonly Clause[] = [
  {
    id: 'POL005-M',
    text: 'id: POL-005 title: "Change Management Policy" owner: e.stpierre status: approved version: "1.1" approved_date: 2026-01-29 next_review: 2027-01-29 … ISO/IEC 27001 standard, clause A.8.32',
    service: 'evidenced',
    note: 'Kept with the policy: owner, status, version, dates and the control it supports. A clock runs out on the day of the next review. The lists of what triggers an update are empty in the document.',
  },
  {
    id: 'POL005-S',
    text: 'This document is applied to the entire Information Security Management System (ISMS) scope, i.e. to all the information and communication technology within the scope. … Users of this document are employees of IT Team and Development Team.',
    service: 'evidenced',
    note: 'Every change request of the governed projects is in scope.',
  },
  {
    id: 'POL005-1',
    text: 'change may be proposed by the IT Director, the CTO or the Development Team Leader',
    service: 'enforced',
  },
  {
    id: 'POL005-2a',
    text: 'change must be authorized by: … CTO: for software technology, development tools and architecture design',
    service: 'enforced',
    note: 'The document does not say who authorises a change of both lists: read as the CTO and the IT Director.',
  },
  {
    id: 'POL005-2b',
    text: 'change must be authorized by: … IT Director: for network infrastructure, cybersecurity and 3rd-party tools and services',
    service: 'enforced',
    note: 'The document does not say who authorises a change of neither list: read as the CTO and the IT Director.',
  },
  {
    id: 'POL005-3a',
    text: 'The person authorizing must: … assess its justification for business and potential negative security impacts',
    service: 'enforced',
    note: 'The assessment is the Impact analysis, written by whoever authorises.',
  },
  {
    id: 'POL005-3b',
    text: 'The person authorizing must: … perform a risk assessment of the change required',
    service: 'enforced',
  },
  {
    id: 'POL005-3c',
    text: 'The person authorizing must: … mention any rollback procedure in case of failure',
    service: 'enforced',
    note: 'Where there is no procedure, the field says so.',
  },
  {
    id: 'POL005-4',
    text: 'Change must be implemented by a member of the IT Team or the Development Team',
    service: 'enforced',
  },
  {
    id: 'POL005-5',
    text: 'The person who authorized the change is responsible for checking that the change has been implemented in accordance with the requirements',
    service: 'enforced',
  },
  {
    id: 'POL005-6a',
    text: "A member of the IT or the Quality Assurance Team is responsible for testing and verifying the system's stability",
    service: 'enforced',
  },
  {
    id: 'POL005-6b',
    text: 'the system must not be put into production before thorough testing has been conducted',
    service: 'enforced',
    note: 'Implementing waits for the test results; how thorough they are is for whoever authorises to see.',
  },
  {
    id: 'POL005-7a',
    text: 'Implementation of changes must be reported to the following persons: … IT Team members',
    service: 'enforced',
    note: 'The app tells them when the implementation ends, and a change is not closed before it says who was told.',
  },
  {
    id: 'POL005-7b',
    text: 'Implementation of changes must be reported to the following persons: … Development team members (including QA)',
    service: 'enforced',
    note: 'The app tells them when the implementation ends, and a change is not closed before it says who was told.',
  },
  {
    id: 'POL005-7c',
    text: 'Implementation of changes must be reported to the following persons: … Higher management (aka "G7"), for major changes to our backend or our infrastructure',
    service: 'enforced',
    note: 'The document does not say which changes are major: read as those that have the tag Major.',
  },
  {
    id: 'POL005-8',
    text: 'The person who authorized the change is responsible for updating all the documents (policies, procedures, plans, etc.) that have been affected by the change',
    service: 'enforced',
  },
  {
    id: 'POL005-9',
    text: 'Change records are kept in Confluence (see section 4 for details).',
    service: 'evidenced',
    note: 'The change log in Confluence holds the record of every change. The document has no section 4.',
  },
];
