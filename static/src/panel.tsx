import { startScreen } from './start-screen';
import { ChangePanel } from './panel/change-panel';

void startScreen(<ChangePanel />);
