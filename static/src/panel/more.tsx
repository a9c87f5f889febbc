import { type GovernedPanel, type PanelView } from '../../../src/contracts/api/panel-api';
import { Disclosure } from '../elements/disclosure';
import { type Actions } from '../elements/use-actions';
import { Exceptions } from './exceptions';
import { History } from './history';
import { OwnRoles } from './own-roles';
import { TimeWindows } from './time-windows';

interface Props {
  readonly panel: GovernedPanel;
  readonly actions: Actions<PanelView>;
}

/** What is looked at now and then, each behind a button. */
export function More({ panel, actions }: Props) {
  const { time, exceptions, delegations, votes, change, record } = panel;
  const inTheWay =
    time.windows.filter(({ kind, binds }) => kind === 'freeze' && binds).length + (time.conflicts ?? []).length;
  // What is new on record shows in one of these; the ledger is then read again.
  const state = [votes.length, exceptions.asked.length, change.stage, record?.seq].join(' ');
  const hasRoles =
    delegations !== null && delegations.roles.length + delegations.given.length + delegations.held.length > 0;
  return (
    <section aria-label="More about this change" className="more">
      <Disclosure
        label={inTheWay === 0 ? 'Window and conflicts' : `Window and conflicts (${String(inTheWay)} in the way)`}
      >
        <TimeWindows time={time} />
      </Disclosure>
      {exceptions.possible && (
        <Disclosure
          label={
            exceptions.asked.length === 0 ? 'Exceptions' : `Exceptions (${String(exceptions.asked.length)} asked for)`
          }
        >
          <Exceptions panel={panel} actions={actions} />
        </Disclosure>
      )}
      {delegations !== null && hasRoles && (
        <Disclosure label="Your roles">
          <OwnRoles delegations={delegations} names={panel.names} actions={actions} />
        </Disclosure>
      )}
      <Disclosure label="History">
        <History key={state} />
      </Disclosure>
    </section>
  );
}
