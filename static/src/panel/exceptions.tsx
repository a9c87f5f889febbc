import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { type GovernedPanel, type PanelView } from '../../../src/contracts/api/panel-api';
import { type Actions } from '../elements/use-actions';
import { useReturnedFocus } from '../elements/use-returned-focus';
import { AskException } from './ask-exception';

interface Props {
  readonly panel: GovernedPanel;
  readonly actions: Actions<PanelView>;
}

/** What the change asks an exception from, who may grant it, and the way to ask for one. */
export function Exceptions({ panel, actions }: Props) {
  const [isAsking, setAsking] = useState(false);
  const opener = useReturnedFocus(isAsking);
  const { asked, grantedBy, offered } = panel.exceptions;
  const close = () => {
    setAsking(false);
    actions.forget();
  };
  return (
    <>
      {asked.length === 0 ? (
        <p>This change asks for no exception.</p>
      ) : (
        <>
          <p>This change asks for an exception from:</p>
          <ul className="asked">
            {asked.map(({ name, text }) => (
              <li key={name}>
                <strong>{name}</strong> {text !== '' && <span className="subtle">{text}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
      {grantedBy !== null && (
        <p className="subtle">
          Granted with the approval of {grantedBy}, on the plan that asks for it. Asking edits the plan: approvals given
          before no longer count.
        </p>
      )}
      {panel.me.grants.length > 0 && panel.me.mayVote && (
        <p>
          <strong>If you approve, you also grant this: {panel.me.grants.join(', ')}.</strong>
        </p>
      )}
      {offered.length === 0 && panel.gate !== null && (
        <p className="subtle">Nothing that is missing now can be excepted.</p>
      )}
      {offered.length > 0 && !isAsking && (
        <div className="vote-buttons">
          <Button ref={opener} onClick={() => setAsking(true)}>
            Ask for an exception…
          </Button>
        </div>
      )}
      {isAsking && offered.length > 0 && (
        <AskException
          exceptions={panel.exceptions}
          actions={actions}
          onDone={() => setAsking(false)}
          onCancel={close}
        />
      )}
    </>
  );
}
