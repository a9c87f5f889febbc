import type { Policy } from '../policy';
import { isAnswered, isSamePlaceholder } from './answered-questions';
import type { LintCheck, LintFinding } from './lint-finding';

/** Text in brackets that is neither part of a word, nor a Markdown link, nor its address. */
const BRACKETS = /(?<![\w\]!])\[([^[\]]+)\](?![\w([:])/g;

/** What stands in brackets in a finished text: a number, a mark, an identifier, an omission. */
const ORDINARY = /^(?:\W*|.|\W?\d[\d\s,;–-]*|\S*\d\S*|sic|\.{3}|…)$/i;

/** Bracketed text that somebody was to replace, where no answered question does. */
export const placeholders: LintCheck = (policy) => [
  ...Object.entries(textsBesideClauses(policy)).flatMap(([where, texts]) =>
    placeholdersIn(texts)
      .filter((text) => !isReplaced(text, null, policy))
      .map((text): LintFinding => ({ code: 'placeholder', severity: 'error', clauses: [], ruleIds: [], text, where })),
  ),
  ...policy.clauses.flatMap(({ id, text: words, service }) =>
    placeholdersIn([words])
      .filter((text) => !isReplaced(text, id, policy))
      .map((text): LintFinding => {
        // Nothing is enforced where there is no text to enforce, so nothing is put in force unfinished.
        const severity = service === 'no-text' ? 'warning' : 'error';
        return { code: 'placeholder', severity, clauses: [id], ruleIds: [], text, where: null };
      }),
  ),
];

function placeholdersIn(texts: readonly string[]): readonly string[] {
  const found = texts.flatMap((text) => [...text.matchAll(BRACKETS)]);
  return [...new Set(found.filter(([, inner = '']) => !ORDINARY.test(inner.trim())).map(([whole]) => whole))];
}

function isReplaced(text: string, clause: string | null, policy: Policy): boolean {
  return policy.questions.some(
    (question) =>
      isSamePlaceholder(text, question.placeholder) &&
      (clause === null || question.clauses.includes(clause)) &&
      isAnswered(policy, question),
  );
}

function textsBesideClauses(policy: Policy): Readonly<Record<string, readonly string[]>> {
  const about = Object.entries(policy.about).map(([key, value]) => [`about.${key}`, textsIn(value)] as const);
  return {
    title: [policy.title],
    ...Object.fromEntries(about),
    roles: policy.roles.map(({ title }) => title),
    changeTypes: policy.changeTypes.map(({ description }) => description),
    categories: policy.categories.map(({ description }) => description),
    standardChanges: policy.standardChanges.map(({ title }) => title),
  };
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
