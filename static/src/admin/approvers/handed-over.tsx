import { useState } from 'react';
import { adminApi, type AdminView, type DelegationView } from '../../../../src/contracts/api/admin-api';
import { callBackend } from '../../bridge/call-backend';
import { ConfirmDialog } from '../../elements/confirm-dialog';
import { Disclosure } from '../../elements/disclosure';
import { personName } from '../../elements/person-name';
import { type AdminActions } from '../use-admin-actions';
import { DelegationList } from './delegation-list';
import { HandOverForm } from './hand-over-form';

interface Props {
  readonly admin: AdminView;
  readonly actions: AdminActions;
  readonly refresh: () => void;
}

/** The roles that are handed over for a time: what holds now or will, and behind a button what is over. */
export function HandedOver({ admin, actions, refresh }: Props) {
  const [asked, setAsked] = useState<DelegationView>();
  const { delegations, names, longestDelegationDays: longestDays } = admin;
  const over = delegations.filter(({ state }) => state === 'over');
  const others = delegations.filter(({ state }) => state !== 'over');
  const end = async ({ role, from, to, since, state }: DelegationView) => {
    const payload = { settingsRevision: admin.settingsRevision, role, from, to, since };
    const said = state === 'now' ? 'The role went back.' : 'It is taken back.';
    const taken = await actions.run('endDelegation', said, () =>
      callBackend('endDelegation', adminApi.endDelegation, payload),
    );
    if (taken) setAsked(undefined);
  };
  const close = () => {
    setAsked(undefined);
    actions.forget();
  };
  return (
    <section aria-labelledby="handed-over">
      <h2 id="handed-over">Handed over for a time</h2>
      {others.length === 0 ? (
        <p>No role is handed over now or later.</p>
      ) : (
        <DelegationList delegations={others} names={names} onEnd={setAsked} />
      )}
      {over.length > 0 && (
        <Disclosure label={`Over (${String(over.length)})`}>
          <DelegationList delegations={over} names={names} onEnd={undefined} />
        </Disclosure>
      )}
      {longestDays === null ? (
        <p className="subtle">The policy in force does not let its roles be handed over.</p>
      ) : (
        <HandOverForm admin={admin} longestDays={longestDays} actions={actions} refresh={refresh} />
      )}
      {asked && (
        <ConfirmDialog
          title={asked.state === 'now' ? 'End this now?' : 'Take this back?'}
          confirm={asked.state === 'now' ? 'End it now' : 'Take it back'}
          isBusy={actions.busy === 'endDelegation'}
          failure={actions.failure?.name === 'endDelegation' ? actions.failure.error : undefined}
          failureAction={
            actions.failure?.error.code === 'moved-on'
              ? {
                  label: 'Show what is set now',
                  run: () => {
                    close();
                    refresh();
                  },
                }
              : undefined
          }
          onConfirm={() => void end(asked)}
          onClose={close}
        >
          <p>
            {asked.state === 'now'
              ? `${personName(names, asked.to)} no longer has the role ${asked.roleTitle} of ${personName(names, asked.from)}. Votes given until now keep their weight.`
              : `${personName(names, asked.to)} will not get the role ${asked.roleTitle} of ${personName(names, asked.from)}.`}
          </p>
          <p>This step goes on record with your name.</p>
        </ConfirmDialog>
      )}
    </section>
  );
}
