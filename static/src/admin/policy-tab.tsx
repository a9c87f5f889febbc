import SectionMessage, { SectionMessageAction } from '@atlaskit/section-message';
import { useEffect, useRef } from 'react';
import { type AdminView, type PolicyView } from '../../../src/contracts/api/admin-api';
import { Disclosure } from '../elements/disclosure';
import { ClauseBrowser } from './clause-browser';
import { PolicyChoices } from './draft/policy-choices';
import { type PolicyDraft } from './draft/use-policy-draft';
import { PolicyFacts } from './policy-facts';
import { PolicyTextActions } from './policy-text-actions';

interface Props {
  readonly admin: AdminView;
  readonly policy: PolicyView;
  readonly draft: PolicyDraft;
  /** The policy was put in force, or a draft of another left, a moment ago: the reader starts at its title. */
  readonly startsAtTitle: boolean;
  readonly openApprovers: () => void;
  readonly openChangeLog: () => void;
  readonly openSetup: () => void;
}

/** The policy in force: what it is, what is still missing for it to work, and every clause with what is done about it. */
export function PolicyTab(props: Props) {
  const { admin, policy, draft, startsAtTitle, openApprovers, openChangeLog, openSetup } = props;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (startsAtTitle) title.current?.focus();
  }, [startsAtTitle]);
  const emptyRoles = admin.roles.filter(({ holders, projectRoles }) => holders + projectRoles.length === 0);
  return (
    <>
      {emptyRoles.length > 0 && (
        <SectionMessage
          appearance="warning"
          title={`Nobody holds: ${emptyRoles.map((role) => role.title).join(', ')}`}
          actions={[
            <SectionMessageAction key="approvers" onClick={openApprovers}>
              Open Approvers
            </SectionMessageAction>,
          ]}
        >
          <p>Changes that wait for an approval by these roles cannot go on.</p>
        </SectionMessage>
      )}
      {admin.changeLog.space === null && (
        <SectionMessage
          appearance="warning"
          title="The change log has no Confluence space"
          actions={[
            <SectionMessageAction key="change-log" onClick={openChangeLog}>
              Open Change log
            </SectionMessageAction>,
          ]}
        >
          <p>Closed changes are on record, but nobody can read them in Confluence yet.</p>
        </SectionMessage>
      )}
      {admin.projects === 0 && (
        <SectionMessage
          appearance="warning"
          title="No project is under change control"
          actions={[
            <SectionMessageAction key="setup" onClick={openSetup}>
              Open Setup
            </SectionMessageAction>,
          ]}
        >
          <p>The policy holds for change requests of projects that are set up for it. There is none yet.</p>
        </SectionMessage>
      )}
      <section aria-labelledby="policy">
        <h2 id="policy" ref={title} tabIndex={-1}>
          {policy.title}
        </h2>
        <PolicyFacts policy={policy} />
        <PolicyTextActions policy={policy} onEdit={draft.writeOwn} />
        <Disclosure label="Put another policy in force">
          <PolicyChoices presets={admin.presets} inForce={policy} draft={draft} />
        </Disclosure>
      </section>
      <section aria-labelledby="clauses">
        <h2 id="clauses">Clauses, and what the app does about them</h2>
        <ClauseBrowser policy={policy} />
      </section>
    </>
  );
}
