import SectionMessage from '@atlaskit/section-message';
import { CHANGE_REQUEST } from '../../../src/contracts/field-titles';

/** Why there is nothing to check on this issue. */
export function NotGoverned({ state }: { readonly state: 'not-a-change-request' | 'no-policy' }) {
  if (state === 'no-policy') {
    return (
      <SectionMessage appearance="warning" title="No change policy is in force">
        <p>
          Nothing can be checked until a Jira admin puts a policy in force (Jira settings → Apps → Change control).
          Until then this change can only be cancelled or rejected.
        </p>
      </SectionMessage>
    );
  }
  return (
    <SectionMessage appearance="information" title="This is not a change request">
      <p>
        The change policy governs issues of the type {CHANGE_REQUEST}. This issue is of another type, so that nothing is
        checked here.
      </p>
    </SectionMessage>
  );
}
