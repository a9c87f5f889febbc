import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { policyReference } from '../../cli/reference-markdown';

const README = readFileSync(resolve(import.meta.dirname, '../../README.md'), 'utf8');

describe('the README', () => {
  it('has the reference of the policy as the contract has it', () => {
    expect(README).toContain(`\n${policyReference().trim()}\n`);
  });
});
