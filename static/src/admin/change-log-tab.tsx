import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import { adminApi, type AdminView } from '../../../src/contracts/api/admin-api';
import { callBackend } from '../bridge/call-backend';
import { FailedMessage } from '../elements/failed-message';
import { HashText } from '../elements/hash-text';
import { LedgerCheck } from './ledger-check';
import { PageTable } from './page-table';
import { SpaceChooser } from './space-chooser';
import { type AdminActions } from './use-admin-actions';

interface Props {
  readonly admin: AdminView;
  readonly actions: AdminActions;
}

/** Where the change log stands in Confluence, how its pages are, and the ledger behind it. */
export function ChangeLogTab({ admin, actions }: Props) {
  const { space, spaceProblem, pages, waiting } = admin.changeLog;
  const publishFailure = actions.failure?.name === 'publishAgain' ? actions.failure.error : undefined;
  const publishAgain = () =>
    void actions.run('publishAgain', 'Everything that waits is being published again.', () =>
      callBackend('publishAgain', adminApi.publishAgain, {}),
    );
  return (
    <>
      <section aria-labelledby="space">
        <h2 id="space">Confluence space</h2>
        {spaceProblem !== null && (
          <SectionMessage appearance="error" title="The space cannot be used">
            <p className="as-written">{spaceProblem}</p>
          </SectionMessage>
        )}
        <SpaceChooser space={space} settingsRevision={admin.settingsRevision} actions={actions} />
      </section>
      <section aria-labelledby="pages">
        <h2 id="pages">Pages</h2>
        {publishFailure && (
          <FailedMessage what="Publishing could not be started." error={publishFailure} onRetry={publishAgain} />
        )}
        <div className="pages-state">
          <p>{stateText(waiting, space !== null, pages)}</p>
          <Button isLoading={actions.busy === 'publishAgain'} isDisabled={space === null} onClick={publishAgain}>
            Publish again
          </Button>
        </div>
        <PageTable pages={pages} actions={actions} />
      </section>
      <section aria-labelledby="ledger">
        <h2 id="ledger">Ledger</h2>
        {admin.ledger.entries === 0 ? (
          <p>The ledger is empty. It begins with the first step that goes on record.</p>
        ) : (
          <>
            <dl className="facts">
              <div>
                <dt>Entries</dt>
                <dd>
                  <p>{admin.ledger.entries.toLocaleString('en')}</p>
                </dd>
              </div>
              <div>
                <dt>Hash of the last entry</dt>
                <dd>
                  <HashText hash={admin.ledger.head} label="the hash of the last entry" />
                </dd>
              </div>
            </dl>
            <LedgerCheck />
          </>
        )}
      </section>
    </>
  );
}

function stateText(waiting: number, hasSpace: boolean, pages: AdminView['changeLog']['pages']): string {
  const problems = pages.filter(({ problem }) => problem !== null).length;
  if (!hasSpace) return 'Choose a space first: then every closed change is written to the page of its month.';
  const missing =
    waiting === 1 ? '1 record stands on no page yet.' : `${String(waiting)} records stand on no page yet.`;
  if (problems === 0 && waiting === 0) return pages.length === 0 ? 'Nothing waits.' : 'Every record is on its page.';
  if (problems === 0) return missing;
  const lead = problems === 1 ? '1 page needs you.' : `${String(problems)} pages need you.`;
  return waiting === 0 ? lead : `${lead} ${missing}`;
}
