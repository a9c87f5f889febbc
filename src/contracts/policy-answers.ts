import { z } from 'zod';
import type { Question } from '../domain/policy/clause';
import type { Answer, Policy } from '../domain/policy/policy';
import { problemText } from './document-text/document-problem';
import { readDocumentText } from './document-text/read-document-text';
import { calendarWindow } from './policy/calendar';
import { FILE } from './policy/policy-form';

const freezes = z.array(calendarWindow(FILE)).max(500);

export type ReadAnswers =
  | { readonly readable: true; readonly value: Readonly<Record<string, Answer>> }
  | { readonly readable: false; readonly problems: readonly string[] };

/**
 * Reads what somebody filled in for the questions of a policy, each as text: months are a whole number, freezes the YAML
 * of a list of windows. What is left blank is no answer. Whether a choice is one of the options, and a date a day, is for
 * the contract of the policy to say.
 */
export function readAnswers(policy: Policy, filled: Readonly<Record<string, string>>): ReadAnswers {
  const read = policy.questions.flatMap((question) => {
    const text = filled[question.id]?.trim() ?? '';
    return text === '' ? [] : [[question.id, readAnswer(question, text)] as const];
  });
  const problems = read.flatMap(([, answer]) => ('problem' in answer ? [answer.problem] : []));
  if (problems.length > 0) return { readable: false, problems };
  return {
    readable: true,
    value: Object.fromEntries(read.flatMap(([id, answer]) => ('value' in answer ? [[id, answer.value]] : []))),
  };
}

type ReadAnswer = { readonly value: Answer } | { readonly problem: string };

function readAnswer({ kind, ask }: Question, text: string): ReadAnswer {
  if (kind === 'months') {
    return /^\d{1,4}$/.test(text) ? { value: Number(text) } : { problem: `"${ask}" takes a whole number of months.` };
  }
  if (kind !== 'freezes') return { value: text };
  const reading = readDocumentText(freezes, text);
  if (reading.readable) return { value: reading.value };
  return { problem: `"${ask}" ${reading.problems.map(problemText).join(' ')}` };
}
