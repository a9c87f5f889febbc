import { describe, expect, it } from '@jest/globals';
import {
  canBePutBack,
  faultKey,
  guardFaults,
  type StandingTransition,
} from '../../../src/domain/aftermath/guard-faults';
import { besideOf } from '../../../src/domain/guards/guard-digest';
import { GUARD_FAULTS } from '../../../src/domain/ledger/ledger-entry';
import { GOVERNED } from '../../builders/governed-project';
import { standingWorkflow } from '../../builders/watched-site';

const NONE = { beside: {}, expressions: [], native: [] };
/** What the policy asks of whoever closes a change. */
const ASKED = [
  {
    ruleId: 'apart',
    expression: "issue.{field:tester}?.accountId != user.accountId && project.key != 'customfield_7'",
  },
  { ruleId: 'role', expression: "user.accountId == 'x'" },
];
const EXPRESSIONS = [
  "user.accountId == 'x'",
  "issue.customfield_10042?.accountId != user.accountId && project.key != 'customfield_7'",
];

const IN_ORDER = standingWorkflow();
const INTACT = IN_ORDER.transitions;

function faults(
  change: (transition: StandingTransition) => StandingTransition,
  more: readonly StandingTransition[] = [],
) {
  return guardFaults(GOVERNED, { ...IN_ORDER, transitions: [...INTACT.map(change), ...more] }, () => []);
}

type Native = StandingTransition['native'];
const NATIVE: Native = INTACT.find(({ gate }) => gate === 'authorize')?.native ?? [];
const PLAN = { by: 'filled', fields: ['rollbackSteps'] } as const;
const END = { by: 'later', field: 'plannedEnd', than: 'plannedStart' } as const;
const PERSON = { by: 'other-person', from: 'draft', to: 'assessment' } as const;

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
    expect(guardFaults(GOVERNED, { ...IN_ORDER, transitions }, () => [])).toEqual([]);
  });

  it('are gone around where a transition leads further than its gate', () => {
    expect(faults(onSubmit({ to: 'closed' }))).toEqual([{ why: 'way-around', transitionId: '11', gate: null }]);
  });

  it.each<[string, Partial<StandingTransition>, boolean]>([
    ['all stand', {}, false],
    [
      'they stand with other ids of fields',
      { expressions: EXPRESSIONS.map((one) => one.replace('10042', '10043')) },
      false,
    ],
    ['one is gone', { expressions: EXPRESSIONS.slice(1) }, true],
    ['one was made another', { expressions: ['true', ...EXPRESSIONS.slice(1)] }, true],
    [
      'one is gone that is no longer asked for',
      { beside: { ...besideOf(ASKED), old: 'd' }, expressions: EXPRESSIONS },
      true,
    ],
    ['they are older than the policy', { beside: { apart: 'old', role: 'old' }, expressions: ['a', 'b'] }, false],
    ['there were never any', { beside: {}, expressions: [] }, false],
  ])('say whether Jira still checks who makes a transition: %s', (_, part, told) => {
    const transitions = INTACT.map((one) =>
      one.id === '51' ? { ...one, beside: besideOf(ASKED), expressions: EXPRESSIONS, ...part } : one,
    );
    const found = guardFaults(GOVERNED, { ...IN_ORDER, transitions }, (gate) => (gate === 'close' ? ASKED : []));
    expect(found).toEqual(told ? [{ why: 'anybody', transitionId: '51', gate: 'close' }] : []);
  });

  it.each<[string, Native, boolean]>([
    ['all stand', NATIVE, false],
    ['a required field is another one', [{ by: 'filled', fields: ['summary', null] }, END, PERSON], true],
    [
      'a required field is one of several',
      [{ by: 'filled', fields: ['summary', 'rollbackSteps'] }, END, PERSON],
      false,
    ],
    ['the rollback plan is not required', [END, PERSON], true],
    ['the times are compared the other way round', [PLAN, { ...END, field: END.than, than: END.field }, PERSON], true],
    ['the end is compared with another date', [PLAN, { ...END, than: null }, PERSON], true],
    ['the start is compared with another date', [PLAN, { ...END, field: 'plannedStart' }, PERSON], true],
    ['the times are not compared', [PLAN, PERSON], true],
    ['whoever submitted may authorise', [PLAN, END], true],
    ['whoever closed may not authorise', [PLAN, END, { ...PERSON, to: 'closed' }], true],
    ['whoever left another status may not authorise', [PLAN, END, { ...PERSON, from: null }], true],
  ])('say whether the rules still stand that hold without the app: %s', (_, native, told) => {
    const found = faults((one) => (one.gate === 'authorize' ? { ...one, native } : one));
    expect(found).toEqual(told ? [{ why: 'native', transitionId: '21', gate: 'authorize' }] : []);
  });

  it.each([
    [
      ['rollbackSteps', 'plannedStart'],
      [PLAN, PERSON],
    ],
    [[], [PERSON]],
  ])('miss no rule about a field that is not there: with %j alone', (mapped, native) => {
    const transitions = INTACT.map((one) => (one.gate === 'authorize' ? { ...one, native } : one));
    expect(guardFaults(GOVERNED, { ...IN_ORDER, mapped, transitions }, () => [])).toEqual([]);
  });

  it('are told of for each thing that is amiss with one transition', () => {
    const transitions = INTACT.map((one) =>
      one.gate === 'authorize' ? { ...one, beside: { old: 'd' }, native: [] } : one,
    );
    expect(guardFaults(GOVERNED, { ...IN_ORDER, transitions }, () => []).map(({ why }) => why)).toEqual([
      'anybody',
      'native',
    ]);
  });

  it.each<[string, Omit<StandingTransition, keyof typeof NONE>, boolean]>([
    ['forward', { id: '200', from: ['draft'], to: 'closed', gate: null }, true],
    ['from everywhere', { id: '200', from: [], to: 'implementing', gate: null }, true],
    ['with a gate', { id: '200', from: ['draft'], to: 'closed', gate: 'close' }, false],
    ['with a gate that leads less far', { id: '200', from: ['draft'], to: 'closed', gate: 'submit' }, true],
    ['back', { id: '200', from: ['verification'], to: 'implementing', gate: null }, false],
    ['to a status of its own', { id: '200', from: ['implementing'], to: null, gate: null }, false],
  ])('are gone around by a new transition: %s', (_, transition, told) => {
    const found = faults((one) => one, [{ ...transition, ...NONE }]);
    expect(found).toEqual(told ? [{ why: 'way-around', transitionId: '200', gate: null }] : []);
  });

  it('can be put back by the app on a transition of its own workflow, and nowhere else', () => {
    expect(GUARD_FAULTS.filter(canBePutBack)).toEqual(['removed', 'altered', 'anybody', 'native']);
  });

  it('have a name for as long as something is amiss with them', () => {
    expect(faultKey('10000', { why: 'removed', transitionId: '11' })).toBe('10000/removed/11');
    expect(faultKey('10000', { why: 'other-workflow', transitionId: null })).toBe('10000/other-workflow/all');
  });

  it('are all gone with the workflow, which alone is told', () => {
    expect(guardFaults(GOVERNED, { ...IN_ORDER, workflowId: 'wf-2' }, () => [])).toEqual([
      { why: 'other-workflow', transitionId: null, gate: null },
    ]);
    expect(guardFaults(GOVERNED, undefined, () => [])).toEqual([
      { why: 'no-workflow', transitionId: null, gate: null },
    ]);
  });
});
