import { type RefObject } from 'react';
import { type RuleGateView } from '../../../src/contracts/api/rule-api';
import { type Gate } from '../../../src/domain/change/lifecycle';
import { GATE_WORDS } from './gate-words';

interface Props {
  readonly gates: readonly RuleGateView[];
  readonly chosen: Gate | undefined;
  readonly isMissing: boolean;
  readonly field: RefObject<HTMLSelectElement>;
  readonly onChoose: (gate: Gate) => void;
}

/** Which gate of the policy the transition passes. */
export function GateChoice({ gates, chosen, isMissing, field, onChoose }: Props) {
  return (
    <div className="rule-field">
      <label htmlFor="gate">Which gate does this transition pass?</label>
      <select
        id="gate"
        ref={field}
        className="rule-select"
        value={chosen ?? ''}
        aria-invalid={isMissing}
        {...(isMissing && { 'aria-describedby': 'gate-missing' })}
        onChange={({ currentTarget: { value } }) => {
          const gate = gates.find((one) => one.gate === value)?.gate;
          if (gate !== undefined) onChoose(gate);
        }}
      >
        <option value="" disabled>
          Choose a gate
        </option>
        {gates.map(({ gate, title }) => (
          <option key={gate} value={gate}>
            {title}: {GATE_WORDS[gate]}
          </option>
        ))}
      </select>
      {isMissing && (
        <p id="gate-missing" className="rule-missing" role="alert">
          Choose a gate. Without one the rule would stop every change.
        </p>
      )}
    </div>
  );
}
