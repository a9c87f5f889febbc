import type { Question } from '../clause';
import type { Policy } from '../policy';

/** Whether the owner has answered; a choice is answered by one of its options only. */
export function isAnswered({ answers }: Policy, { id, kind, options }: Question): boolean {
  const answer = answers[id];
  if (answer === undefined || (typeof answer === 'string' && answer.trim() === '')) return false;
  return kind !== 'choice' || options === undefined || options.some((option) => option.id === answer);
}

/** Whether two texts are the same placeholder: without regard to case and white space. */
export function isSamePlaceholder(one: string, other: string | undefined): boolean {
  return other !== undefined && bare(one) === bare(other);
}

function bare(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase();
}
