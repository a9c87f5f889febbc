import { describe, expect, it } from '@jest/globals';
import { nearestName } from '../../../src/contracts/document-text/nearest-name';

describe('the name that was probably meant', () => {
  it.each([
    ['blok', ['warn', 'block'], 'block'],
    ['requried-fields', ['required-fields', 'approval'], 'required-fields'],
    ['RequiredFields', ['required-fields'], 'required-fields'],
    ['on', ['in', 'field'], 'in'],
    ['cat', ['cart', 'bat', 'car'], 'cart'],
    ['caat', ['cart', 'cat'], 'cart'],
  ])('for %s is the nearest, the first of several: of %j it is %s', (name, names, nearest) => {
    expect(nearestName(name, names)).toBe(nearest);
  });

  it.each([
    ['colour', ['summary', 'impact']],
    ['a', ['b', 'c']],
    ['', ['a']],
    ['abcdef', ['abcxyz']],
    ['x'.repeat(81), ['x'.repeat(80)]],
    ['block', []],
  ])('for %s is none of %j', (name, names) => {
    expect(nearestName(name, names)).toBeUndefined();
  });
});
