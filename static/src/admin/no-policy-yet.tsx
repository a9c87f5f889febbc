import SectionMessage, { SectionMessageAction } from '@atlaskit/section-message';

interface Props {
  /** What does not work before, as one sentence. */
  readonly meanwhile: string;
  readonly openPolicy: () => void;
}

/** On a tab that is of no use before a policy is in force: why, and where to begin. */
export function NoPolicyYet({ meanwhile, openPolicy }: Props) {
  return (
    <div className="no-policy-yet">
      <SectionMessage
        appearance="warning"
        title="No policy is in force yet"
        actions={[
          <SectionMessageAction key="policy" onClick={openPolicy}>
            Choose a policy first
          </SectionMessageAction>,
        ]}
      >
        <p>{meanwhile}</p>
      </SectionMessage>
    </div>
  );
}
