import SectionMessage from '@atlaskit/section-message';
import { type AdminView } from '../../../src/contracts/api/admin-api';
import { PolicyChoices } from './draft/policy-choices';
import { type PolicyDraft } from './draft/use-policy-draft';

interface Props {
  readonly admin: AdminView;
  readonly draft: PolicyDraft;
}

/** Before the first policy: what this app will do, in which order it is set up, and the policies to choose from. */
export function FirstRun({ admin, draft }: Props) {
  return (
    <>
      <SectionMessage appearance="information" title="No change policy is in force yet">
        <p>
          A policy says what a change request must have before it may go on in Jira: filled-in plans, approvals of the
          right people, the right order. Choose one: you see what it does and what is missing before anything changes.
        </p>
        <p className="first-run-next">
          Then say in Change log where the log is kept, and in Setup which project is put under change control.
        </p>
      </SectionMessage>
      <section aria-labelledby="presets">
        <h2 id="presets">Choose a policy</h2>
        <PolicyChoices presets={admin.presets} inForce={null} draft={draft} />
      </section>
    </>
  );
}
