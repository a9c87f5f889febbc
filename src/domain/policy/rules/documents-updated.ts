import { fieldFact, valuesOf } from '../../change/change-facts';
import type { Finding } from '../evaluation';
import type { RuleKind } from '../rule';
import { findField } from './required-fields';

const FIELD = 'affectedDocuments';

const EMPTY: Finding = {
  met: 'no',
  reason: { code: 'field-empty', field: FIELD },
  remedy: { do: 'fill-field', field: FIELD },
};

/**
 * Every affected document is marked as updated. The field names one document a line, a task of a task list among them
 * (`adf-text.ts` writes `[x] ` or `[ ] ` before it); "None" or "None affected" says that there are none.
 */
export const documentsUpdated: RuleKind<'documents-updated'> = {
  kind: 'documents-updated',
  evaluate: (_rule, { facts }) => {
    const fact = fieldFact(facts, FIELD);
    if (fact.state === 'unknown') return [findField(facts, FIELD)];
    const text = valuesOf(fact.value).join('\n').trim();
    if (/^none(?: affected)?\.?$/i.test(text)) return [{ met: 'yes', reason: { code: 'no-documents-affected' } }];
    const findings = text.split(/[\r\n\u2028\u2029]/).flatMap(findDocument);
    return findings.length === 0 ? [EMPTY] : findings;
  },
};

const BULLET = /^\s*(?:(?:[-*•]|\d+\.)\s+)?/u;

const MARK = /^(?:\[[x ]?\]|[✓✔☑✅☐]\uFE0F?)/iu;

const DONE_MARK = /^(?:\[x\]|[✓✔☑✅])/iu;

function findDocument(line: string): readonly Finding[] {
  const item = line.replace(BULLET, '');
  const document = item.replace(MARK, '').trim();
  if (document === '') return [];
  if (DONE_MARK.test(item)) return [{ met: 'yes', reason: { code: 'document-updated', document } }];
  return [{ met: 'no', reason: { code: 'document-open', document }, remedy: { do: 'update-document', document } }];
}
