import { startScreen } from './start-screen';
import { RuleForm } from './rule/rule-form';

void startScreen(<RuleForm />);
