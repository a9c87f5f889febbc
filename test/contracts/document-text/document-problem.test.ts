import { describe, expect, it } from '@jest/globals';
import { problemText } from '../../../src/contracts/document-text/document-problem';

describe('a problem in one line', () => {
  const place = { line: 12, column: 7, message: '"blok" is not allowed here.' };

  it('tells its place, its path, what is wrong and what to do', () => {
    expect(problemText({ ...place, path: 'rules[3].strength', hint: 'Did you mean "block"?' })).toBe(
      'line 12, column 7 (rules[3].strength): "blok" is not allowed here. Did you mean "block"?',
    );
  });

  it('does without path and hint', () => {
    expect(problemText({ ...place, path: '' })).toBe('line 12, column 7: "blok" is not allowed here.');
  });
});
