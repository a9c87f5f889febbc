import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PART_BYTES, splitText } from '../../../src/adapters/storage/split-text';
import { fixedSeed } from '../../builders/fixed-seed';

const jsonBytes = (text: string) => Buffer.byteLength(JSON.stringify(text)) - 2;

describe('a text that is too large for one value', () => {
  it('is one part as long as it fits', () => {
    expect(splitText('a'.repeat(PART_BYTES))).toEqual(['a'.repeat(PART_BYTES)]);
    expect(splitText('')).toEqual(['']);
  });

  it('counts what a character takes up in JSON and in UTF-8', () => {
    expect(splitText('""""', 4)).toEqual(['""', '""']);
    expect(splitText('变更变', 6)).toEqual(['变更', '变']);
    expect(splitText('\u0001\u0001', 6)).toEqual(['\u0001', '\u0001']);
  });

  it('is never split inside a character', () => {
    expect(splitText('🚀🚀', 5)).toEqual(['🚀', '🚀']);
  });

  it('is the text again when its parts are joined, each within the limit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.integer({ min: 6, max: 40 }), (text, limit) => {
        const parts = splitText(text, limit);
        expect(parts.join('')).toBe(text);
        expect(parts.every((part) => jsonBytes(part) <= limit)).toBe(true);
      }),
      fixedSeed(),
    );
  });
});
