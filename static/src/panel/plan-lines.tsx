import Lozenge from '@atlaskit/lozenge/lozenge';
import { type GovernedPanel } from '../../../src/contracts/api/panel-api';
import { LongText } from '../elements/long-text';
import { personName, type Names } from '../elements/person-name';
import { TimeStamp } from '../elements/time-stamp';

type Line = GovernedPanel['plan'][number];

interface Props {
  readonly panel: GovernedPanel;
  /** Labels of the lines that were edited while the reader was deciding. */
  readonly changed: ReadonlySet<string>;
}

/** The plan as an approver puts their name to it, line by line; what is empty stands together at the end. */
export function PlanLines({ panel, changed }: Props) {
  if (panel.plan.length === 0) return null;
  const { mayVote } = panel.me;
  // A line that was just emptied keeps its place: it must be seen.
  const isShown = (line: Line) => !isBlank(line.value) || changed.has(line.label);
  const empty = panel.plan.filter((line) => !isShown(line));
  return (
    <section aria-labelledby="plan">
      <h2 id="plan">{mayVote ? 'What you put your name to' : 'The plan'}</h2>
      <dl className="plan">
        {panel.plan.filter(isShown).map((line) => (
          <div key={line.label} className="plan-line">
            <dt>
              {line.label}
              {changed.has(line.label) && (
                <>
                  {' '}
                  <Lozenge appearance="moved">Just edited</Lozenge>
                </>
              )}
            </dt>
            <dd>
              <Value line={line} names={panel.names} />
            </dd>
          </div>
        ))}
        {empty.length > 0 && (
          <div className="plan-line">
            <dt>Empty</dt>
            <dd>
              <p className="empty-value">{empty.map(({ label }) => label).join(', ')}</p>
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}

function Value({ line: { label, value, kind }, names }: { readonly line: Line; readonly names: Names }) {
  if (isBlank(value)) return <p className="empty-value">Empty</p>;
  switch (kind) {
    case 'instant':
      return (
        <p>
          <TimeStamp at={value} isPlan />
        </p>
      );
    case 'person':
      return (
        <p>
          {value
            .split(/\s*,\s*/)
            .map((accountId) => personName(names, accountId))
            .join(', ')}
        </p>
      );
    case 'text':
      return <LongText text={value} label={label} />;
  }
}

function isBlank(value: string | null): value is null {
  return value === null || value.trim() === '';
}
