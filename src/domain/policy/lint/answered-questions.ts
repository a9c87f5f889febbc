import type { Question } from '../clause';
import type { Policy } from '../policy';

/**
 * Whether the owner has answered. A choice is answered by one of its options only, and nothing by the very words that
 * stand for the missing answer.
 */
export function isAnswered({ answers }: Policy, { id, kind, options, placeholder }: Question): boolean {
  // A question may be called like something that every object inherits.
  const answer = Object.hasOwn(answers, id) ? answers[id] : undefined;
  if (answer === undefined) return false;
  if (typeof answer === 'string' && (answer.trim() === '' || isSamePlaceholder(answer, placeholder))) return false;
  return kind !== 'choice' || options === undefined || options.some((option) => option.id === answer);
}

/** Whether two texts are the same placeholder: without regard to case and white space. */
export function isSamePlaceholder(one: string, other: string | undefined): boolean {
  return other !== undefined && bare(one) === bare(other);
}

function bare(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase();
}
