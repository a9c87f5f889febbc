import { gateMessage, itemLine } from '../src/contracts/gate-message';
import { policyFile } from '../src/contracts/policy-document';
import { checklistOf, type CheckedItem } from '../src/domain/policy/checklist';
import { evaluatePolicy } from '../src/domain/policy/evaluate-policy';
import type { Evaluation } from '../src/domain/policy/evaluation';
import type { Policy } from '../src/domain/policy/policy';
import { factsOfFile } from './facts-file';
import { factsFileFor } from './facts-references';
import type { Outcome } from './outcome';
import { requireFile } from './read-file';

const VERDICTS = {
  allow: 'It may pass.',
  warn: 'It may pass, with a reason or an exception on record.',
  block: 'It may not pass.',
} as const;

const MARKS: Readonly<Record<CheckedItem['state'], string>> = {
  met: '[x]',
  unmet: '[ ]',
  unknown: '[?]',
  waived: '[~]',
  excepted: '[~]',
};

/** Whether a change may pass a gate under a policy, and why. Status 0 where it may, else 1. */
export function decideFile(policyPath: string, factsPath: string, { json }: { readonly json: boolean }): Outcome {
  const policy = requireFile(policyPath, policyFile);
  const file = requireFile(factsPath, factsFileFor(policy));
  const evaluation = evaluatePolicy(policy, factsOfFile(file, policy), file.gate, file.instant);
  const text = json ? JSON.stringify(evaluation, null, 2) : linesOf(evaluation, policy).join('\n');
  return { status: evaluation.verdict === 'block' ? 1 : 0, text };
}

function linesOf(evaluation: Evaluation, policy: Policy): readonly string[] {
  const { gate, instant, verdict } = evaluation;
  const items = checklistOf(evaluation).map((item) => `${MARKS[item.state]} ${itemLine(item, policy)}`);
  return [
    `${policy.title}, version ${policy.version}: ${gate} at ${instant}`,
    VERDICTS[verdict],
    '',
    ...items,
    ...(verdict === 'block' ? ['', 'In Jira:', gateMessage(evaluation, policy)] : []),
  ];
}
