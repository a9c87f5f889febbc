import { describe, expect, it } from '@jest/globals';
import { adfText } from '../../../../src/adapters/jira/adf-text';
import type { FieldValue } from '../../../../src/domain/change/change-facts';
import { documentsUpdated } from '../../../../src/domain/policy/rules/documents-updated';
import { unread, type FieldOverrides } from '../../../builders/change-facts';
import { AT_AUTHORIZE } from '../../../builders/policies';
import { ruleContext } from '../../../builders/rule-context';

function find(affectedDocuments: FieldOverrides[string]) {
  const rule = { ...AT_AUTHORIZE, id: 'documents', kind: 'documents-updated' } as const;
  return documentsUpdated.evaluate(rule, ruleContext({ facts: { fields: { affectedDocuments } } }));
}

const updated = (document: string) => ({ met: 'yes', reason: { code: 'document-updated', document } });

const open = (document: string) => ({
  met: 'no',
  reason: { code: 'document-open', document },
  remedy: { do: 'update-document', document },
});

const EMPTY = {
  met: 'no',
  reason: { code: 'field-empty', field: 'affectedDocuments' },
  remedy: { do: 'fill-field', field: 'affectedDocuments' },
};

describe('affected documents', () => {
  it.each(['[x] Runbook', '[X] Runbook', '✓ Runbook', '✔ Runbook', '✔\uFE0F Runbook', '☑ Runbook', '✅Runbook'])(
    'are updated when they are marked so: %j',
    (line) => {
      expect(find(line)).toEqual([updated('Runbook')]);
    },
  );

  it.each(['Runbook', '[ ] Runbook', '[] Runbook', '☐ Runbook', '☐\uFE0F Runbook'])(
    'are open without such a mark: %j',
    (line) => {
      expect(find(line)).toEqual([open('Runbook')]);
    },
  );

  it.each([
    ['Runbook [x]', open('Runbook [x]')],
    ['[y] Runbook', open('[y] Runbook')],
    ['x Runbook', open('x Runbook')],
    ['See ✓ Runbook', open('See ✓ Runbook')],
    ['-Runbook', open('-Runbook')],
    ['1.Runbook', open('1.Runbook')],
  ])('keep what is no mark at the beginning in their name: %j', (line, finding) => {
    expect(find(line)).toEqual([finding]);
  });

  it.each(['- [x] Runbook', '* ✓ Runbook', '• [x] Runbook', '1. [x] Runbook', '12. ☑ Runbook', '  -  [x]  Runbook  '])(
    'may stand in a list: %j',
    (line) => {
      expect(find(line)).toEqual([updated('Runbook')]);
    },
  );

  it('are found one by one, each on its line', () => {
    expect(find('[x] Runbook\n\n[ ] Network plan\r\n- Recovery plan\u2028[x] Map\rBrochure\u2029')).toEqual([
      updated('Runbook'),
      open('Network plan'),
      open('Recovery plan'),
      updated('Map'),
      open('Brochure'),
    ]);
  });

  it('may be the values of a list', () => {
    expect(find(['[x] Runbook', 'Network plan'])).toEqual([updated('Runbook'), open('Network plan')]);
  });

  it('are the tasks of a task list in Jira', () => {
    const task = (localId: string, state: string, text: string) => ({
      type: 'taskItem',
      attrs: { localId, state },
      content: [{ type: 'text', text }],
    });
    const tasks = [task('1', 'DONE', 'Runbook'), task('2', 'TODO', 'Network plan')];
    const list = { type: 'taskList', attrs: { localId: '0' }, content: tasks };
    expect(find(adfText({ type: 'doc', version: 1, content: [list] }))).toEqual([
      updated('Runbook'),
      open('Network plan'),
    ]);
  });

  it.each<FieldValue>(['none', 'None', ' NONE. ', 'None affected', 'none affected.'])(
    'may be none, if the change says so: %j',
    (text) => {
      expect(find(text)).toEqual([{ met: 'yes', reason: { code: 'no-documents-affected' } }]);
    },
  );

  it.each(['None of the runbooks', 'none\nRunbook', 'nonetheless', 'No, none', 'none affectedly', 'none affected..'])(
    'are not none because the word occurs: %j',
    (text) => {
      expect(find(text).map(({ met }) => met)).not.toContain('yes');
    },
  );

  it.each<FieldValue>([null, '', ' \n ', '[x]', '- [ ] \n✓'])(
    'are asked for where the change names none: %j',
    (text) => {
      expect(find(text)).toEqual([EMPTY]);
    },
  );

  it('are not known where the field could not be read', () => {
    const field = unread('Affected documents');
    const { cause } = field;
    expect(find(field)).toEqual([
      {
        met: 'unknown',
        reason: { code: 'field-unknown', field: 'affectedDocuments', cause },
        remedy: { do: 'mend-lookup', cause },
      },
    ]);
  });
});
