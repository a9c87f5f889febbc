import { startScreen } from './start-screen';
import { ChangeLog } from './macro/change-log';

void startScreen(<ChangeLog />);
