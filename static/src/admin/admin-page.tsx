import './admin.css';
import './draft/draft.css';
import { adminApi } from '../../../src/contracts/api/admin-api';
import { callBackend } from '../bridge/call-backend';
import { LoadingMessage } from '../elements/loading-message';
import { ReadingFailure } from '../elements/reading-failure';
import { StatusLine } from '../elements/status-line';
import { useReading } from '../elements/use-reading';
import { AdminTabs } from './admin-tabs';
import { usePolicyDraft } from './draft/use-policy-draft';
import { UnreadableDocuments } from './unreadable-documents';
import { useAdminActions } from './use-admin-actions';

const readAdmin = () => callBackend('getAdmin', adminApi.getAdmin, {});

/** The Jira admin page: what the policy does, who holds its roles, and where the change log is kept. */
export function AdminPage() {
  const { reading, refresh, replace } = useReading(readAdmin);
  const actions = useAdminActions(replace);
  const draft = usePolicyDraft();

  return (
    <main className="admin">
      <h1>Change control</h1>
      <StatusLine text={actions.said} />
      {reading.state === 'loading' && <LoadingMessage what="Reading the settings…" />}
      <ReadingFailure reading={reading} what="The settings could not be read." onRetry={refresh} />
      {reading.state === 'ready' && <UnreadableDocuments documents={reading.value.unreadable} />}
      {reading.state === 'ready' && (
        <AdminTabs admin={reading.value} draft={draft} actions={actions} refresh={refresh} />
      )}
    </main>
  );
}
