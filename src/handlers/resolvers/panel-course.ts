import type { ClockItem, EmergencyView, TimeView } from '../../contracts/api/panel-api';
import { clockTerm } from '../../contracts/clock-text';
import { emergencyTexts } from '../../contracts/emergency-text';
import { fieldTitle } from '../../contracts/field-titles';
import { causeText } from '../../contracts/reason-text';
import { capital } from '../../contracts/wording/lists';
import type { ChangeClock } from '../../domain/obligation/clock-of-change';
import type { TimeAround } from '../../domain/policy/known-windows';
import type { Policy } from '../../domain/policy/policy';
import type { ChangeStanding } from '../../usecases/view-change';
import { checkItem, clauseRefs } from './panel-check-item';

/** A duty with a term, in words. */
export function clockItem({ clock, standing, missing }: ChangeClock, policy: Policy): ClockItem {
  return {
    id: clock.id,
    title: clock.title,
    clauses: clauseRefs(clock.clauses, policy),
    state: standing.state,
    dueAt: standing.dueAt,
    term: clockTerm(clock),
    missing: missing.map((field) => fieldTitle(policy, field)),
  };
}

/** How the policy lets this emergency pass; null for a change that is none. */
export function emergencyViewOf({ emergency, clocks, policy, gate, evaluation }: ChangeStanding): EmergencyView | null {
  if (emergency === undefined) return null;
  const isUnderWay = gate === 'complete' || gate === 'close';
  return {
    course: [...emergencyTexts(emergency, clocks, policy, isUnderWay)],
    mayExpedite: gate === 'expedite' && evaluation?.verdict !== 'block',
    afterwards: gate === 'close' ? [] : emergency.afterwards.map((item) => checkItem(item, policy)),
  };
}

/** The windows and the changes around the planned time. */
export function timeViewOf({ planned, windows, windowsUnknown, conflicts }: TimeAround): TimeView {
  return {
    planned: planned === undefined ? null : { from: planned.from, until: planned.until },
    windows: windows.map(({ window, binds }) => ({
      title: window.title,
      kind: window.kind,
      strength: window.kind === 'freeze' ? window.strength : null,
      from: window.interval.from,
      until: window.interval.until,
      binds,
    })),
    unknown: windowsUnknown === undefined ? null : capital(causeText(windowsUnknown)),
    conflicts: conflicts?.map(({ key, planned: { from, until } }) => ({ key, from, until })) ?? null,
  };
}
