import { describe, expect, it } from '@jest/globals';
import type { FieldValue } from '../../../../src/domain/change/change-facts';
import type { RequiredFieldsRule } from '../../../../src/domain/policy/policy-rule';
import { findField, requiredFields } from '../../../../src/domain/policy/rules/required-fields';
import { changeFacts, unread, type FieldOverrides } from '../../../builders/change-facts';
import { fieldsRule } from '../../../builders/policies';
import { ruleContext } from '../../../builders/rule-context';

const UNREAD = unread('Field of the test', 'no-such-field');
const mend = { do: 'mend-lookup', cause: UNREAD.cause };

const OWN = [
  { id: 'scanReport', title: 'Scan report', kind: 'link' },
  { id: 'rollout', title: 'Rollout', kind: 'text' },
] as const;

function find(fields: RequiredFieldsRule['fields'], values: FieldOverrides = {}) {
  const context = ruleContext({ policy: { fields: OWN }, facts: { fields: values } });
  return requiredFields.evaluate(fieldsRule({ fields }), context);
}

const filled = (field: string) => ({ met: 'yes', reason: { code: 'field-filled', field } });

const empty = (field: string) => ({
  met: 'no',
  reason: { code: 'field-empty', field },
  remedy: { do: 'fill-field', field },
});

const notALink = (field: string) => ({
  met: 'no',
  reason: { code: 'not-a-link', field },
  remedy: { do: 'fill-field', field },
});

const notRead = (field: string) => ({
  met: 'unknown',
  reason: { code: 'field-unknown', field, cause: UNREAD.cause },
  remedy: mend,
});

describe('required fields', () => {
  it('finds each field by itself, in the order of the rule', () => {
    expect(find(['description', 'testPlan'], { testPlan: null })).toEqual([filled('description'), empty('testPlan')]);
  });

  it.each([null, '', ' ', '\n\t\u00a0'])('takes %j for an empty field', (description) => {
    expect(find(['description'], { description })).toEqual([empty('description')]);
  });

  it('takes a field of several values for filled when it has one', () => {
    expect(find(['services'], { services: ['Shop'] })).toEqual([filled('services')]);
  });

  it('takes a field that could not be read neither for filled nor for empty', () => {
    expect(find(['description'], { description: UNREAD })).toEqual([notRead('description')]);
  });

  it('knows nothing of a field that nobody looked up', () => {
    const cause = { code: 'not-looked-up', detail: 'rollout' };
    expect(find(['rollout'])).toEqual([
      {
        met: 'unknown',
        reason: { code: 'field-unknown', field: 'rollout', cause },
        remedy: { do: 'mend-lookup', cause },
      },
    ]);
  });
});

describe('a field that holds a link', () => {
  it.each([
    'https://git.example.com/shop/pull/12',
    'http://git.example.com',
    'HTTPS://GIT.EXAMPLE.COM/SHOP',
    ' https://git.example.com/shop ',
    'ABC-12',
    ' OPS-1 ',
    'A1_B-307',
  ])('is filled by %j', (codeReview) => {
    expect(find(['codeReview'], { codeReview })).toEqual([filled('codeReview')]);
  });

  it.each([
    'done',
    'see https://git.example.com/shop',
    'https://git.example.com/shop and more',
    'https://',
    'https:///shop',
    'ftp://git.example.com/shop',
    'git.example.com/shop',
    'abc-12',
    'A-12',
    '1A-12',
    'ABC-0',
    'ABC-012',
    'ABC-',
    'ABC-12a',
    'see ABC-12',
    'ABC 12',
  ])('is not filled by %j', (codeReview) => {
    expect(find(['codeReview'], { codeReview })).toEqual([notALink('codeReview')]);
  });

  it.each<[FieldValue, object]>([
    [['OPS-1', 'https://status.example.com/7'], filled('incident')],
    [['OPS-1', 'the outage of Monday'], notALink('incident')],
    [null, empty('incident')],
  ])('holds links only, if it holds several: %j', (incident, finding) => {
    expect(find(['incident'], { incident })).toEqual([finding]);
  });

  it('is told from others by the kind that the policy gives its own field', () => {
    expect(find(['scanReport', 'rollout'], { scanReport: 'clean', rollout: 'clean' })).toEqual([
      notALink('scanReport'),
      filled('rollout'),
    ]);
  });

  it('is a text like any other where no policy says what kind it is of', () => {
    const facts = changeFacts({ fields: { scanReport: 'clean', codeReview: 'clean' } });
    expect(findField(facts, 'scanReport')).toEqual(filled('scanReport'));
    expect(findField(facts, 'codeReview')).toEqual(notALink('codeReview'));
  });
});

describe('a group of fields of which one must be filled', () => {
  const fields = ['testResults', 'testEvidence'];
  const reason = { code: 'one-of-fields', fields };
  const remedy = { do: 'fill-one-of', fields };

  it.each([
    ['the first', { testEvidence: null }, [filled('testResults'), empty('testEvidence')]],
    ['the second', { testResults: null, testEvidence: 'QA-7' }, [empty('testResults'), filled('testEvidence')]],
    [
      'one beside one that could not be read',
      { testEvidence: UNREAD },
      [filled('testResults'), notRead('testEvidence')],
    ],
  ])('is met by %s', (_which, values, parts) => {
    expect(find([{ oneOf: fields }], values)).toEqual([{ met: 'yes', reason, parts }]);
  });

  it('is unmet where none of them is filled, and asks for any one', () => {
    expect(find([{ oneOf: fields }], { testResults: ' ', testEvidence: 'none' })).toEqual([
      { met: 'no', reason, remedy, parts: [empty('testResults'), notALink('testEvidence')] },
    ]);
  });

  it('is not known where none is filled and one could not be read', () => {
    expect(find([{ oneOf: fields }], { testResults: null, testEvidence: UNREAD })).toEqual([
      { met: 'unknown', reason, remedy, parts: [empty('testResults'), notRead('testEvidence')] },
    ]);
  });

  it('stands beside other fields as one finding', () => {
    expect(find(['description', { oneOf: fields }]).map(({ reason: { code } }) => code)).toEqual([
      'field-filled',
      'one-of-fields',
    ]);
  });
});
