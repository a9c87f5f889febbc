import SectionMessage, { SectionMessageAction } from '@atlaskit/section-message';
import { type AdminView, type PolicyView } from '../../../src/contracts/api/admin-api';
import { Disclosure } from '../elements/disclosure';
import { HashText } from '../elements/hash-text';
import { TimeStamp } from '../elements/time-stamp';
import { ClauseBrowser } from './clause-browser';
import { PresetList } from './preset-list';
import { type AdminActions } from './use-admin-actions';

interface Props {
  readonly admin: AdminView;
  readonly policy: PolicyView;
  readonly actions: AdminActions;
  readonly openApprovers: () => void;
  readonly openChangeLog: () => void;
}

/** The policy in force: what it is, what is still missing for it to work, and every clause with what is done about it. */
export function PolicyTab({ admin, policy, actions, openApprovers, openChangeLog }: Props) {
  const others = admin.presets.filter(({ id, version }) => id !== policy.id || version !== policy.version);
  const emptyRoles = admin.roles.filter(({ holders }) => holders === 0);
  return (
    <>
      {emptyRoles.length > 0 && (
        <SectionMessage
          appearance="warning"
          title={`Nobody holds: ${emptyRoles.map(({ title }) => title).join(', ')}`}
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
      <section aria-labelledby="policy">
        <h2 id="policy">{policy.title}</h2>
        <dl className="facts">
          <div>
            <dt>Policy</dt>
            <dd>
              <p>
                {policy.id}, version {policy.version}
              </p>
            </dd>
          </div>
          <div>
            <dt>In force since</dt>
            <dd>
              <p>{policy.since === null ? 'Not in force' : <TimeStamp at={policy.since} />}</p>
            </dd>
          </div>
          <div>
            <dt>Hash of the document</dt>
            <dd>
              <HashText hash={policy.hash} label="the hash of the policy" />
            </dd>
          </div>
        </dl>
      </section>
      <section aria-labelledby="clauses">
        <h2 id="clauses">Clauses, and what the app does about them</h2>
        <ClauseBrowser policy={policy} />
      </section>
      {others.length > 0 && (
        <Disclosure label="Put another policy in force">
          <PresetList presets={others} actions={actions} />
        </Disclosure>
      )}
    </>
  );
}
