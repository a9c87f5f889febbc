import type { z } from 'zod';
import type { Contract } from '../../src/contracts/contract';

/** Everything that a contract finds wrong, one line each: the place, what is wrong, and what to do where it says so. */
export function problemsIn(contract: Contract<unknown>, document: unknown): readonly string[] {
  const { error } = contract.safeParse(document);
  return (error?.issues ?? []).map(lineOf);
}

function lineOf(issue: z.core.$ZodIssue): string {
  const hint = issue.code === 'custom' && typeof issue.params?.['hint'] === 'string' ? ` ${issue.params['hint']}` : '';
  return `${issue.path.map(String).join('.')}: ${issue.message}${hint}`;
}
