import type { z } from 'zod';

type SizeIssue = z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig;

const PARTS: ReadonlyMap<string, readonly [whole: string, part: string]> = new Map([
  ['string', ['text', 'character']],
  ['array', ['list', 'item']],
  ['set', ['list', 'item']],
  ['object', ['mapping', 'key']],
  ['map', ['mapping', 'key']],
]);

/** A text, list or mapping that is too short or too long, or a number that is too small or too large. */
export function sizeWords(issue: SizeIssue): string {
  const [whole, part] = PARTS.get(issue.origin) ?? [];
  const limit = issue.code === 'too_small' ? issue.minimum : issue.maximum;
  if (whole === undefined || part === undefined) return `This number has to be ${bound(issue)} ${String(limit)}.`;
  if (issue.code === 'too_small' && isOne(issue)) return `This ${whole} must not be empty.`;
  const parts = Number(limit) === 1 ? part : `${part}s`;
  return `This ${whole} has to have ${issue.exact === true ? 'exactly' : bound(issue)} ${String(limit)} ${parts}.`;
}

function isOne(issue: z.core.$ZodIssueTooSmall): boolean {
  return Number(issue.minimum) === 1 && issue.exact !== true;
}

function bound(issue: SizeIssue): string {
  if (issue.code === 'too_small') return issue.inclusive === false ? 'more than' : 'at least';
  return issue.inclusive === false ? 'less than' : 'at most';
}
