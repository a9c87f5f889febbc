import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { setupApi, type FieldMapView } from '../../../../src/contracts/api/setup-api';
import { callBackend } from '../../bridge/call-backend';
import { FailedMessage } from '../../elements/failed-message';
import { LoadingMessage } from '../../elements/loading-message';
import { ReadingFailure } from '../../elements/reading-failure';
import { StatusLine } from '../../elements/status-line';
import { useActions } from '../../elements/use-actions';
import { useReading } from '../../elements/use-reading';
import { FieldPlace } from './field-place';

const readMap = () => callBackend('fieldMap', setupApi.fieldMap, {});

/** Which field of Jira holds which part of a change, for every governed project, and another one in its place. */
export function FieldMapSection() {
  const { reading, refresh, replace } = useReading(readMap);
  return (
    <>
      {reading.state === 'loading' && <LoadingMessage what="Reading where the parts of a change are…" />}
      <ReadingFailure reading={reading} what="The field map could not be read." onRetry={refresh} />
      {reading.state === 'ready' && <FieldMapEditor view={reading.value} replace={replace} />}
    </>
  );
}

interface Props {
  readonly view: FieldMapView;
  readonly replace: (view: FieldMapView) => void;
}

function FieldMapEditor({ view, replace }: Props) {
  const [edits, setEdits] = useState<Readonly<Record<string, string>>>({});
  const actions = useActions(replace);
  const count = Object.keys(edits).length;
  const save = async () => {
    const saved = await actions.run('saveFieldMap', 'The field map is saved.', () =>
      callBackend('saveFieldMap', setupApi.saveFieldMap, { revision: view.revision, fields: edits }),
    );
    if (saved) setEdits({});
  };
  const choose = (field: string, id: string, now: string | undefined) =>
    setEdits((before) => {
      const others = Object.entries(before).filter(([name]) => name !== field);
      return Object.fromEntries(id === now ? others : [...others, [field, id]]);
    });
  return (
    <>
      <StatusLine text={actions.said} />
      <p className="subtle setup-lead">
        The policy looks at these fields in every governed project. A change takes effect at once, and goes on record.
      </p>
      <ul className="field-places">
        {view.fields
          .filter(({ at }) => at !== null)
          .map((field) => (
            <li key={field.field}>
              <FieldPlace
                field={field}
                names={view.names}
                chosen={edits[field.field]}
                onChoose={(id) => choose(field.field, id, field.now?.id)}
              />
            </li>
          ))}
      </ul>
      {actions.failure && <FailedMessage what="The field map was not saved." error={actions.failure.error} />}
      {count > 0 && (
        <div className="save-bar">
          <span>{count === 1 ? '1 part moves' : `${String(count)} parts move`}</span>
          <div className="buttons">
            <Button appearance="subtle" onClick={() => setEdits({})}>
              Discard
            </Button>
            <Button appearance="primary" isLoading={actions.busy !== undefined} onClick={() => void save()}>
              Save the field map
            </Button>
          </div>
        </div>
      )}
    </>
  );
}
