import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import { type GovernedPanel } from '../../../src/contracts/api/panel-api';
import { STAGE_TITLES } from '../../../src/contracts/field-titles';
import { WaitingList } from './waiting-list';

interface Message {
  readonly appearance: 'information' | 'warning' | 'error' | 'success';
  readonly title: string;
  /** Null where who is waited for says it. */
  readonly text: string | null;
}

/** Where the change stands, in one sentence and a colour, with who is waited for. */
export function Headline({ panel }: { readonly panel: GovernedPanel }) {
  const standing = panel.gate ? atGate(panel, panel.gate) : withoutGate(panel);
  const isOverdue = panel.gate !== null && panel.clocks.some(({ state }) => state === 'overdue');
  const { title, text } = standing;
  const appearance = isOverdue ? 'error' : standing.appearance;
  return (
    <SectionMessage appearance={appearance} title={title}>
      {text !== null && <p>{text}</p>}
      {panel.waitingFor.length > 0 && (
        <WaitingList waitingFor={panel.waitingFor} names={panel.names} me={panel.me.accountId} />
      )}
      {panel.me.mayVote && (panel.me.standing === null || panel.me.standing === 'void') && (
        <div className="headline-decide">
          <Button spacing="compact" onClick={goToDecision}>
            Go to your decision
          </Button>
        </div>
      )}
    </SectionMessage>
  );
}

/** The plan comes before the vote, and may be long. */
function goToDecision(): void {
  document.getElementById('decision')?.focus();
}

function atGate(panel: GovernedPanel, gate: NonNullable<GovernedPanel['gate']>): Message {
  const title = gate.headline;
  switch (gate.verdict) {
    case 'allow':
      return {
        appearance: 'success',
        title,
        text: `Everything that the policy asks for is there. Move the issue on with "${gate.title}".`,
      };
    case 'warn':
      return {
        appearance: 'warning',
        title,
        text: `"${gate.title}" is possible, but the policy asks for more. Going on without it stays on record.`,
      };
    case 'block': {
      const unknown = panel.checklist.some(({ state }) => state === 'unknown');
      const text = unknown
        ? 'What is not known does not count as done. Nothing was changed; refresh to try again.'
        : panel.waitingFor.length > 0
          ? null
          : `"${gate.title}" is refused until then.`;
      return { appearance: unknown ? 'error' : 'warning', title, text };
    }
  }
}

function withoutGate({ change: { stage }, record, policy }: GovernedPanel): Message {
  switch (stage) {
    case null:
      return {
        appearance: 'warning',
        title: 'The status of this issue is not a stage of a change',
        text: `${policy.title} cannot say what comes next. Ask a Jira admin to look at the workflow of this project.`,
      };
    case 'closed':
    case 'rejected':
    case 'cancelled':
      return {
        appearance: stage === 'closed' ? 'success' : 'information',
        title: record ? `${STAGE_TITLES[stage]}, and on record` : `${STAGE_TITLES[stage]}: the record is being written`,
        text: record ? 'Nothing is left to do.' : 'Nothing is left to do. The record appears here in a moment.',
      };
    default:
      return { appearance: 'information', title: STAGE_TITLES[stage], text: 'No gate of the policy lies ahead.' };
  }
}
