import CheckMarkIcon from '@atlaskit/icon/core/check-mark';
import { type GovernedPanel } from '../../../src/contracts/api/panel-api';

interface Props {
  readonly path: GovernedPanel['path'];
}

const SPOKEN = { done: 'done', skipped: 'passed over', current: 'current', ahead: 'still ahead' } as const;

/**
 * The way of a change from draft to closed. On a narrow screen only the current stage is written out. Of a change that
 * left the path the headline says so.
 */
export function StagePath({ path }: Props) {
  const position = path.findIndex(({ state }) => state === 'current');
  const current = path[position];
  return (
    <div>
      <ol className="stage-path" aria-label="Stages of the change">
        {path.map(({ stage, title, state }) => (
          <li key={stage} className={`stage stage-${state}`} aria-current={state === 'current' ? 'step' : undefined}>
            <span className="stage-bar">
              {(state === 'done' || (state === 'current' && isLast(path, stage))) && (
                <CheckMarkIcon label="" size="small" />
              )}
            </span>
            <span className="stage-title">
              {title}
              <span className="visually-hidden"> ({SPOKEN[state]})</span>
            </span>
          </li>
        ))}
      </ol>
      {current && (
        <p className="stage-narrow" aria-hidden="true">
          <strong>{current.title}</strong>
          <span className="subtle">
            {' '}
            · step {position + 1} of {path.length}
          </span>
        </p>
      )}
    </div>
  );
}

function isLast(path: Props['path'], stage: Props['path'][number]['stage']): boolean {
  return path.at(-1)?.stage === stage;
}
