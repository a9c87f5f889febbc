import { z } from 'zod';
import { withAccount } from './upgrade-votes-v1';

const loose = <S extends z.ZodRawShape>(shape: S) => z.looseObject(shape);

const finding = loose({ reason: loose({ code: z.string() }), parts: z.array(z.unknown()).optional() });
const ruleResult = loose({ findings: z.array(z.unknown()) });
const evaluation = loose({ rules: z.array(ruleResult) });
const recordedVote = loose({ vote: z.unknown() });

const firstForm = loose({
  record: loose({
    votes: z.union([z.array(recordedVote), loose({ unknown: z.string() })]),
    policy: loose({}).nullable(),
    evaluation: evaluation.nullable(),
  }),
});

/**
 * A record of the first form in the second one: votes say from which account they came, the policy says which fields are
 * its own (it had none), and the separation of duties has reasons for every pair of duties. The digest in the ledger is
 * that of the first form.
 */
export function upgradeRecord(document: unknown): unknown {
  const first = firstForm.safeParse(document);
  // What is not of the first form is left for the contract to refuse, with its reason.
  if (!first.success) return document;
  const { record } = first.data;
  return {
    ...first.data,
    record: {
      ...record,
      votes: Array.isArray(record.votes)
        ? record.votes.map((recorded) => ({ ...recorded, vote: withAccount(recorded.vote) }))
        : record.votes,
      policy: record.policy && { ...record.policy, fields: {} },
      evaluation: record.evaluation && {
        ...record.evaluation,
        rules: record.evaluation.rules.map((rule) => ({ ...rule, findings: rule.findings.map(withReason) })),
      },
    },
  };
}

function withReason(before: unknown): unknown {
  const read = finding.safeParse(before);
  if (!read.success) return before;
  const { parts, ...rest } = read.data;
  const reason = reasonNow(rest.reason);
  return parts === undefined ? { ...rest, reason } : { ...rest, reason, parts: parts.map(withReason) };
}

function reasonNow(reason: { readonly code: string; readonly by?: unknown }): unknown {
  if (reason.code === 'requester-vote-ignored') return { code: 'vote-left-out', by: reason.by, duty: 'requester' };
  if (reason.code === 'requester-did-not-vote') return { code: 'duties-separate', duties: ['requester', 'approver'] };
  return reason;
}
