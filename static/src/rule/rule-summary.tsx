import './rule.css';
import { LoadingMessage } from '../elements/loading-message';
import { ReadingFailure } from '../elements/reading-failure';
import { useReading } from '../elements/use-reading';
import { AskedThere } from './asked-there';
import { GATE_WORDS } from './gate-words';
import { readRule, type OpenRule } from './read-rule';

/** What a rule of the app does, as the workflow editor shows it. */
export function RuleSummary() {
  const { reading, refresh } = useReading(readRule);
  return (
    <main className="rule">
      {reading.state === 'loading' && <LoadingMessage what="Reading the policy in force…" />}
      <ReadingFailure reading={reading} what="The rule cannot be shown now." onRetry={refresh} />
      {reading.state === 'ready' &&
        (reading.value.kind === 'gate' ? <GateSummary rule={reading.value} /> : <PersonSummary rule={reading.value} />)}
    </main>
  );
}

function GateSummary({ rule: { saved, choices } }: { readonly rule: OpenRule }) {
  const gate = choices.gates.find((one) => one.gate === saved.gate?.gate);
  if (gate === undefined) return <NotSetUp />;
  return (
    <>
      <p>
        This transition passes the gate <strong>{gate.title}</strong>: {GATE_WORDS[gate.gate]}.
      </p>
      <AskedThere policy={choices.policy} gate={gate} />
    </>
  );
}

function PersonSummary({ rule: { saved, choices } }: { readonly rule: OpenRule }) {
  const { person } = saved;
  if (person === undefined) return <NotSetUp />;
  const now = choices.gates
    .find(({ gate }) => gate === person.gate)
    ?.persons.find(({ ruleId }) => ruleId === person.ruleId);
  return (
    <>
      <p>Jira asks this of whoever makes the transition:</p>
      <blockquote className="rule-message">{person.message}</blockquote>
      {person.ruleId !== undefined && now?.expression !== person.expression && (
        <p role="status">The policy or the holders of its roles have changed since: edit the rule and save it again.</p>
      )}
    </>
  );
}

function NotSetUp() {
  return <p>This rule has not been set up, so it stops every change. Edit it, or take it off the transition.</p>;
}
