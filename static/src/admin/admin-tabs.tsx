import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import { useState } from 'react';
import { type AdminView, type PolicyView } from '../../../src/contracts/api/admin-api';
import { ApproversTab } from './approvers/approvers-tab';
import { ChangeLogTab } from './change-log-tab';
import { DeployTab } from './deploy/deploy-tab';
import { DraftView } from './draft/draft-view';
import { type PolicyDraft } from './draft/use-policy-draft';
import { HealthTab } from './health/health-tab';
import { SetupTab } from './setup/setup-tab';
import { PolicyTab } from './policy-tab';
import { type AdminActions } from './use-admin-actions';
import { useRoleEdits } from './approvers/use-role-edits';

interface Props {
  readonly admin: AdminView;
  readonly policy: PolicyView;
  readonly draft: PolicyDraft;
  readonly actions: AdminActions;
  readonly refresh: () => void;
}

const APPROVERS = 1;
const CHANGE_LOG = 2;

/** The admin page of a site with a policy. Edits outlive a change of tabs. */
export function AdminTabs({ admin, policy, draft, actions, refresh }: Props) {
  const [selected, setSelected] = useState(0);
  const edits = useRoleEdits(admin.roles);
  return (
    <Tabs id="admin" selected={selected} onChange={setSelected}>
      <TabList>
        <Tab>{draft.source === undefined ? 'Policy' : 'Policy (draft)'}</Tab>
        <Tab>{edits.count > 0 ? 'Approvers (not saved)' : 'Approvers'}</Tab>
        <Tab>Change log</Tab>
        <Tab>Deploy gate</Tab>
        <Tab>Health</Tab>
        <Tab>Setup</Tab>
      </TabList>
      <TabPanel>
        <div className="tab">
          {draft.source === undefined ? (
            <PolicyTab
              admin={admin}
              policy={policy}
              draft={draft}
              startsAtTitle={actions.last === 'putInForce'}
              openApprovers={() => setSelected(APPROVERS)}
              openChangeLog={() => setSelected(CHANGE_LOG)}
            />
          ) : (
            <DraftView admin={admin} draft={draft} source={draft.source} actions={actions} refresh={refresh} />
          )}
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
      <TabPanel>
        <div className="tab">
          <DeployTab />
        </div>
      </TabPanel>
      <TabPanel>
        <div className="tab">
          <HealthTab />
        </div>
      </TabPanel>
      <TabPanel>
        <div className="tab">
          <SetupTab />
        </div>
      </TabPanel>
    </Tabs>
  );
}
