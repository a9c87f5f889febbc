import { describe, expect, it } from '@jest/globals';
import { guardFaults, type StandingTransition } from '../../../src/domain/aftermath/guard-faults';
import type { GovernedProject } from '../../../src/domain/provisioning/governed-project';
import { GOVERNED_TRANSITIONS } from '../../../src/domain/provisioning/governed-workflow';
import { minute } from '../../builders/votes';

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

const INTACT: readonly StandingTransition[] = GOVERNED_TRANSITIONS.map(({ id, from, to, gate }) => ({
  id,
  from,
  to,
  gate,
}));

function faults(
  change: (transition: StandingTransition) => StandingTransition,
  more: readonly StandingTransition[] = [],
) {
  return guardFaults(GOVERNED, { workflowId: 'wf-1', transitions: [...INTACT.map(change), ...more] });
}

const onSubmit = (part: Partial<StandingTransition>) => (transition: StandingTransition) =>
  transition.id === '11' ? { ...transition, ...part } : transition;

describe('the gates of a governed project', () => {
  it('are in order as the project was set up', () => {
    expect(faults((transition) => transition)).toEqual([]);
  });

  it('are missed where one was taken away', () => {
    expect(faults(onSubmit({ gate: null }))).toEqual([{ why: 'removed', transitionId: '11', gate: 'submit' }]);
  });

  it('are told to be altered where one asks for something else', () => {
    expect(faults(onSubmit({ gate: 'close' }))).toEqual([{ why: 'altered', transitionId: '11', gate: 'submit' }]);
  });

  it('are not missed on a transition that is gone', () => {
    const transitions = INTACT.filter(({ id }) => id !== '11');
    expect(guardFaults(GOVERNED, { workflowId: 'wf-1', transitions })).toEqual([]);
  });

  it.each<[string, StandingTransition, boolean]>([
    ['forward', { id: '200', from: ['draft'], to: 'closed', gate: null }, true],
    ['from everywhere', { id: '200', from: [], to: 'implementing', gate: null }, true],
    ['with a gate', { id: '200', from: ['draft'], to: 'closed', gate: 'close' }, false],
    ['back', { id: '200', from: ['verification'], to: 'implementing', gate: null }, false],
    ['to a status of its own', { id: '200', from: ['implementing'], to: null, gate: null }, false],
  ])('are gone around by a new transition: %s', (_, transition, told) => {
    const found = faults((one) => one, [transition]);
    expect(found).toEqual(told ? [{ why: 'way-around', transitionId: '200', gate: null }] : []);
  });

  it('are all gone with the workflow, which alone is told', () => {
    expect(guardFaults(GOVERNED, { workflowId: 'wf-2', transitions: [] })).toEqual([
      { why: 'other-workflow', transitionId: null, gate: null },
    ]);
    expect(guardFaults(GOVERNED, undefined)).toEqual([{ why: 'no-workflow', transitionId: null, gate: null }]);
  });
});
