import { describe, expect, it } from '@jest/globals';
import type { FieldValue } from '../../../../src/domain/change/change-facts';
import { testSuites } from '../../../../src/domain/policy/rules/test-suites';
import { unread, type FieldOverrides } from '../../../builders/change-facts';
import { AT_AUTHORIZE } from '../../../builders/policies';
import { ruleContext } from '../../../builders/rule-context';

function find(fields: FieldOverrides) {
  const rule = { ...AT_AUTHORIZE, id: 'suites', kind: 'test-suites', suites: ['Unit', 'Security'] } as const;
  return testSuites.evaluate(rule, ruleContext({ facts: { fields } }));
}

const passed = (suite: string) => ({ met: 'yes', reason: { code: 'suite-passed', suite } });

const missing = (suite: string) => ({
  met: 'no',
  reason: { code: 'suite-missing', suite },
  remedy: { do: 'pass-suite', suite },
});

describe('test suites', () => {
  it.each<[FieldValue, readonly object[]]>([
    [
      ['Unit', 'Security'],
      [passed('Unit'), passed('Security')],
    ],
    [
      ['security', ' UNIT ', 'Load'],
      [passed('Unit'), passed('Security')],
    ],
    [['Unit'], [passed('Unit'), missing('Security')]],
    [
      ['Unit tests', 'Securit'],
      [missing('Unit'), missing('Security')],
    ],
    ['Security', [missing('Unit'), passed('Security')]],
    [null, [missing('Unit'), missing('Security')]],
  ])('are looked for one by one among those that passed: %j', (suites, findings) => {
    expect(find({ testSuites: suites })).toEqual(findings);
  });

  it('are not known where the field could not be read', () => {
    const field = unread('Test suites');
    expect(find({ testSuites: field })).toEqual([
      {
        met: 'unknown',
        reason: { code: 'field-unknown', field: 'testSuites', cause: field.cause },
        remedy: { do: 'mend-lookup', cause: field.cause },
      },
    ]);
  });

  it('need no facts besides the fields', () => {
    expect(testSuites).not.toHaveProperty('needs');
  });
});
