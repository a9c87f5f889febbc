import { standingVotesAnyPoint } from '../../approval/kept-weights';
import { endOfFreeze, freezesTouching, type FreezeWindow } from '../../calendar/calendar-window';
import type { Interval } from '../../calendar/interval';
import type { Gate } from '../../change/lifecycle';
import { later, type Instant } from '../../instant';
import type { Remedy } from '../../reason';
import { bindingWindows, calendarSubjectOf } from '../binding-windows';
import type { Finding } from '../evaluation';
import { askedExceptions } from '../exceptions';
import { notKnown } from '../not-known';
import { findOpenPlan } from '../open-plan';
import { plannedInterval } from '../planned-interval';
import type { RuleContext, RuleKind } from '../rule';

/** Gates behind which the implementation begins: whatever was planned, it is now that something is changed. */
const BEGINNINGS: readonly Gate[] = ['implement', 'expedite'];

/**
 * The planned time touches no freeze of the rule's strengths, and where the implementation begins with this gate, neither
 * does the moment itself. Of a freeze that somebody may grant an exemption from, a change is exempt when it asks for that
 * by the freeze's id or title, and a holder of that role approved it.
 */
export const outsideFreezes: RuleKind<'outside-freezes'> = {
  kind: 'outside-freezes',
  evaluate: (rule, context) => {
    const open = findOpenPlan(context.facts);
    const windows = bindingWindows(context);
    if (windows.state === 'unknown') return [...open, notKnown({ code: 'calendar-unknown', cause: windows.cause })];
    const freezes = windows.value.filter(
      (window): window is FreezeWindow => window.kind === 'freeze' && rule.freezes.includes(window.strength),
    );
    const found = [...open, ...findFreezes(freezes, context)];
    return found.length > 0 ? found : [{ met: 'yes', reason: { code: 'outside-freezes' } }];
  },
  needs: () => ({ windows: true }),
};

/** A time at which something is changed, and what to do where that has to be later. */
interface WorkTime {
  readonly interval: Interval;
  readonly remedy: (end: Instant) => Remedy;
}

/** One finding for each freeze that is touched; one that both the plan and the moment touch is a matter of the plan. */
function findFreezes(freezes: readonly FreezeWindow[], context: RuleContext): readonly Finding[] {
  const subject = calendarSubjectOf(context.facts);
  const binding = freezes.filter((freeze) => findExemption(freeze, context) === undefined);
  const found = new Map<FreezeWindow, Finding>();
  for (const { interval, remedy } of workTimes(context)) {
    const end = endOfFreeze(binding, interval, subject);
    for (const freeze of freezesTouching(freezes, interval, subject)) {
      if (found.has(freeze)) continue;
      const wait = remedy(end ?? freeze.interval.until);
      found.set(freeze, findExemption(freeze, context) ?? inFreeze(freeze, wait));
    }
  }
  return [...found.values()];
}

function workTimes({ facts, gate, instant }: RuleContext): readonly WorkTime[] {
  const times: WorkTime[] = [];
  const planned = plannedInterval(facts);
  if (planned !== undefined) times.push({ interval: planned, remedy: (end) => ({ do: 'plan-after', instant: end }) });
  if (BEGINNINGS.includes(gate)) {
    times.push({ interval: momentOf(instant), remedy: (end) => ({ do: 'wait', until: end }) });
  }
  return times;
}

/** The shortest interval that holds the instant. */
function momentOf(instant: Instant): Interval {
  return { from: instant, until: later(instant, 1) };
}

function inFreeze({ title, interval, exemptionBy }: FreezeWindow, wait: Remedy): Finding {
  return {
    met: 'no',
    reason: { code: 'in-freeze', window: title, ...interval },
    remedy: exemptionBy === undefined ? wait : { do: 'ask-exemption', window: title, role: exemptionBy },
  };
}

/** The approval that exempts the change from a freeze, where it asks for that. */
function findExemption({ id, title, exemptionBy: role }: FreezeWindow, context: RuleContext): Finding | undefined {
  if (role === undefined) return undefined;
  const names = [id.toLowerCase(), title.toLowerCase()];
  if (!askedExceptions(context).some((asked) => names.includes(asked.trim().toLowerCase()))) return undefined;
  const voice = standingVotesAnyPoint(context).find(({ roles }) => roles.includes(role));
  return voice && { met: 'yes', reason: { code: 'freeze-exempted', window: title, role, by: voice.vote.by } };
}
