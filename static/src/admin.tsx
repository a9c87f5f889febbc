import { startScreen } from './start-screen';
import { AdminPage } from './admin/admin-page';

void startScreen(<AdminPage />);
