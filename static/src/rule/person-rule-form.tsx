import { useRef, useState } from 'react';
import { type PersonRuleView } from '../../../src/contracts/api/rule-api';
import { type PersonConfiguration } from '../../../src/contracts/rule-configuration';
import { GateChoice } from './gate-choice';
import { type OpenRule } from './read-rule';
import { SavingProblem } from './saving-problem';
import { useSaving } from './use-saving';

/** Has Jira check the person who makes a transition, by one rule of the policy. */
export function PersonRuleForm({ rule: { saved, choices } }: { readonly rule: OpenRule }) {
  const before = saved.person;
  const bySetup = before !== undefined && before.ruleId === undefined ? before : undefined;
  const placed = bySetup && placedIn(choices, bySetup);
  const [gate, setGate] = useState(before?.gate ?? placed?.gate);
  const [ruleId, setRule] = useState(before?.ruleId ?? placed?.ruleId);
  const field = useRef<HTMLSelectElement>(null);
  const first = useRef<HTMLInputElement>(null);
  const chosen = choices.gates.find((one) => one.gate === gate);
  const rule = chosen?.persons.find((one) => one.ruleId === ruleId);
  const configuration: PersonConfiguration | undefined =
    gate === undefined || rule?.expression == null
      ? undefined
      : { gate, ruleId: rule.ruleId, expression: rule.expression, message: rule.message };
  const { wasRefused, isCutOff } = useSaving(configuration, () => {
    if (gate === undefined) field.current?.focus();
    else first.current?.focus();
  });
  const isOld = before !== undefined && rule?.ruleId === before.ruleId && rule?.expression !== before.expression;
  const isAsPlaced = rule !== undefined && rule.ruleId === placed?.ruleId && gate === placed.gate;
  return (
    <>
      <SavingProblem isCutOff={isCutOff} />
      {bySetup && (
        <>
          <p>The set-up of the project put this rule here, and keeps it up to date with the policy. Jira asks:</p>
          <blockquote className="rule-message">{bySetup.message}</blockquote>
        </>
      )}
      {choices.policy === null && (
        <p>No policy is in force yet, so there is nothing to check. Put one in force first.</p>
      )}
      <GateChoice
        gates={choices.gates}
        chosen={gate}
        isMissing={wasRefused && gate === undefined}
        field={field}
        onChoose={(next) => {
          setGate(next);
          setRule(undefined);
        }}
      />
      {chosen && choices.policy !== null && (
        <fieldset className="rule-choices">
          <legend>What is asked of the person who makes it?</legend>
          {chosen.persons.length === 0 && (
            <p>At {chosen.title} the policy asks nothing of that person that Jira could check.</p>
          )}
          {chosen.persons.map((person, index) => (
            <PersonChoice
              key={person.ruleId}
              person={person}
              isChosen={person.ruleId === ruleId}
              field={index === 0 ? first : undefined}
              onChoose={() => setRule(person.ruleId)}
            />
          ))}
          {chosen.unsaid.map((text) => (
            <p key={text} className="subtle">
              {text}
            </p>
          ))}
          {wasRefused && (
            <p className="rule-missing" role="alert">
              Choose what is asked. Without it the rule would stop everybody.
            </p>
          )}
        </fieldset>
      )}
      {isOld && bySetup === undefined && (
        <p role="status">The policy or the holders of its roles have changed: save to bring this rule up to date.</p>
      )}
      {rule && !isAsPlaced && (
        <p className="subtle">
          It is saved as the policy and the holders of its roles are now. When they change, open this rule and save it
          again.
        </p>
      )}
    </>
  );
}

/** Which rule of the policy the set-up put there: it saves what Jira needs, and not which one that is. */
function placedIn(
  { gates }: OpenRule['choices'],
  { expression, message }: PersonConfiguration,
): { readonly gate: PersonConfiguration['gate']; readonly ruleId: string } | undefined {
  return gates
    .flatMap(({ gate, persons }) => persons.map((person) => ({ gate, ...person })))
    .find((one) => one.expression === expression && one.message === message);
}

interface ChoiceProps {
  readonly person: PersonRuleView;
  readonly isChosen: boolean;
  readonly field: React.RefObject<HTMLInputElement> | undefined;
  readonly onChoose: () => void;
}

function PersonChoice({ person: { message, expression }, isChosen, field, onChoose }: ChoiceProps) {
  const cannot = expression === null;
  return (
    <label className="rule-check">
      <input type="radio" name="person-rule" ref={field} checked={isChosen} disabled={cannot} onChange={onChoose} />
      <span>
        {message}
        {cannot && <span className="subtle"> A field that it needs is not in this Jira, so it cannot be chosen.</span>}
      </span>
    </label>
  );
}
