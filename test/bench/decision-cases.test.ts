import { describe, expect, it } from '@jest/globals';
import { fortyRules } from '../../bench/decision/forty-rules';
import { contestants, preparedCases, wrongVerdicts } from '../../bench/decision/contestants';

describe('the decisions that are timed', () => {
  it('are made under forty rules, all of one gate', () => {
    expect(fortyRules.rules.filter(({ gates }) => gates.includes('authorize'))).toHaveLength(40);
  });

  it.each(contestants().map((contestant) => [contestant.name, contestant] as const))(
    'are the same for %s',
    async (_name, contestant) => {
      expect(await wrongVerdicts(contestant, preparedCases())).toEqual([]);
    },
  );

  it('are told apart when somebody decides otherwise', async () => {
    const [first] = preparedCases();
    const gullible = { name: 'gullible', decide: () => 'warn' };
    expect(await wrongVerdicts(gullible, first === undefined ? [] : [first])).toEqual([
      'gullible: a complete normal change is warn, not allow.',
    ]);
  });
});
