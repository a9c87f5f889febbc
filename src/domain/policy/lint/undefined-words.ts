import type { LintCheck } from './lint-finding';

/** Words on which it depends how strictly a change is treated, and which every reader takes differently. */
const SEVERITY_WORDS = [
  'major',
  'minor',
  'significant',
  'substantial',
  'serious',
  'severe',
  'critical',
  'moderate',
  'high-risk',
  'medium-risk',
  'low-risk',
  'high-impact',
  'low-impact',
] as const;

/** A word of severity that the document uses and does not define. */
export const undefinedWords: LintCheck = ({ clauses, terms }) =>
  SEVERITY_WORDS.flatMap((word) => {
    const used = new RegExp(String.raw`\b${word.replace('-', '[- ]')}\b`, 'i');
    const using = clauses.filter(({ service, text }) => service !== 'no-text' && used.test(text)).map(({ id }) => id);
    const term = terms.find(({ id }) => id.toLowerCase().replace(/[\s_]+/g, '-') === word);
    if (using.length === 0 || term?.definedIn !== undefined) return [];
    return [{ code: 'undefined-word', severity: 'warning', clauses: using, ruleIds: [], word, term: term?.id ?? null }];
  });
