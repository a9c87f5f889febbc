import CheckCircleIcon from '@atlaskit/icon/core/check-circle';
import CheckCircleUncheckedIcon from '@atlaskit/icon/core/check-circle-unchecked';
import QuestionCircleIcon from '@atlaskit/icon/core/question-circle';
import { type CheckItem } from '../../../src/contracts/api/panel-api';
import { ClauseButtons } from './clause-buttons';

const STATES = {
  met: { Icon: CheckCircleIcon, label: 'Done' },
  unmet: { Icon: CheckCircleUncheckedIcon, label: 'To do' },
  unknown: { Icon: QuestionCircleIcon, label: 'Could not be checked' },
  waived: { Icon: CheckCircleIcon, label: 'Waived' },
  excepted: { Icon: CheckCircleIcon, label: 'Passed by an exception' },
} as const;

/** One thing that is asked for: its state, its words, what to do, and its clauses with their text on demand. */
export function ChecklistItem({ item }: { readonly item: CheckItem }) {
  const { Icon, label } = STATES[item.state];
  const isOpen = item.state === 'unmet' || item.state === 'unknown';
  return (
    <li className="checklist-item">
      <span className={`checklist-icon checklist-icon-${item.state}`}>
        <Icon label={`${label}:`} />
      </span>
      <div className="checklist-words">
        <p>
          <span className={isOpen ? 'checklist-open' : undefined}>{item.text}</span>
          {item.state === 'met' || item.state === 'unmet' ? null : (
            <span className="subtle"> ({label.toLowerCase()})</span>
          )}
          {isOpen && item.remedy !== null && <span className="subtle"> {item.remedy}</span>}
        </p>
      </div>
      <ClauseButtons clauses={item.clauses} />
    </li>
  );
}
