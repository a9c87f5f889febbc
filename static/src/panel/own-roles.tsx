import Button from '@atlaskit/button/new';
import { lazy, Suspense, useContext, useState } from 'react';
import {
  panelApi,
  type DelegationsView,
  type HandedOverView,
  type PanelView,
} from '../../../src/contracts/api/panel-api';
import { callBackend } from '../bridge/call-backend';
import { absoluteDay } from '../elements/instant-text';
import { LoadingMessage } from '../elements/loading-message';
import { personName, type Names } from '../elements/person-name';
import { ReaderZone } from '../elements/reader-zone';
import { type Actions } from '../elements/use-actions';
import { useReturnedFocus } from '../elements/use-returned-focus';
import { StepForm } from './step-form';

/** The pickers are as large as the rest of the panel, and most readers never see them. */
const HandOverForm = lazy(async () => ({ default: (await import('./hand-over-form')).HandOverForm }));

interface Props {
  readonly delegations: DelegationsView;
  readonly names: Names;
  readonly actions: Actions<PanelView>;
}

/** The roles that the reader has from others or handed over, and the way to hand one over. */
export function OwnRoles({ delegations: { longestDays, roles, given, held }, names, actions }: Props) {
  const [isHandingOver, setHandingOver] = useState(false);
  const opener = useReturnedFocus(isHandingOver);
  const zone = useContext(ReaderZone);
  const close = () => {
    setHandingOver(false);
    actions.forget();
  };
  return (
    <>
      {held.map(({ role, roleTitle, from, until }) => (
        <p key={`${role} ${from} ${until}`}>
          You act for {personName(names, from)} as {roleTitle} until {absoluteDay(Date.parse(until) - 1, zone)}.
        </p>
      ))}
      {given.length > 0 && (
        <ul className="given">
          {given.map((one) => (
            <Given key={`${one.role} ${one.to} ${one.since}`} given={one} names={names} actions={actions} />
          ))}
        </ul>
      )}
      {roles.length === 0 && held.length === 0 && given.length === 0 && (
        <p>You hold no role that the policy lets you hand over.</p>
      )}
      {roles.length > 0 && !isHandingOver && (
        <div className="vote-buttons">
          <Button ref={opener} onClick={() => setHandingOver(true)}>
            Hand a role over…
          </Button>
        </div>
      )}
      {isHandingOver && (
        <Suspense fallback={<LoadingMessage what="Opening the form…" />}>
          <HandOverForm
            roles={roles}
            longestDays={longestDays}
            actions={actions}
            onDone={() => setHandingOver(false)}
            onCancel={close}
          />
        </Suspense>
      )}
    </>
  );
}

interface GivenProps {
  readonly given: HandedOverView;
  readonly names: Names;
  readonly actions: Actions<PanelView>;
}

function Given({ given: { role, roleTitle, to, since, until, state }, names, actions }: GivenProps) {
  const [isEnding, setEnding] = useState(false);
  const opener = useReturnedFocus(isEnding);
  const zone = useContext(ReaderZone);
  const name = personName(names, to);
  const step = `takeBackRole ${role} ${to} ${since}`;
  const what = state === 'now' ? 'End it' : 'Take it back';
  const end = () =>
    actions.run(step, 'The role went back.', () =>
      callBackend('takeBackRole', panelApi.takeBackRole, { role, to, since }),
    );
  return (
    <li>
      <p>
        <strong>{name}</strong> acts for you as {roleTitle}
        {state === 'later' ? ` from ${absoluteDay(since, zone)}` : ''} until {absoluteDay(Date.parse(until) - 1, zone)}.
      </p>
      {isEnding ? (
        <StepForm
          label={`${what}: ${name} as ${roleTitle}`}
          confirm={`${what} now`}
          isBusy={actions.busy === step}
          failure={actions.failure?.name === step ? actions.failure.error : undefined}
          onConfirm={() => void end()}
          onCancel={() => {
            setEnding(false);
            actions.forget();
          }}
        >
          <p>{name} can no longer act for you then. Votes given until now keep their weight.</p>
        </StepForm>
      ) : (
        <Button
          ref={opener}
          spacing="compact"
          aria-label={`${what}: ${name} as ${roleTitle}`}
          onClick={() => setEnding(true)}
        >
          {what}…
        </Button>
      )}
    </li>
  );
}
