import { describe, expect, it } from '@jest/globals';
import { renderAdfAsText } from '../../../sandbox/confluence/adf-text';
import { ConfluencePages } from '../../../src/adapters/confluence/confluence-pages';
import { markOf, pageBody } from '../../../src/adapters/confluence/page-body';
import { unknown } from '../../../src/domain/change/change-facts';
import { evaluatePolicy } from '../../../src/domain/policy/evaluate-policy';
import type { ChangeRecord } from '../../../src/domain/record/change-record';
import { genericPolicy } from '../../../src/policies/generic';
import type { PageContent } from '../../../src/ports/change-log-pages';
import { changeFacts, FILLED } from '../../builders/change-facts';
import { recordOf } from '../../builders/records';
import { voteOn } from '../../builders/votes';
import { adfProblems, HAS_ADF_SCHEMA } from './adf-schema';

const MARK = `${'a'.repeat(16)}.${'b'.repeat(64)}`;
const OTHER_MARK = `${'a'.repeat(16)}.${'c'.repeat(64)}`;

function month(records: readonly ChangeRecord[], mark = MARK): PageContent {
  const stored = records.map((record, index) => ({
    seq: 812 + index,
    hash: String(index).padStart(64, 'd'),
    record,
  }));
  return { kind: 'month', mark, month: '2026-03', part: 0, records: stored, head: { seq: 904, hash: 'e'.repeat(64) } };
}

const facts = changeFacts();
const voted = changeFacts({
  votes: [
    voteOn(facts, genericPolicy, { by: 'sam', roles: ['security-lead'], comment: 'Looks safe.\n\nGo.' }),
    voteOn(facts, genericPolicy, { by: 'carla', roles: ['cto'] }),
    voteOn(changeFacts({ fields: { summary: 'Old' } }), genericPolicy, { by: 'dev', roles: ['cto'] }),
  ],
});
const evaluation = evaluatePolicy(genericPolicy, voted, 'close', '2026-03-02T14:00:00.000Z');
const governed = recordOf(voted, {
  policy: {
    id: 'GEN',
    title: 'Generic policy',
    version: '1.0',
    hash: 'f'.repeat(64),
    roles: { 'security-lead': 'Security Lead' },
    fields: {},
    clauses: { 'GEN-4.1e': 'Testing results are recorded.' },
  },
  votes: [
    {
      vote: voteOn(facts, genericPolicy, { by: 'sam', roles: ['security-lead'], comment: 'Looks safe.' }),
      weight: 'stands',
    },
    { vote: voteOn(facts, genericPolicy, { by: 'carla', roles: ['cto'] }), weight: 'void' },
  ],
  evaluation: {
    ...evaluation,
    rules: [
      { ruleId: 'test-results', clauses: ['GEN-4.1e'], strength: 'block', status: 'met', findings: [] },
      { ruleId: 'review', clauses: ['GEN-9'], strength: 'block', status: 'unknown', findings: [] },
    ],
  },
});
const nothingKnown = recordOf(
  changeFacts({
    requesters: unknown('lookup-failed', 'Jira did not answer'),
    votes: unknown('lookup-failed', 'the storage did not answer'),
    fields: { summary: unknown('no-such-field', 'Summary'), outcome: unknown('unreadable-value', 'Outcome: 42') },
  }),
  { closedBy: null, history: [], implementedFrom: null, implementedUntil: null },
);
const empty = recordOf(changeFacts({ fields: Object.fromEntries(Object.keys(FILLED).map((field) => [field, null])) }));
const nasty = (sample: string) => {
  const long = sample.repeat(Math.ceil(30_000 / sample.length));
  const fields = { summary: sample, description: long, rollbackSteps: long, outcome: sample };
  // Half a character has no digest; the adapter of Jira takes none in.
  return recordOf(changeFacts({ fields, material: [] }));
};

const lines = (content: PageContent) => renderAdfAsText(JSON.parse(pageBody(content)), 100_000).split('\n');

const PAGES: readonly (readonly [string, PageContent])[] = [
  ['the root', { kind: 'root', mark: MARK }],
  ['a month without records', month([])],
  ['a governed change', month([governed])],
  ['a change of which nothing is known', month([nothingKnown])],
  ['a change with nothing in it', month([empty])],
  ['markup', month([nasty('<script>alert("1")</script> **b** {macro} [x|y] &amp;\n\n')])],
  ['emoji and right-to-left text', month([nasty('🚀👩‍👩‍👧 שלום \u202e')])],
  ['control characters and half characters', month([nasty('a\u0000b\u0008c\ud800d\u000be\n\n\n \t\n')])],
  ['blanks only', month([nasty(' \n\n\t\r\n ')])],
];

describe('the body of a page', () => {
  (HAS_ADF_SCHEMA ? it : it.skip).each(PAGES)(
    'with %s is valid by Atlassian’s schema (left out without ../shared/contracts)',
    (_what, content) => {
      expect(adfProblems(JSON.parse(pageBody(content)))).toEqual([]);
    },
  );

  it('shows in figures what is below', () => {
    const emergency = recordOf(changeFacts({ fields: { changeType: 'Emergency', outcome: null } }), {
      emergency: true,
    });
    const cancelled = recordOf(changeFacts({ fields: { outcome: null } }), { stage: 'cancelled' });
    const text = lines(month([governed, emergency, cancelled]));
    expect(text).toContain('│ 3 changes: Closed 2, Rejected 0, Cancelled 1.');
    expect(text).toContain('│ By type: Emergency 1, Normal 2. Emergencies: 1.');
    expect(text).toContain('│ Outcome of closed changes: Successful 1, without an outcome 1.');
    expect(text).toContain(
      `│ Ledger entries on this page: 812 to 814. Head of the ledger: entry 904, ${'e'.repeat(64)}`,
    );
  });

  it('tells each record whole: what, why, plans, approvals, rules, moves, outcome and its place in the ledger', () => {
    const text = lines(month([governed])).map((line) => line.trim());
    for (const expected of [
      'Change type: Normal',
      'Description: Switch the shop to the replica and retire the old server.',
      'Requested by: @account-requester',
      'Planned start: 2026-03-03 20:00 UTC',
      'Rollback owner: @account-implementer',
      'Rollback trigger: Error rate above one percent for five minutes.',
      '• Approved by @sam as Security Lead, 2026-03-02 09:00 UTC, for Authorize: stood when the change was closed',
      'Looks safe.',
      '• Approved by @carla as cto, 2026-03-02 09:00 UTC, for Authorize: did not count: it was not given for the plan as it stood',
      'Policy: Generic policy (GEN), version 1.0',
      '• GEN-4.1e: Testing results are recorded. — met',
      '• GEN-9:  — could not be decided',
      `Hash of the policy: ${'f'.repeat(64)}`,
      '• 2026-03-02 10:00 UTC: Draft to Assessment, by @account-implementer',
      'Implemented: 2026-03-02 12:00 UTC to 2026-03-02 13:00 UTC',
      'Closed: 2026-03-02 14:00 UTC, by @account-implementer',
      'Outcome: Successful',
      'Post-implementation review: empty',
      'Entry: 812',
      `Hash of the entry: ${'d'.repeat(63)}0`,
    ]) {
      expect(text).toContain(expected);
    }
  });

  it('says of what is not known that it is not known, and why', () => {
    const text = lines(month([nothingKnown])).map((line) => line.trim());
    expect(text).toContain('Requested by: not known: Jira did not answer');
    expect(text).toContain('not known: the storage did not answer');
    expect(text).toContain('Outcome: not known: Outcome: 42');
    expect(text).toContain('No policy was known when the record was drawn up.');
  });

  it('leads from each key to the issue on the same site', () => {
    expect(pageBody(month([governed]))).toContain('{"type":"link","attrs":{"href":"/browse/CHG-1"}}');
  });

  it('names people by their account id only', () => {
    expect(pageBody(month([governed]))).toContain('{"type":"mention","attrs":{"id":"sam"}}');
  });

  it('keeps markup the text that it is', () => {
    const text = lines(month([nasty('<b>{x}</b>')])).join('\n');
    expect(text).toContain('<b>{x}</b>'.repeat(3000));
  });

  it('carries its mark as text', () => {
    expect(markOf(pageBody(month([governed])))).toBe(MARK);
    expect(markOf(pageBody({ kind: 'root', mark: OTHER_MARK }))).toBe(OTHER_MARK);
  });

  it.each([
    ['an empty page', ''],
    ['somebody else’s page', JSON.stringify({ type: 'doc', version: 1, content: [{ type: 'paragraph' }] })],
    ['a page that only speaks of a mark', JSON.stringify({ type: 'doc', version: 1, content: [paragraph(MARK)] })],
    ['no document', '<p>storage</p>'],
  ])('has no mark on %s', (_what, body) => {
    expect(markOf(body)).toBeNull();
  });
});

function paragraph(text: string) {
  return { type: 'paragraph', content: [{ type: 'text', text }] };
}

interface Document {
  readonly content: readonly unknown[];
}

describe('what people wrote on a page', () => {
  const notes = [
    { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Notes' }] },
    { type: 'panel', attrs: { panelType: 'note' }, content: [paragraph('Asked the vendor.')] },
    { type: 'extension', attrs: { extensionType: 'com.example', extensionKey: 'unknown-macro', parameters: { a: 1 } } },
  ];
  const contentOf = (body: string) => (JSON.parse(body) as Document).content;
  const appsPart = contentOf(pageBody(month([governed]))).slice(0, -2);
  const stands = (...content: readonly unknown[]) => JSON.stringify({ type: 'doc', version: 1, content });
  const update = (standing: string) => contentOf(pageBody(month([], OTHER_MARK), standing));
  const fresh = contentOf(pageBody(month([], OTHER_MARK))).slice(0, -2);

  it('has a place of its own from the start', () => {
    expect(contentOf(pageBody(month([]))).slice(-2)).toEqual([
      { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Notes' }] },
      { type: 'paragraph', content: [] },
    ]);
  });

  it('stays exactly as it is when the page is written anew', () => {
    expect(update(stands(...appsPart, ...notes))).toEqual([...fresh, ...notes]);
  });

  it('stays without its heading too', () => {
    expect(update(stands(...appsPart, paragraph('Just a line.')))).toEqual([...fresh, paragraph('Just a line.')]);
  });

  it('is gone only where people removed it', () => {
    expect(update(stands(...appsPart))).toEqual(fresh);
  });

  it('is replaced above the line, as the line says', () => {
    expect(update(stands(paragraph('Above.'), ...appsPart, ...notes))).toEqual([...fresh, ...notes]);
    expect(pageBody(month([]))).toContain('writes what stands above this line anew each time');
  });

  it('stays from its heading on where the line was removed', () => {
    expect(update(stands(...appsPart.slice(0, -1), ...notes))).toEqual([...fresh, ...notes]);
  });

  it('stays with everything else where neither line nor heading is left: rather twice than lost', () => {
    const standing = [paragraph('Rewritten by hand.'), paragraph('Entirely.')];
    expect(update(stands(...standing))).toEqual([...fresh, ...standing]);
    expect(
      contentOf(pageBody(month([]), JSON.stringify({ type: 'doc', version: 1, content: update(stands(...standing)) }))),
    ).toHaveLength(fresh.length + 2);
  });

  it('stays when somebody copied the app’s line into it', () => {
    const copied = [...notes, ...appsPart.slice(-1), paragraph('After the copy.')];
    expect(update(stands(...appsPart, ...copied))).toEqual([...fresh, ...copied]);
  });
});

describe('a document for exports of the macro', () => {
  it('is the table, or a sentence in its place', () => {
    const records = [{ seq: 1, hash: 'd'.repeat(64), record: governed }];
    const table = new ConfluencePages().document({ records });
    expect(renderAdfAsText(table)).toContain('CHG-1');
    expect(new ConfluencePages().document({ sentence: 'Nothing to show.' })).toEqual({
      type: 'doc',
      version: 1,
      content: [paragraph('Nothing to show.')],
    });
    if (HAS_ADF_SCHEMA) expect(adfProblems(table)).toEqual([]);
  });
});
