/** A seed whose change requests go from Open to Shut by one transition, with the rules that a test is about. */
import type { SiteSeed } from '../../../sandbox/seed';
import { SEED } from './jira-seed';

export const SHUT = '11';
export const REOPEN = '21';

export interface Rule {
  readonly ruleKey: string;
  readonly parameters: Readonly<Record<string, string>>;
}

export const rule = (ruleKey: string, parameters: Readonly<Record<string, string>> = {}): Rule => ({
  ruleKey,
  parameters,
});

/** `transition` is added to the transition from Open to Shut; `{{field:…}}` and `{{app}}` stand for ids as in every seed. */
export function tinySeed(transition: Readonly<Record<string, unknown>>): SiteSeed {
  const workflow = {
    scope: { type: 'GLOBAL' },
    statuses: [
      { name: 'Open', statusCategory: 'TODO', statusReference: 'open' },
      { name: 'Shut', statusCategory: 'IN_PROGRESS', statusReference: 'shut' },
    ],
    workflows: [
      {
        name: 'Change',
        statuses: [{ statusReference: 'open' }, { statusReference: 'shut' }],
        transitions: [
          { id: '1', type: 'INITIAL', name: 'Create', toStatusReference: 'open' },
          {
            id: SHUT,
            type: 'DIRECTED',
            name: 'Shut',
            toStatusReference: 'shut',
            links: [{ fromStatusReference: 'open' }],
            ...transition,
          },
          {
            id: REOPEN,
            type: 'DIRECTED',
            name: 'Reopen',
            toStatusReference: 'open',
            links: [{ fromStatusReference: 'shut' }],
          },
        ],
      },
    ],
  };
  return { ...SEED, workflows: [workflow] };
}

export const conditions = (...rules: readonly Rule[]) => ({
  operation: 'ALL',
  conditions: rules,
  conditionGroups: [],
});
