import { type ClauseView } from '../../../src/contracts/api/admin-api';

export type Service = ClauseView['service'];

export const SERVICES = ['enforced', 'evidenced', 'reminded', 'outside', 'no-text'] as const satisfies Service[];

/** How a clause is served, in words for its owner. */
export const SERVICE_WORDS = {
  enforced: {
    title: 'enforced',
    means: 'Jira refuses or warns when a change does not keep to these clauses.',
    appearance: 'success',
  },
  evidenced: {
    title: 'evidenced',
    means: 'Nothing is refused, but the record of a change shows whether these clauses were kept.',
    appearance: 'inprogress',
  },
  reminded: {
    title: 'reminded',
    means: 'People are reminded of these clauses when they fall due.',
    appearance: 'new',
  },
  outside: {
    title: 'outside software',
    means: 'These clauses ask for something that no software can do or see.',
    appearance: 'default',
  },
  'no-text': {
    title: 'without text to enforce',
    means: 'The document has a heading or a placeholder here, but says nothing that could be kept.',
    appearance: 'default',
  },
} as const satisfies Record<Service, unknown>;
