import { type RuleChoicesView, type RuleGateView } from '../../../src/contracts/api/rule-api';

interface Props {
  readonly policy: RuleChoicesView['policy'];
  readonly gate: RuleGateView;
}

/** What the policy in force asks for at a gate. */
export function AskedThere({ policy, gate: { title, asks } }: Props) {
  if (policy === null) {
    return <p>No policy is in force yet: until one is, no change gets through this gate.</p>;
  }
  return (
    <section aria-labelledby="asked">
      <h2 id="asked">What the policy asks at {title}</h2>
      <p className="subtle">
        {policy.title}, version {policy.version}. When another policy is put in force, that one decides.
      </p>
      {asks.length === 0 ? (
        <p>Nothing: every change gets through.</p>
      ) : (
        <ul className="rule-asks">
          {asks.map(({ text, clauses }) => (
            <li key={`${clauses.join()} ${text}`}>
              {text} <span className="subtle">{clauses.join(', ')}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
