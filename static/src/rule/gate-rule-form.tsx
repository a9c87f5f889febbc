import { useRef, useState } from 'react';
import { type RuleGateView } from '../../../src/contracts/api/rule-api';
import { type GateConfiguration } from '../../../src/contracts/rule-configuration';
import { AskedThere } from './asked-there';
import { GateChoice } from './gate-choice';
import { type OpenRule } from './read-rule';
import { SavingProblem } from './saving-problem';
import { useSaving } from './use-saving';

/** Attaches a gate of the policy to a transition. */
export function GateRuleForm({ rule: { saved, choices } }: { readonly rule: OpenRule }) {
  const before = saved.gate;
  const [gate, setGate] = useState(before?.gate);
  const chosen = choices.gates.find((one) => one.gate === gate);
  const needed = neededAt(chosen);
  const [isBeside, setBeside] = useState(before !== undefined && standBeside(neededAt(chosen), before));
  const field = useRef<HTMLSelectElement>(null);
  const configuration: GateConfiguration | undefined = gate && {
    gate,
    ...(isBeside &&
      needed.length > 0 && { beside: Object.fromEntries(needed.map(({ ruleId, digest }) => [ruleId, digest])) }),
  };
  const { wasRefused, isCutOff } = useSaving(configuration, () => field.current?.focus());
  return (
    <>
      <SavingProblem isCutOff={isCutOff} />
      <GateChoice
        gates={choices.gates}
        chosen={gate}
        isMissing={wasRefused}
        field={field}
        onChoose={(next) => {
          setGate(next);
          setBeside(false);
        }}
      />
      {needed.length > 0 && (
        <section aria-labelledby="beside">
          <h2 id="beside">Who may make this transition</h2>
          <p>Jira does not tell the gate who closes a change. These rules are for Jira itself to check:</p>
          <ul className="rule-asks">
            {needed.map(({ ruleId, message }) => (
              <li key={ruleId}>{message}</li>
            ))}
          </ul>
          <label className="rule-check">
            <input type="checkbox" checked={isBeside} onChange={() => setBeside(!isBeside)} />I have added each of them
            to this transition as “Change control, who may”
          </label>
          <p className="subtle">
            While this is not so, or not any more since the policy or the holders of its roles changed, the gate lets no
            change close.
          </p>
        </section>
      )}
      {chosen && <AskedThere policy={choices.policy} gate={chosen} />}
    </>
  );
}

function neededAt(gate: RuleGateView | undefined): RuleGateView['persons'] {
  return gate?.persons.filter(({ isNeeded }) => isNeeded) ?? [];
}

/** Whether the rules were said to stand beside the gate as they are now. */
function standBeside(needed: RuleGateView['persons'], { beside = {} }: GateConfiguration): boolean {
  return needed.length > 0 && needed.every(({ ruleId, digest }) => beside[ruleId] === digest);
}
