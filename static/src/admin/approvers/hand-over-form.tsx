import Button from '@atlaskit/button/new';
import Select from '@atlaskit/select';
import Textfield from '@atlaskit/textfield';
import { useContext, useState, type FormEvent } from 'react';
import { adminApi, type AdminView, type RoleView } from '../../../../src/contracts/api/admin-api';
import { callBackend } from '../../bridge/call-backend';
import { countText } from '../../elements/count-text';
import { FailedMessage } from '../../elements/failed-message';
import { PersonPicker } from '../../elements/person-picker';
import { ReaderZone } from '../../elements/reader-zone';
import { type AdminActions } from '../use-admin-actions';
import { delegationOf, handOverProblem, NOTHING_HANDED_OVER, type HandOver } from './hand-over';
import { searchPeople } from './search-holders';

interface Props {
  readonly admin: AdminView;
  readonly longestDays: number;
  readonly actions: AdminActions;
  readonly refresh: () => void;
}

/** Hands a role of one person to another for some days. */
export function HandOverForm({ admin, longestDays, actions, refresh }: Props) {
  const zone = useContext(ReaderZone);
  const [wanted, setWanted] = useState<HandOver>(NOTHING_HANDED_OVER);
  const [problem, setProblem] = useState<string>();
  const failure = actions.failure?.name === 'delegate' ? actions.failure.error : undefined;
  const change = (part: Partial<HandOver>) => {
    setWanted({ ...wanted, ...part });
    setProblem(undefined);
  };
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const missing = handOverProblem(wanted, longestDays);
    setProblem(missing);
    const delegation = delegationOf(wanted, zone);
    if (missing !== undefined || delegation === undefined) return;
    const taken = await actions.run('delegate', 'The role is handed over.', () =>
      callBackend('delegate', adminApi.delegate, { settingsRevision: admin.settingsRevision, ...delegation }),
    );
    if (taken) setWanted(NOTHING_HANDED_OVER);
  };
  const day = (name: 'firstDay' | 'lastDay', label: string) => (
    <div>
      <label htmlFor={`hand-over-${name}`}>{label}</label>
      <Textfield
        id={`hand-over-${name}`}
        type="date"
        value={wanted[name]}
        onChange={(event) => change({ [name]: event.currentTarget.value })}
      />
    </div>
  );
  return (
    <form className="hand-over" aria-labelledby="hand-over-title" onSubmit={(event) => void send(event)}>
      <h3 id="hand-over-title">Hand a role over</h3>
      <p className="subtle">
        For {countText(longestDays, 'day')} at most. Who it is taken from keeps the role and can still vote.
      </p>
      <div className="hand-over-fields">
        <div>
          <label htmlFor="hand-over-role">Role</label>
          <Select<RoleView>
            inputId="hand-over-role"
            options={admin.roles}
            value={wanted.role}
            getOptionLabel={({ title }) => title}
            getOptionValue={({ id }) => id}
            placeholder="Choose a role"
            onChange={(role) => change({ role })}
          />
        </div>
        <PersonPicker label="Of" ask={searchPeople} value={wanted.from} onChange={(from) => change({ from })} />
        <PersonPicker label="To" ask={searchPeople} value={wanted.to} onChange={(to) => change({ to })} />
        {day('firstDay', 'First day')}
        {day('lastDay', 'Last day')}
      </div>
      {problem !== undefined && (
        <p role="alert" className="field-problem">
          {problem}
        </p>
      )}
      {failure && (
        <FailedMessage
          what="The role was not handed over."
          error={failure}
          {...(failure.code === 'moved-on' ? { onRetry: refresh, retryLabel: 'Show what is set now' } : {})}
        />
      )}
      <div className="buttons">
        <Button type="submit" isLoading={actions.busy === 'delegate'}>
          Hand over
        </Button>
      </div>
    </form>
  );
}
