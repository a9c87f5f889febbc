import { z } from 'zod';
import type { Evaluation, Finding } from '../../domain/policy/evaluation';
import type { Reason } from '../../domain/reason';
import { approvalReasons } from './reasons/approval-reasons';
import { calendarReasons } from './reasons/calendar-reasons';
import { fieldReasons } from './reasons/field-reasons';
import { peopleReasons } from './reasons/people-reasons';
import { processReasons } from './reasons/process-reasons';
import { remedy } from './reasons/remedies';
import { gate, instant } from './stored-parts';

export const reason = z.discriminatedUnion('code', [
  ...fieldReasons,
  ...approvalReasons,
  ...peopleReasons,
  ...calendarReasons,
  ...processReasons,
]) satisfies z.ZodType<Reason>;

const finding: z.ZodType<Finding> = z.lazy(() =>
  z.strictObject({
    met: z.enum(['yes', 'no', 'unknown']),
    reason,
    remedy: remedy.exactOptional(),
    parts: z.array(finding).exactOptional(),
  }),
);

/** A decision with everything that led to it, so that anyone can decide it again. */
export const evaluation = z.strictObject({
  verdict: z.enum(['allow', 'warn', 'block']),
  gate,
  instant,
  policyId: z.string(),
  policyVersion: z.string(),
  rules: z.array(
    z.strictObject({
      ruleId: z.string(),
      clauses: z.array(z.string()),
      strength: z.enum(['block', 'warn']),
      status: z.enum(['met', 'unmet', 'waived', 'excepted', 'unknown', 'not-applicable']),
      findings: z.array(finding),
    }),
  ),
}) satisfies z.ZodType<Evaluation>;
