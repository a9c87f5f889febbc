import { startScreen } from './start-screen';
import { RuleSummary } from './rule/rule-summary';

void startScreen(<RuleSummary />);
