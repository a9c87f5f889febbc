import type { ChangeField } from '../../src/domain/change/change-field';
import type { Condition } from '../../src/domain/policy/condition';
import type { Policy } from '../../src/domain/policy/policy';
import type { ApprovalRule, RequiredFieldsRule, Rule } from '../../src/domain/policy/policy-rule';

const NORMAL: Condition = { field: 'changeType', in: ['Normal'] };
const STANDARD: Condition = { field: 'changeType', in: ['Standard'] };
const EMERGENCY: Condition = { field: 'changeType', in: ['Emergency'] };
const NOT_EMERGENCY: Condition = { not: EMERGENCY };
const HIGH: Condition = { risk: ['High'] };
const PAYMENTS: Condition = { field: 'category', in: ['Payments', 'Identity'] };
const PRODUCTION: Condition = { field: 'environment', in: ['Production'] };
const PERSONAL_DATA: Condition = { field: 'dataClass', in: ['Personal', 'Regulated'] };

const AT_AUTHORIZE = { gates: ['authorize'], strength: 'block' } as const;

function filled(id: string, field: ChangeField, when?: Condition): RequiredFieldsRule {
  const rule = { ...AT_AUTHORIZE, id, kind: 'required-fields', clauses: [`C-${id}`], fields: [field] } as const;
  return when === undefined ? rule : { ...rule, when };
}

function approved(id: string, requirement: ApprovalRule['requirement'], when?: Condition): ApprovalRule {
  const rule = {
    ...AT_AUTHORIZE,
    id,
    kind: 'approval',
    clauses: [`C-${id}`],
    point: 'authorize',
    requirement,
  } as const;
  return when === undefined ? rule : { ...rule, when };
}

/** Forty rules that all apply at one gate: fields with and without conditions, approvals of every form, duties, types. */
const RULES: readonly Rule[] = [
  filled('summary', 'summary'),
  filled('description', 'description'),
  filled('justification', 'businessJustification'),
  filled('impact', 'impactAnalysis'),
  filled('risk', 'riskLevel'),
  filled('category', 'category'),
  filled('environment', 'environment'),
  filled('data', 'dataClass'),
  filled('start', 'plannedStart', NOT_EMERGENCY),
  filled('end', 'plannedEnd', NOT_EMERGENCY),
  filled('rollback', 'rollbackSteps'),
  filled('rollback-owner', 'rollbackOwner', { any: [NORMAL, EMERGENCY] }),
  filled('rollback-trigger', 'rollbackTrigger', { any: [NORMAL, EMERGENCY] }),
  filled('tests', 'testPlan', NOT_EMERGENCY),
  filled('results', 'testResults', { all: [NORMAL, PRODUCTION] }),
  filled('evidence', 'testEvidence', { all: [PRODUCTION, HIGH] }),
  filled('review', 'codeReview', { all: [NORMAL, PRODUCTION] }),
  filled('implementer', 'implementer'),
  filled('tester', 'tester', NORMAL),
  filled('verifier', 'verifier', { all: [NORMAL, HIGH] }),
  filled('assessment', 'riskAssessment', { riskAtLeast: 'Medium' }),
  filled('plan', 'implementationPlan', NORMAL),
  filled('scope', 'scope', { not: { any: [STANDARD, EMERGENCY] } }),
  filled('documents', 'affectedDocuments', { all: [NORMAL, PAYMENTS] }),
  filled('told', 'notified', { all: [PRODUCTION, { any: [HIGH, PAYMENTS] }] }),
  filled('emergency-reason', 'emergencyReason', EMERGENCY),
  filled('incident', 'verification', { all: [EMERGENCY, HIGH] }),
  filled('template', 'standardTemplate', STANDARD),
  filled('exception', 'deviationReason', { all: [STANDARD, { not: { risk: ['Low'] } }] }),
  { ...filled('soft-review', 'postImplementationReview', { all: [HIGH, PERSONAL_DATA] }), strength: 'warn' },
  { ...filled('soft-follow-up', 'followUps', { all: [EMERGENCY, PAYMENTS] }), strength: 'warn' },
  approved('owner', { role: 'owner' }, NOT_EMERGENCY),
  approved('security', { anyOf: [{ role: 'security' }, { role: 'ciso' }] }, PERSONAL_DATA),
  approved('both', { allOf: [{ role: 'owner' }, { role: 'platform' }] }, { all: [NORMAL, PRODUCTION] }),
  approved('final', { allOf: [{ role: 'owner' }, { role: 'cto' }], inOrder: true }, HIGH),
  approved(
    'two-of-three',
    { atLeast: 2, of: [{ role: 'owner' }, { role: 'platform' }, { role: 'security' }] },
    PAYMENTS,
  ),
  approved('duty-manager', { anyOf: [{ role: 'duty-manager' }, { role: 'cto' }] }, EMERGENCY),
  {
    ...AT_AUTHORIZE,
    id: 'types',
    kind: 'allowed-types',
    clauses: ['C-types'],
    types: ['Normal', 'Standard', 'Emergency'],
  },
  {
    ...AT_AUTHORIZE,
    id: 'no-short-cut',
    kind: 'allowed-types',
    clauses: ['C-short'],
    when: HIGH,
    types: ['Normal', 'Emergency'],
  },
  {
    ...AT_AUTHORIZE,
    id: 'separation',
    kind: 'separate-duties',
    clauses: ['C-separation'],
    pairs: [
      ['requester', 'approver'],
      ['implementer', 'approver'],
    ],
  },
];

const ROLES = ['owner', 'security', 'ciso', 'platform', 'cto', 'duty-manager'];

/** A policy of forty rules, of a kind that a general rule engine can be taught too. */
export const fortyRules: Policy = {
  schemaVersion: 2,
  id: 'FORTY',
  title: 'Forty rules',
  version: '1',
  about: {},
  roles: ROLES.map((id) => ({ id, title: id })),
  changeTypes: [
    { id: 'Normal', description: '', emergency: false },
    { id: 'Standard', description: '', emergency: false },
    { id: 'Emergency', description: '', emergency: true },
  ],
  categories: [],
  risk: { how: 'asked', levels: ['Low', 'Medium', 'High'] },
  fields: [],
  terms: [],
  scope: {},
  emergencies: { mode: 'both', bypasses: [], tell: [] },
  standardChanges: [],
  exceptions: 'none',
  delegation: 'none',
  materialFields: [
    'summary',
    'description',
    'impactAnalysis',
    'rollbackSteps',
    'plannedStart',
    'plannedEnd',
    'testPlan',
  ],
  calendar: { windows: [] },
  records: { retentionMonths: null, legalHold: false, notifications: [] },
  clocks: [],
  questions: [],
  answers: {},
  clauses: RULES.flatMap(({ clauses }) => clauses.map((id) => ({ id, text: '', service: 'enforced' as const }))),
  rules: RULES,
};

export const SPREAD_OVER = ['submit', 'authorize', 'implement', 'complete', 'close'] as const;

/** The same forty rules as a policy mostly has them: eight at each of five gates. */
export const fortyRulesSpread: Policy = {
  ...fortyRules,
  rules: RULES.map((rule, index) => ({ ...rule, gates: [SPREAD_OVER[index % SPREAD_OVER.length] ?? 'submit'] })),
};
