import { describe, expect, it } from '@jest/globals';
import { closestName, didYouMean } from '../../src/contracts/closest-name';

describe('the name that was meant', () => {
  it.each([
    ['securty-lead', ['security-lead', 'cto'], 'security-lead'],
    ['CTO', ['coo', 'cto'], 'cto'],
    ['chef', ['chief', 'cheek'], 'chief'],
    ['rolbackSteps', ['rollbackOwner', 'rollbackSteps'], 'rollbackSteps'],
    ['ceo', ['cto', 'coo'], 'cto'],
  ])('of %s among %j is %s', (written, names, meant) => {
    expect(closestName(written, names)).toBe(meant);
  });

  it.each([
    ['board', ['owner', 'security']],
    ['qa', ['owner']],
    ['x', []],
  ])('of %s is none among %j', (written, names) => {
    expect(closestName(written, names)).toBeUndefined();
    expect(didYouMean(written, names)).toBeUndefined();
  });

  it('is asked for in words', () => {
    expect(didYouMean('bord', ['board'])).toBe('Did you mean "board"?');
  });
});
