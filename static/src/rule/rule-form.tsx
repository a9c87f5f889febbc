import './rule.css';
import { LoadingMessage } from '../elements/loading-message';
import { ReadingFailure } from '../elements/reading-failure';
import { useReading } from '../elements/use-reading';
import { GateRuleForm } from './gate-rule-form';
import { PersonRuleForm } from './person-rule-form';
import { readRule } from './read-rule';

/** The form of a rule of the app in the workflow editor, while it is added and while it is edited. */
export function RuleForm() {
  const { reading, refresh } = useReading(readRule);
  return (
    <main className="rule">
      {reading.state === 'loading' && <LoadingMessage what="Reading the policy in force…" />}
      <ReadingFailure reading={reading} what="The rule cannot be set up now." onRetry={refresh} />
      {reading.state === 'ready' &&
        (reading.value.kind === 'gate' ? (
          <GateRuleForm rule={reading.value} />
        ) : (
          <PersonRuleForm rule={reading.value} />
        ))}
    </main>
  );
}
