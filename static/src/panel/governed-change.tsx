import { IconButton } from '@atlaskit/button/new';
import RefreshIcon from '@atlaskit/icon/core/refresh';
import { type GovernedPanel, type PanelView } from '../../../src/contracts/api/panel-api';
import { StatusLine } from '../elements/status-line';
import { useActions } from '../elements/use-actions';
import { Checklist } from './checklist';
import { ClockList } from './clock-list';
import { Decision } from './decision';
import { EmergencyCourse } from './emergency-course';
import { Headline } from './headline';
import { More } from './more';
import { PlanLines } from './plan-lines';
import { RecordPlace } from './record-place';
import { StagePath } from './stage-path';
import { useVoting } from './use-voting';
import { VoteList } from './vote-list';

interface Props {
  readonly panel: GovernedPanel;
  readonly isReading: boolean;
  readonly refresh: () => void;
  readonly replace: (panel: PanelView) => void;
}

/** A change under a policy: where it stands, what is missing, the plan and the votes on it. */
export function GovernedChange({ panel, isReading, refresh, replace }: Props) {
  const voting = useVoting({ panel, refresh, replace });
  const actions = useActions(replace);
  const { change, policy } = panel;
  return (
    <>
      <header className="panel-header">
        <p className="panel-facts">
          <strong>{change.type ?? 'No change type'}</strong>
          <span>{change.risk === null ? 'No risk level' : `${change.risk} risk`}</span>
          <span title={policy.title}>
            policy {policy.id} v{policy.version}
          </span>
        </p>
        <IconButton icon={RefreshIcon} label="Refresh" appearance="subtle" isLoading={isReading} onClick={refresh} />
      </header>
      <StatusLine text={isReading ? 'Reading the change again' : actions.said} />
      <StagePath path={panel.path} />
      <Headline panel={panel} />
      <ClockList clocks={panel.clocks} />
      {panel.record && <RecordPlace record={panel.record} />}
      {panel.checklist.length > 0 && <Checklist items={panel.checklist} gateTitle={panel.gate?.title} />}
      {panel.emergency && <EmergencyCourse emergency={panel.emergency} actions={actions} />}
      <PlanLines panel={panel} changed={voting.changedLines} />
      <VoteList votes={panel.votes} names={panel.names} />
      <Decision panel={panel} voting={voting} />
      <More panel={panel} actions={actions} />
    </>
  );
}
