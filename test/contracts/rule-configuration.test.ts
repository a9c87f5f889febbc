import { describe, expect, it } from '@jest/globals';
import { savedConfiguration } from '../../src/contracts/rule-configuration';
import { unsaidText } from '../../src/contracts/unsaid-text';

describe('the saved configuration of a rule', () => {
  it.each<[string, unknown, object]>([
    ['a gate', '{"gate":"close"}', { gate: { gate: 'close' }, person: undefined }],
    [
      'a gate with what stands beside it',
      '{"gate":"close","beside":{"who":"00ff"}}',
      { gate: { gate: 'close', beside: { who: '00ff' } }, person: undefined },
    ],
    [
      'what is asked of the acting person',
      { gate: 'close', ruleId: 'who', expression: 'true', message: 'No.' },
      {
        gate: { gate: 'close' },
        person: { gate: 'close', ruleId: 'who', expression: 'true', message: 'No.' },
      },
    ],
    [
      'what provisioning saved',
      '{"expression":"true","message":"No."}',
      { gate: undefined, person: { expression: 'true', message: 'No.' } },
    ],
    ['nothing', '', { gate: undefined, person: undefined }],
    ['no rule', undefined, { gate: undefined, person: undefined }],
    ['another gate', '{"gate":"sometimes"}', { gate: undefined, person: undefined }],
  ])('is read: %s', (_, saved, expected) => {
    expect(savedConfiguration(saved)).toEqual(expected);
  });
});

it('what an expression cannot say is told with its cause', () => {
  const text = (because: Parameters<typeof unsaidText>[0]['because']) =>
    unsaidText({ ruleId: 'one', gate: 'close', because });
  expect([
    text('scored-risk'),
    text('text'),
    text('votes'),
    text('writers'),
    text('only-warns'),
    text('too-long'),
  ]).toEqual([
    'Jira cannot check the acting person for the rule "one": it depends on a risk that follows from scores.',
    'Jira cannot check the acting person for the rule "one": it depends on what is written in a text.',
    'Jira cannot check the acting person for the rule "one": who approved is known to the app only.',
    'Jira cannot check the acting person for the rule "one": who wrote a field is known to the app only.',
    'Jira cannot check the acting person for the rule "one": it only warns, and the app decides whether the reason will do.',
    'Jira cannot check the acting person for the rule "one": too many people and groups hold its roles for one expression.',
  ]);
});
