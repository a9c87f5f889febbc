import { describe, expect, it } from '@jest/globals';
import { readDocumentText } from '../../src/contracts/document-text/read-document-text';
import { policyDocument, policyFile } from '../../src/contracts/policy-document';
import { policyText } from '../../src/contracts/policy-text';
import { genericPolicy } from '../../src/policies/generic';
import { PRESETS } from '../../src/policies/presets';

describe('a policy as YAML', () => {
  it.each(PRESETS.map((preset) => [preset.id, preset] as const))('is read as it was: %s', (_id, preset) => {
    expect(readDocumentText(policyDocument, policyText(preset))).toEqual({ readable: true, value: preset });
    expect(readDocumentText(policyFile, policyText(preset))).toEqual({ readable: true, value: preset });
  });

  it('keeps long texts of any characters', () => {
    const odd = { ...genericPolicy, title: '🚀 '.repeat(60).trim() };
    expect(readDocumentText(policyDocument, policyText(odd))).toEqual({ readable: true, value: odd });
  });
});
