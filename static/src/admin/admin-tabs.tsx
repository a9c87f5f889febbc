import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import { useState } from 'react';
import { type AdminView, type PolicyView } from '../../../src/contracts/api/admin-api';
import { ApproversTab } from './approvers-tab';
import { ChangeLogTab } from './change-log-tab';
import { PolicyTab } from './policy-tab';
import { type AdminActions } from './use-admin-actions';
import { useRoleEdits } from './use-role-edits';

interface Props {
  readonly admin: AdminView;
  readonly policy: PolicyView;
  readonly actions: AdminActions;
  readonly refresh: () => void;
}

const APPROVERS = 1;
const CHANGE_LOG = 2;

/** The admin page of a site with a policy. Edits outlive a change of tabs. */
export function AdminTabs({ admin, policy, actions, refresh }: Props) {
  const [selected, setSelected] = useState(0);
  const edits = useRoleEdits(admin.roles);
  return (
    <Tabs id="admin" selected={selected} onChange={setSelected}>
      <TabList>
        <Tab>Policy</Tab>
        <Tab>{edits.count > 0 ? 'Approvers (not saved)' : 'Approvers'}</Tab>
        <Tab>Change log</Tab>
      </TabList>
      <TabPanel>
        <div className="tab">
          <PolicyTab
            admin={admin}
            policy={policy}
            actions={actions}
            openApprovers={() => setSelected(APPROVERS)}
            openChangeLog={() => setSelected(CHANGE_LOG)}
          />
        </div>
      </TabPanel>
      <TabPanel>
        <div className="tab">
          <ApproversTab admin={admin} actions={actions} edits={edits} refresh={refresh} />
        </div>
      </TabPanel>
      <TabPanel>
        <div className="tab">
          <ChangeLogTab admin={admin} actions={actions} />
        </div>
      </TabPanel>
    </Tabs>
  );
}
