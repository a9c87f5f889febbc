import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import { useState } from 'react';
import { type AdminView } from '../../../src/contracts/api/admin-api';
import { ApproversTab } from './approvers/approvers-tab';
import { ChangeLogTab } from './change-log-tab';
import { DeployTab } from './deploy/deploy-tab';
import { DraftView } from './draft/draft-view';
import { type PolicyDraft } from './draft/use-policy-draft';
import { FirstRun } from './first-run';
import { HealthTab } from './health/health-tab';
import { NoPolicyYet } from './no-policy-yet';
import { SetupTab } from './setup/setup-tab';
import { PolicyTab } from './policy-tab';
import { type AdminActions } from './use-admin-actions';
import { useRoleEdits } from './approvers/use-role-edits';

interface Props {
  readonly admin: AdminView;
  readonly draft: PolicyDraft;
  readonly actions: AdminActions;
  readonly refresh: () => void;
}

const POLICY = 0;
const APPROVERS = 1;
const CHANGE_LOG = 2;
const SETUP = 5;

/** The parts of the admin page, the same ones before a policy is in force. Edits outlive a change of tabs. */
export function AdminTabs({ admin, draft, actions, refresh }: Props) {
  const [selected, setSelected] = useState(POLICY);
  const { policy } = admin;
  const openPolicy = () => setSelected(POLICY);
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
          {draft.source !== undefined ? (
            <DraftView admin={admin} draft={draft} source={draft.source} actions={actions} refresh={refresh} />
          ) : policy === null ? (
            <FirstRun admin={admin} draft={draft} />
          ) : (
            <PolicyTab
              admin={admin}
              policy={policy}
              draft={draft}
              startsAtTitle={actions.last === 'putInForce'}
              openApprovers={() => setSelected(APPROVERS)}
              openChangeLog={() => setSelected(CHANGE_LOG)}
              openSetup={() => setSelected(SETUP)}
            />
          )}
        </div>
      </TabPanel>
      <TabPanel>
        <div className="tab">
          {policy === null && (
            <NoPolicyYet
              meanwhile="The policy says which roles approve, so there are none yet."
              openPolicy={openPolicy}
            />
          )}
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
          {policy === null && (
            <NoPolicyYet meanwhile="Until then no pipeline is told that it may deploy." openPolicy={openPolicy} />
          )}
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
          {policy === null && (
            <NoPolicyYet
              meanwhile="A project that is set up now gets only what every policy needs, and its gates stay shut until one is in force."
              openPolicy={openPolicy}
            />
          )}
          {/* Another policy asks for other things: what was read of projects before says nothing any more. */}
          <SetupTab key={policy?.hash ?? ''} policySince={policy?.since ?? null} onGoverned={refresh} />
        </div>
      </TabPanel>
    </Tabs>
  );
}
