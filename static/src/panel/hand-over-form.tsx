import Select from '@atlaskit/select';
import Textfield from '@atlaskit/textfield';
import { useContext, useId, useState } from 'react';
import { type NamedPersonView } from '../../../src/contracts/api/named-person';
import { panelApi, type DelegationsView, type PanelView } from '../../../src/contracts/api/panel-api';
import { callBackend } from '../bridge/call-backend';
import { countText } from '../elements/count-text';
import { PersonPicker } from '../elements/person-picker';
import { ReaderZone } from '../elements/reader-zone';
import { type Actions } from '../elements/use-actions';
import { dayAfter, daysFromTo, instantAt } from '../elements/zoned-time';
import { StepForm } from './step-form';

type OwnRole = DelegationsView['roles'][number];

interface Props {
  readonly roles: readonly OwnRole[];
  readonly longestDays: number;
  readonly actions: Actions<PanelView>;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

const findDeputies = (text: string) => callBackend('findDeputies', panelApi.findDeputies, { text });

/** Hands a role of the reader's own to somebody for some days, from the start of the first to the end of the last. */
export function HandOverForm({ roles, longestDays, actions, onDone, onCancel }: Props) {
  const zone = useContext(ReaderZone);
  const id = useId();
  const [only] = roles;
  const [role, setRole] = useState<OwnRole | null>(roles.length === 1 ? (only ?? null) : null);
  const [to, setTo] = useState<NamedPersonView | null>(null);
  const [days, setDays] = useState({ first: '', last: '' });
  const [problem, setProblem] = useState<string>();
  const send = async () => {
    const end = dayAfter(days.last);
    const since = instantAt(`${days.first}T00:00`, zone);
    const until = end === undefined ? undefined : instantAt(`${end}T00:00`, zone);
    if (role === null || to === null || since === undefined || until === undefined) {
      setProblem('Choose the role, the person, and both days.');
      return;
    }
    const length = daysFromTo(days.first, days.last);
    if (length < 1 || length > longestDays) {
      setProblem(
        length < 1 ? 'The last day lies before the first one.' : `Choose ${countText(longestDays, 'day')} at most.`,
      );
      return;
    }
    setProblem(undefined);
    const taken = await actions.run('handOverRole', 'The role is handed over.', () =>
      callBackend('handOverRole', panelApi.handOverRole, { role: role.role, to: to.accountId, since, until }),
    );
    if (taken) onDone();
  };
  const day = (name: 'first' | 'last', label: string) => (
    <div>
      <label htmlFor={`${id}-${name}`}>{label}</label>
      <Textfield
        id={`${id}-${name}`}
        type="date"
        value={days[name]}
        onChange={(event) => setDays({ ...days, [name]: event.currentTarget.value })}
      />
    </div>
  );
  return (
    <StepForm
      label="Hand a role over"
      confirm="Hand over"
      isBusy={actions.busy === 'handOverRole'}
      problem={problem}
      failure={actions.failure?.name === 'handOverRole' ? actions.failure.error : undefined}
      onConfirm={() => void send()}
      onCancel={onCancel}
    >
      <p className="subtle">
        For {countText(longestDays, 'day')} at most, in every change. You keep the role and can still vote.
      </p>
      <div className="step-fields">
        <div>
          <label htmlFor={`${id}-role`}>Role</label>
          <Select<OwnRole>
            inputId={`${id}-role`}
            options={[...roles]}
            value={role}
            getOptionLabel={({ title }) => title}
            getOptionValue={({ role: value }) => value}
            placeholder="Choose a role"
            onChange={setRole}
          />
        </div>
        <PersonPicker label="To" ask={findDeputies} value={to} onChange={setTo} />
        {day('first', 'First day')}
        {day('last', 'Last day')}
      </div>
    </StepForm>
  );
}
