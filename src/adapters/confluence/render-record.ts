import { FIELD_TITLES, GATE_TITLES, isChangeField, STAGE_TITLES } from '../../contracts/field-titles';
import type { VoteWeight } from '../../domain/approval/weigh-votes';
import { CHANGE_FIELDS, type FieldId } from '../../domain/change/change-field';
import type { Move } from '../../domain/change/change-history';
import type { Stage } from '../../domain/change/lifecycle';
import type { Evaluation, RuleStatus } from '../../domain/policy/evaluation';
import type { ChangeRecord, RecordedPolicy, RecordedVote, StoredRecord } from '../../domain/record/change-record';
import {
  bulletList,
  expand,
  heading,
  mention,
  paragraph,
  separated,
  textBlocks,
  words,
  type AdfNode,
} from './adf-nodes';
import { from, instantText, kindOf, notKnown, people, valueInLine } from './recorded-value';

/** The whole account of one change, folded up under its key and summary. */
export function renderRecord(stored: StoredRecord): AdfNode {
  const { record } = stored;
  const summary = record.fields['summary'];
  const title = typeof summary === 'string' ? `${record.change.key} · ${summary}` : record.change.key;
  return expand(title, [
    ...section('What and why', [
      line('Stage', words(STAGE_TITLES[record.stage])),
      ...fields(record, ['changeType', 'riskLevel', 'standardTemplate', 'emergencyReason']),
      ...filled(record, ['category', 'services', 'environment', 'dataClass', 'tags', 'incident']),
      ...fields(record, ['description', 'businessJustification']),
      ...filled(record, ['scope']),
      ...fields(record, ['impactAnalysis']),
      ...filled(record, ['riskAssessment', ...ownFields(record)]),
      line('Requested by', people(record.requesters)),
      line('Created', words(instantText(record.createdAt))),
    ]),
    ...section('Plan', [
      ...filled(record, ['implementationPlan']),
      ...fields(record, ['plannedStart', 'plannedEnd', 'implementer', 'testPlan', 'testResults']),
      ...filled(record, ['tester', 'testSuites', 'testEvidence', 'codeReview']),
    ]),
    ...section('Rollback plan', fields(record, ['rollbackSteps', 'rollbackOwner', 'rollbackTrigger'])),
    ...section('Approvals', votes(record)),
    ...section('Policy', policy(record)),
    ...section('What happened', [...moves(record.history), line('Implemented', implemented(record))]),
    ...section('Outcome', [
      line('Closed', [...words(instantText(record.closedAt)), ...by(record.closedBy)]),
      ...fields(record, ['outcome', 'verification', 'postImplementationReview', 'deviationReason']),
      ...filled(record, ['verifier', 'reviewMeeting', 'followUps', 'affectedDocuments', 'notified', 'exceptionTo']),
    ]),
    ...section('In the ledger', [
      line('Entry', words(String(stored.seq))),
      line('Hash of the entry', words(stored.hash, 'code')),
    ]),
  ]);
}

function section(title: string, content: readonly AdfNode[]): readonly AdfNode[] {
  return [heading(3, title), ...content];
}

function line(label: string, content: readonly AdfNode[]): AdfNode {
  return paragraph(words(`${label}: `, 'strong'), content);
}

function fields(record: ChangeRecord, names: readonly FieldId[]): readonly AdfNode[] {
  return names.flatMap((name) => fieldBlocks(name, record));
}

/** Fields that not every policy asks for are shown where they hold something, or could not be read. */
function filled(record: ChangeRecord, names: readonly FieldId[]): readonly AdfNode[] {
  return fields(
    record,
    names.filter((name) => record.fields[name] !== undefined && record.fields[name] !== null),
  );
}

/** Fields that the policy of the time declared for itself. */
function ownFields({ fields: all }: ChangeRecord): readonly FieldId[] {
  return Object.keys(all).filter((field) => !(CHANGE_FIELDS as readonly FieldId[]).includes(field));
}

/** A short value stands behind its label, a text of several lines below it. */
function fieldBlocks(field: FieldId, { fields: all, policy: known }: ChangeRecord): readonly AdfNode[] {
  const value = all[field];
  const label = isChangeField(field) ? FIELD_TITLES[field] : (known?.fields[field] ?? field);
  const isText = (kindOf(field) ?? 'text') === 'text';
  if (typeof value !== 'string' || !isText) return [line(label, valueInLine(field, value))];
  const blocks = textBlocks(value);
  const [only] = blocks;
  if (blocks.length === 1 && only?.content !== undefined) return [line(label, only.content)];
  return [paragraph(words(`${label}:`, 'strong')), ...blocks];
}

const DECISIONS = { approve: 'Approved', decline: 'Declined', withdraw: 'Withdrawn' } as const;

const WEIGHTS: Readonly<Record<VoteWeight, string>> = {
  stands: 'stood when the change was closed',
  void: 'did not count: it was not given for the plan as it stood',
  superseded: 'replaced by a later vote of the same person',
  withdrawn: 'taken back',
  barred: 'did not count: this person had another duty in the change',
};

/** Without a policy nobody can say on which fields a vote was cast. */
const NOT_WEIGHED = 'not weighed, because no policy was known when the record was drawn up';

function votes({ votes: cast, policy: known }: ChangeRecord): readonly AdfNode[] {
  if ('unknown' in cast) return [paragraph(notKnown(cast))];
  if (cast.length === 0) return [paragraph(words('Nobody voted.', 'em'))];
  return [bulletList(cast.map((recorded) => voteBlocks(recorded, known)))];
}

function voteBlocks({ vote, weight }: RecordedVote, known: RecordedPolicy | null): readonly AdfNode[] {
  const titles = vote.roles.map((role) => known?.roles[role] ?? role);
  const roles = titles.length === 0 ? '' : ` as ${titles.join(', ')}`;
  const counted = known === null ? NOT_WEIGHED : WEIGHTS[weight];
  const when = `${roles}, ${instantText(vote.at)}, for ${GATE_TITLES[vote.gate]}: ${counted}`;
  const said = textBlocks(vote.comment);
  return [paragraph(words(`${DECISIONS[vote.decision]} by `), [mention(vote.by)], words(when)), ...said];
}

const STATUSES: Readonly<Record<RuleStatus, string>> = {
  met: 'met',
  unmet: 'not met',
  waived: 'not met, passed with a reason',
  excepted: 'not met, passed with an exception',
  unknown: 'could not be decided',
  'not-applicable': 'does not apply',
};

function policy({ policy: known, evaluation }: ChangeRecord): readonly AdfNode[] {
  if (known === null) return [paragraph(words('No policy was known when the record was drawn up.', 'em'))];
  return [
    line('Policy', words(`${known.title} (${known.id}), version ${known.version}`)),
    line('Hash of the policy', words(known.hash, 'code')),
    ...(evaluation === null ? [] : evaluated(evaluation, known)),
  ];
}

function evaluated({ gate, instant, verdict, rules }: Evaluation, known: RecordedPolicy): readonly AdfNode[] {
  const verdicts = { allow: 'allowed', warn: 'allowed, with a reason on record', block: 'not allowed' } as const;
  const at = line(`At ${GATE_TITLES[gate]}`, words(`${verdicts[verdict]}, ${instantText(instant)}`));
  const applied = rules.filter(({ status, clauses }) => status !== 'not-applicable' && clauses.length > 0);
  const items = applied.flatMap(({ clauses, status }) =>
    clauses.map((id) => [
      paragraph(words(`${id}: `, 'strong'), words(known.clauses[id] ?? ''), words(` — ${STATUSES[status]}`)),
    ]),
  );
  return items.length === 0 ? [at] : [at, bulletList(items)];
}

function moves(history: readonly Move[]): readonly AdfNode[] {
  if (history.length === 0) return [];
  const title = (stage: Stage | null): string => (stage === null ? 'another status' : STAGE_TITLES[stage]);
  return [
    bulletList(
      history.map((move) => [
        paragraph(words(`${instantText(move.at)}: ${title(move.from)} to ${title(move.to)}`), by(move.by)),
      ]),
    ),
  ];
}

function by(person: string | null): readonly AdfNode[] {
  return person === null ? [] : separated([words(', by'), [mention(person)]], ' ');
}

function implemented({ implementedFrom, implementedUntil }: ChangeRecord): readonly AdfNode[] {
  return from(implementedFrom, implementedUntil);
}
