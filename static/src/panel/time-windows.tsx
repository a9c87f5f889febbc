import Lozenge from '@atlaskit/lozenge/lozenge';
import { type TimeView } from '../../../src/contracts/api/panel-api';
import { issuePath } from '../bridge/open-in-product';
import { ProductLink } from '../elements/product-link';
import { TimeStamp } from '../elements/time-stamp';

type Window = TimeView['windows'][number];

/** When the change is planned, which windows of the policy that touches, and which other changes it meets. */
export function TimeWindows({ time }: { readonly time: TimeView }) {
  const { planned, windows, unknown, conflicts } = time;
  return (
    <div className="time-windows">
      {planned === null ? (
        <p>No time is planned yet: Planned start and Planned end are not both filled in.</p>
      ) : (
        <p>
          Planned <Stretch from={planned.from} until={planned.until} />
        </p>
      )}
      {unknown !== null && <p className="vote-why">The windows could not be read: {unknown}</p>}
      {planned !== null && unknown === null && windows.length === 0 && (
        <p>No freeze and no maintenance window of the policy touches this time.</p>
      )}
      {windows.length > 0 && (
        <ul className="windows">
          {windows.map((window) => (
            <li key={`${window.title} ${window.from}`}>
              <WindowLine window={window} />
            </li>
          ))}
        </ul>
      )}
      {planned !== null && conflicts?.length === 0 && <p>No other change is planned on the same services then.</p>}
      {conflicts !== null && conflicts.length > 0 && (
        <>
          <p>Planned on the same services at the same time:</p>
          <ul className="windows">
            {conflicts.map(({ key, from, until }) => (
              <li key={key}>
                <ProductLink path={issuePath(key)}>{key}</ProductLink> <Stretch from={from} until={until} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function WindowLine({ window: { title, kind, strength, from, until, binds } }: { readonly window: Window }) {
  const name = kind === 'maintenance' ? 'Maintenance window' : strength === 'hard' ? 'Hard freeze' : 'Soft freeze';
  return (
    <>
      <Lozenge appearance={kind === 'freeze' && binds ? 'removed' : 'default'}>{name}</Lozenge> <strong>{title}</strong>{' '}
      <Stretch from={from} until={until} />
      {!binds && <span className="subtle"> · not for this change</span>}
    </>
  );
}

function Stretch({ from, until }: { readonly from: string; readonly until: string }) {
  return (
    <span>
      <TimeStamp at={from} isPlan /> until <TimeStamp at={until} isPlain />
    </span>
  );
}
