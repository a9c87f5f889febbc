import { fieldFact, valuesOf } from '../../change/change-facts';
import type { Finding } from '../evaluation';
import type { RuleKind } from '../rule';
import { findField } from './required-fields';

/** Each of the rule's suites is among those that passed, without regard to case. */
export const testSuites: RuleKind<'test-suites'> = {
  kind: 'test-suites',
  evaluate: (rule, { facts }) => {
    const fact = fieldFact(facts, 'testSuites');
    if (fact.state === 'unknown') return [findField(facts, 'testSuites')];
    const passed = new Set(valuesOf(fact.value).map(nameOf));
    return rule.suites.map((suite): Finding => {
      if (passed.has(nameOf(suite))) return { met: 'yes', reason: { code: 'suite-passed', suite } };
      return { met: 'no', reason: { code: 'suite-missing', suite }, remedy: { do: 'pass-suite', suite } };
    });
  },
};

function nameOf(suite: string): string {
  return suite.trim().toLowerCase();
}
