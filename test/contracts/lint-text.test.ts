import { describe, expect, it } from '@jest/globals';
import { lintText } from '../../src/contracts/lint-text';
import type { LintDetail } from '../../src/domain/policy/lint/lint-finding';
import type { Policy } from '../../src/domain/policy/policy';
import { policyWith } from '../builders/policies';

interface About {
  readonly clauses?: readonly string[];
  readonly ruleIds?: readonly string[];
  readonly policy?: Partial<Policy>;
}

function text(detail: LintDetail, { clauses = [], ruleIds = [], policy }: About = {}): string {
  return lintText({ ...detail, severity: 'warning', clauses, ruleIds }, policyWith([], policy));
}

describe('a finding about the text', () => {
  it('says where a placeholder is and what to do', () => {
    expect(text({ code: 'placeholder', text: '[Date]', where: null })).toBe(
      'The placeholder [Date] is still in the text: put in its place what belongs there.',
    );
    expect(text({ code: 'placeholder', text: '[Date]', where: 'about.lastUpdated' })).toBe(
      'The placeholder [Date] is still in what the policy says of itself (last updated): put in its place what belongs there.',
    );
    expect(text({ code: 'placeholder', text: '[Job]', where: 'standardChanges' })).toBe(
      "The placeholder [Job] is still in the policy's standard changes: put in its place what belongs there.",
    );
    const questions = [{ id: 'd', clauses: [], ask: 'When?', placeholder: '[Date]', kind: 'date' } as const];
    expect(text({ code: 'placeholder', text: '[Date]', where: null }, { policy: { questions } })).toBe(
      'The placeholder [Date] is still in the text: answer the question about it.',
    );
  });

  it('asks what is open, and names the clauses that contradict each other', () => {
    const open = { code: 'unanswered-question', question: 'q', ask: 'Which one holds?' } as const;
    expect(text(open, { clauses: ['A-1'] })).toBe('The document leaves this open: Which one holds? Answer it.');
    expect(text(open, { clauses: ['A-1', 'A-2'] })).toBe(
      'A-1 and A-2 contradict each other: Which one holds? Answer it.',
    );
    const questions = [{ id: 'q', clauses: [], ask: '', placeholder: '[x]', kind: 'text' } as const];
    expect(text(open, { clauses: ['A-1', 'A-2'], policy: { questions } })).toBe(
      'The document leaves this open: Which one holds? Answer it.',
    );
    const other = [{ id: 'other', clauses: [], ask: '', placeholder: '[x]', kind: 'text' } as const];
    expect(text(open, { clauses: ['A-1', 'A-2'], policy: { questions: other } })).toBe(
      'A-1 and A-2 contradict each other: Which one holds? Answer it.',
    );
  });

  it('says what is referred to and what a word is taken to mean', () => {
    expect(text({ code: 'dangling-reference', reference: 'section 4' })).toBe(
      'The text refers to section 4, which the document does not have: correct the reference, or add what is missing.',
    );
    expect(text({ code: 'undefined-word', word: 'major', term: null })).toBe(
      'The document does not say what "major" means: have it define the word.',
    );
    const terms = [{ id: 'big', means: { risk: ['High'] } }];
    expect(text({ code: 'undefined-word', word: 'major', term: 'big' }, { policy: { terms } })).toBe(
      'The document does not say what "major" means; to the policy it means that the risk is High: have the document say so.',
    );
  });
});

describe('a finding about dates', () => {
  it('says what was due, since when, and what to do', () => {
    expect(text({ code: 'review-overdue', due: '2026-02-01', days: 292 })).toBe(
      'The policy was due for review on Sun 1 Feb 2026, 292 days ago: review it and set the next date.',
    );
    expect(text({ code: 'review-overdue', due: '2026-02-01', days: 1 })).toBe(
      'The policy was due for review on Sun 1 Feb 2026, 1 day ago: review it and set the next date.',
    );
    expect(text({ code: 'no-review-date' })).toBe(
      'The policy does not say when it is to be reviewed: give it a date of the next review, or an interval.',
    );
    expect(text({ code: 'long-freeze', window: 'Winter', days: 90 })).toBe(
      'The freeze "Winter" lasts 90 days: check that its dates are what is meant.',
    );
    expect(text({ code: 'expired-entry', entry: 'Patch', until: '2026-02-01' })).toBe(
      'The standard change "Patch" could be used until Sun 1 Feb 2026: approve it anew, or take it out of the catalogue.',
    );
    expect(text({ code: 'retention-missing' })).toBe(
      'The policy does not say how long records are kept: set a number of months.',
    );
  });

  it('says why an exception holds no longer, or who should have granted it', () => {
    const lapsed = (because: 'over' | 'unreviewed' | 'too-long') =>
      text({ code: 'exception-lapsed', exception: 'old', because });
    expect(lapsed('over')).toBe('The exception "old" has ended: have it granted anew, or take it out.');
    expect(lapsed('unreviewed')).toBe(
      'The exception "old" was not reviewed in time and holds no longer: review it, or take it out.',
    );
    expect(lapsed('too-long')).toBe(
      'The exception "old" has run for longer than the policy allows: have it granted anew, or take it out.',
    );
    const requirement = { allOf: [{ role: 'owner' }, { role: 'board' }] };
    const policy = { exceptions: { clauses: [], requirement, askedWith: [], granted: [] } };
    const granted = (roles: readonly string[]) =>
      text({ code: 'exception-not-granted', exception: 'old', roles }, { policy });
    expect(granted(['owner'])).toBe(
      'The exception "old" was granted by the Service Owner, but the Service Owner and the Change Board must grant it: have it granted by them, or take it out.',
    );
    expect(granted([])).toBe(
      'The exception "old" was granted by nobody, but the Service Owner and the Change Board must grant it: have it granted by them, or take it out.',
    );
  });
});

describe('a finding about clauses', () => {
  it('says how a clause is not served', () => {
    expect(text({ code: 'clause-not-enforced' })).toBe(
      'The clause is said to be enforced, but no rule serves it: add a rule, or say how else it is served.',
    );
    expect(text({ code: 'clause-not-reminded' })).toBe(
      'The clause is said to be reminded of, but no clock or message serves it: add one, or say how else it is served.',
    );
    expect(text({ code: 'clause-without-note', service: 'outside' })).toBe(
      'The clause is said to be served outside the app, but not by whom: add a note.',
    );
    expect(text({ code: 'clause-without-note', service: 'evidenced' })).toBe(
      'The clause is said to be shown by records, but not by which: add a note.',
    );
  });

  it('says which rule breaks which promise, and where', () => {
    expect(
      text(
        {
          code: 'broken-promise',
          gate: 'expedite',
          types: ['Emergency', 'Standard'],
          asks: ['approval', 'rollbackSteps'],
        },
        { clauses: ['A-5', 'A-4'], ruleIds: ['plan-first'] },
      ),
    ).toBe(
      'At Expedite the rule "plan-first" asks for an approval and Rollback steps of Emergency or Standard changes, which A-5 lets pass without: change one of them, or answer a question about both.',
    );
  });
});

describe('a finding about rules', () => {
  it('says what the rules make of emergencies instead', () => {
    const kept = (
      problem: 'not-approved-first' | 'approved-first' | 'not-reviewed-after' | 'there-are-emergencies',
      ruleIds: readonly string[] = [],
    ) => text({ code: 'emergency-mode-not-kept', mode: 'both', problem, types: ['Emergency', 'Urgent'] }, { ruleIds });
    expect(kept('not-approved-first')).toBe(
      'Emergencies are to be approved first, but Emergency and Urgent changes can pass Expedite without: add an approval there, or say that they are implemented first.',
    );
    expect(kept('approved-first', ['a', 'b'])).toBe(
      'Emergencies are to be implemented first, but the rules "a" and "b" ask for the approval of Emergency and Urgent changes at Expedite: take that out, or say that they are approved first.',
    );
    expect(kept('approved-first', ['a'])).toBe(
      'Emergencies are to be implemented first, but the rule "a" asks for the approval of Emergency and Urgent changes at Expedite: take that out, or say that they are approved first.',
    );
    expect(kept('not-reviewed-after')).toBe(
      'Emergencies are to be reviewed afterwards, but Emergency and Urgent changes can pass Close without: add an approval or a review there.',
    );
    expect(kept('there-are-emergencies')).toBe(
      'The policy has no way for emergencies, but Emergency and Urgent changes are emergencies: say what is done with them, or make them an ordinary type.',
    );
  });

  it('says which rule it is and what to do about it', () => {
    const rule = { ruleIds: ['one'] };
    expect(text({ code: 'expedite-open', types: ['Normal', 'Standard'] })).toBe(
      'Normal and Standard changes can take the way of emergencies, because no rule stops them at Expedite: add one that lets only emergencies pass.',
    );
    expect(text({ code: 'rule-never-applies' }, rule)).toBe(
      'No change can ever come under the rule "one": correct its condition, or take the rule out.',
    );
    expect(text({ code: 'closer-not-known' }, rule)).toBe(
      'Jira does not tell the app who closes a change and cannot check the rule "one" itself: ask for it at Close only, without votes, texts, scores or a mere warning, or name another duty, such as the verifier.',
    );
    expect(text({ code: 'approval-too-late', point: 'close', gates: ['submit', 'authorize'] }, rule)).toBe(
      'At Submit and Authorize the rule "one" asks for approvals that are only given at Close: ask for them there or later.',
    );
    expect(text({ code: 'approval-expires-first' }, rule)).toBe(
      'The approvals for the rule "one" expire before their waiting period is over, so they can never be enough: let them count for longer, or wait for less.',
    );
    expect(text({ code: 'requirement-never-met', in: 'rule' }, rule)).toBe(
      'The approval that the rule "one" needs can never be complete: ask for no more than is listed.',
    );
    expect(text({ code: 'requirement-never-met', in: 'exceptions' })).toBe(
      'The approval that an exception needs can never be complete: ask for no more than is listed.',
    );
    expect(text({ code: 'unused-role', role: 'board' })).toBe(
      'Nothing in the policy needs the Change Board role: name it where it is meant, or take it out.',
    );
  });
});

describe('a finding about what nobody looks at', () => {
  it('says which approvals are not looked at again', () => {
    expect(text({ code: 'approval-not-kept' }, { ruleIds: ['board'] })).toBe(
      'Nobody looks again at the approvals for the rule "board" before a change is implemented, so the plan can be edited after they were given: add the gate implement to the rule.',
    );
  });

  it('says which field lets changes off, and off what', () => {
    const optional = { code: 'condition-field-optional', field: 'environment', scope: false } as const;
    expect(text(optional, { ruleIds: ['a', 'b'] })).toBe(
      'No rule asks for Target environment, and a change that leaves it empty does not come under the rules "a" and "b": require the field by then, or see that it is always filled.',
    );
    expect(text({ ...optional, scope: true })).toBe(
      'No rule asks for Target environment, and a change that leaves it empty does not come under the whole policy: require the field by then, or see that it is always filled.',
    );
  });
});
