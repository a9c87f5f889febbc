import { type Difference } from '../../../src/contracts/api/panel-api';
import { personName, type Names } from '../elements/person-name';
import { TimeStamp } from '../elements/time-stamp';
import { changedWords, type Stretch } from './changed-words';

interface Props {
  readonly differences: readonly Difference[];
  readonly names: Names;
}

/** What parts of the plan said when a vote was cast, beside what they say now; and who edited them last. */
export function DifferenceList({ differences, names }: Props) {
  return (
    <ul className="differences">
      {differences.map((difference) => (
        <li key={difference.label} className="difference">
          <p>
            <strong>{difference.label}</strong>
            <span className="subtle">
              {' '}
              · edited {difference.by === null ? '' : `by ${personName(names, difference.by)} `}
              <TimeStamp at={difference.at} />
            </span>
          </p>
          <div className="difference-sides">
            <Sides difference={difference} names={names} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function Sides({
  difference: { before, after, kind },
  names,
}: {
  readonly difference: Difference;
  readonly names: Names;
}) {
  if (kind !== 'text') {
    return (
      <>
        <Side title="When the vote was cast">
          {before === null ? <Empty /> : <Whole value={before} kind={kind} names={names} />}
        </Side>
        <Side title="Now">{after === null ? <Empty /> : <Whole value={after} kind={kind} names={names} />}</Side>
      </>
    );
  }
  const changed = changedWords(before ?? '', after ?? '');
  return (
    <>
      <Side title="When the vote was cast">
        {before === null ? <Empty /> : <Marked stretches={changed.before} mark="removed" />}
      </Side>
      <Side title="Now">{after === null ? <Empty /> : <Marked stretches={changed.after} mark="added" />}</Side>
    </>
  );
}

function Side({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <div className="difference-side">
      <p className="subtle">{title}</p>
      {children}
    </div>
  );
}

function Empty() {
  return <p className="empty-value">Empty</p>;
}

function Whole({
  value,
  kind,
  names,
}: {
  readonly value: string;
  readonly kind: 'person' | 'instant';
  readonly names: Names;
}) {
  if (kind === 'person') return <p>{personName(names, value)}</p>;
  return (
    <p>
      <TimeStamp at={value} isPlan />
    </p>
  );
}

interface MarkedProps {
  readonly stretches: readonly Stretch[];
  readonly mark: 'removed' | 'added';
}

/** What changed is marked by its element and in words, not by colour alone. */
function Marked({ stretches, mark }: MarkedProps) {
  const Element = mark === 'removed' ? 'del' : 'ins';
  return (
    <p className="as-written difference-text">
      {stretches.map(({ text, isChanged }, place) =>
        isChanged ? (
          <Element key={String(place)}>
            <span className="visually-hidden">({mark}:) </span>
            {text}
          </Element>
        ) : (
          <span key={String(place)}>{text}</span>
        ),
      )}
    </p>
  );
}
