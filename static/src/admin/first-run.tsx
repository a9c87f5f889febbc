import SectionMessage from '@atlaskit/section-message';
import { type AdminView } from '../../../src/contracts/api/admin-api';
import { DraftView } from './draft/draft-view';
import { PolicyChoices } from './draft/policy-choices';
import { type PolicyDraft } from './draft/use-policy-draft';
import { type AdminActions } from './use-admin-actions';

interface Props {
  readonly admin: AdminView;
  readonly draft: PolicyDraft;
  readonly actions: AdminActions;
  readonly refresh: () => void;
}

/** Before the first policy: what this app will do, and the policies to choose from. */
export function FirstRun({ admin, draft, actions, refresh }: Props) {
  if (draft.source !== undefined) {
    return <DraftView admin={admin} draft={draft} source={draft.source} actions={actions} refresh={refresh} />;
  }
  return (
    <>
      <SectionMessage appearance="information" title="No change policy is in force yet">
        <p>
          A policy says what a change request must have before it may go on in Jira: filled-in plans, approvals of the
          right people, the right order. Choose one: you see what it does and what is missing before anything changes.
        </p>
      </SectionMessage>
      <section aria-labelledby="presets">
        <h2 id="presets">Choose a policy</h2>
        <PolicyChoices presets={admin.presets} inForce={null} draft={draft} />
      </section>
    </>
  );
}
