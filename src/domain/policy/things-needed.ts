import { canonicalJson } from '../canonical';
import type { Evaluation, Finding } from './evaluation';

/**
 * How many things would be enough to pass: what several rules ask for counts once, and of alternatives only as many
 * as are asked for, those first that need least.
 */
export function thingsNeeded(evaluation: Evaluation): number {
  const needed = new Set<string>();
  for (const { status, findings } of evaluation.rules) {
    if (status === 'unmet' || status === 'unknown') addAll(findings, needed);
  }
  return needed.size;
}

function addAll(findings: readonly Finding[], needed: Set<string>): void {
  for (const finding of findings) add(finding, needed);
}

/** A finding that is remedied as a whole is one thing, whatever its parts. */
function add(finding: Finding, needed: Set<string>): void {
  const { met, reason, remedy, parts = [] } = finding;
  if (met === 'yes') return;
  if (parts.length === 0 || remedy !== undefined) needed.add(canonicalJson(reason));
  else addAll(enoughOf(finding, parts, needed), needed);
}

function enoughOf({ reason }: Finding, parts: readonly Finding[], needed: ReadonlySet<string>): readonly Finding[] {
  const open = parts.filter(({ met }) => met !== 'yes');
  if (reason.code !== 'any-of' && reason.code !== 'at-least') return open;
  const asked = reason.code === 'any-of' ? 1 : reason.needed - reason.have;
  const costs = new Map(open.map((part) => [part, costOf(part, needed)]));
  return [...open].sort((a, b) => (costs.get(a) ?? 0) - (costs.get(b) ?? 0)).slice(0, asked);
}

function costOf(finding: Finding, needed: ReadonlySet<string>): number {
  const more = new Set(needed);
  add(finding, more);
  return more.size - needed.size;
}
