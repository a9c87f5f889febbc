import { describe, expect, it } from '@jest/globals';
import { contestants, preparedCases, wrongVerdicts } from '../../bench/decision/contestants';

describe('the decisions that are timed', () => {
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
      'gullible: a complete normal change is submitted is warn, not allow.',
    ]);
  });
});
