import { z } from 'zod';
import { GATES, type Gate } from '../../domain/change/lifecycle';
import type { Instant } from '../../domain/instant';
import type { Policy } from '../../domain/policy/policy';
import { STATE_VERDICTS, type ChangeState, type SaidState } from '../../domain/shown-state/change-state';
import { GATE_TITLES } from '../field-titles';
import { missingThings, stateText } from '../state-text';
import { roleTitle } from '../wording/names-of-people';

/** An issue with the schema of each of its fields, by which a field of an app is found. */
export const issueWithSchemas = z.object({
  fields: z.record(z.string(), z.unknown()),
  schema: z.record(z.string(), z.object({ custom: z.string().optional() })),
});

/** What the field holds, as `schema` in manifest.yml says. */
const stateValue = z.object({
  verdict: z.enum(STATE_VERDICTS),
  gate: z.string().optional(),
  since: z.string(),
});

/** The form in which Jira indexes instants: minutes, with an offset. */
const MINUTE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}Z$/;
const MOST_THINGS = 25;
const LONGEST_TEXT = 250;

/** What the field says, or undefined where it holds nothing that this app has written. */
export function saidIn(value: unknown): SaidState | undefined {
  const parsed = stateValue.safeParse(value);
  if (!parsed.success || !MINUTE.test(parsed.data.since)) return undefined;
  const { verdict, gate, since } = parsed.data;
  return { verdict, gate: gateCalled(gate), since: since.replace('Z', ':00.000Z') };
}

function gateCalled(title: string | undefined): Gate | null {
  return GATES.find((gate) => GATE_TITLES[gate] === title) ?? null;
}

/** The value of the field for a state; instants are cut to the minute, and what is empty is left out. */
export function stateValueOf(state: ChangeState, policy: Policy | undefined): Readonly<Record<string, unknown>> {
  const { verdict, gate, roles, since, due, open } = state;
  const missing = policy === undefined ? [] : missingThings(state, policy).slice(0, MOST_THINGS);
  return {
    text: shortened(stateText(state, policy)),
    verdict,
    ...(gate !== null && { gate: GATE_TITLES[gate] }),
    ...(missing.length > 0 && { missing }),
    ...(roles.length > 0 && { waitingFor: roles.map((role) => (policy ? roleTitle(policy, role) : role)) }),
    since: minute(since),
    open,
    ...(due !== null && { due: minute(due) }),
  };
}

/** A character of two units stays whole: half of one is no text that could be sent. */
function shortened(text: string): string {
  if (text.length <= LONGEST_TEXT) return text;
  return `${text.slice(0, LONGEST_TEXT - 1).replace(/\p{Surrogate}$/u, '')}…`;
}

function minute(instant: Instant): string {
  return `${instant.slice(0, 'yyyy-mm-ddThh:mm'.length)}Z`;
}
