import SectionMessage from '@atlaskit/section-message';

/** Says that the form is not connected to Jira; nothing while it is. */
export function SavingProblem({ isCutOff }: { readonly isCutOff: boolean }) {
  if (!isCutOff) return null;
  return (
    <div role="alert">
      <SectionMessage appearance="error" title="This form cannot be saved.">
        <p>Jira did not take it. Close it, and open it again.</p>
      </SectionMessage>
    </div>
  );
}
