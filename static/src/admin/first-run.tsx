import SectionMessage from '@atlaskit/section-message';
import { type AdminView } from '../../../src/contracts/api/admin-api';
import { PresetList } from './preset-list';
import { type AdminActions } from './use-admin-actions';

interface Props {
  readonly presets: AdminView['presets'];
  readonly actions: AdminActions;
}

/** Before the first policy: what this app will do, and the policies to choose from. */
export function FirstRun({ presets, actions }: Props) {
  return (
    <>
      <SectionMessage appearance="information" title="No change policy is in force yet">
        <p>
          A policy says what a change request must have before it may go on in Jira: filled-in plans, approvals of the
          right people, the right order. Read one below, put it in force, and then say which Jira groups hold its roles.
        </p>
      </SectionMessage>
      <section aria-labelledby="presets">
        <h2 id="presets">Policies to choose from</h2>
        <PresetList presets={presets} actions={actions} />
      </section>
    </>
  );
}
