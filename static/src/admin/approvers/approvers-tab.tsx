import Button from '@atlaskit/button/new';
import { adminApi, type AdminView } from '../../../../src/contracts/api/admin-api';
import { callBackend } from '../../bridge/call-backend';
import { FailedMessage } from '../../elements/failed-message';
import { type AdminActions } from '../use-admin-actions';
import { HandedOver } from './handed-over';
import { RoleEditor } from './role-editor';
import { type RoleEdits } from './use-role-edits';

interface Props {
  readonly admin: AdminView;
  readonly actions: AdminActions;
  readonly edits: RoleEdits;
  readonly refresh: () => void;
}

/** Who holds the roles of the policy, in the own right and for somebody else. Nothing is set before Save. */
export function ApproversTab({ admin, actions, edits, refresh }: Props) {
  const isSaving = actions.busy === 'saveRoles';
  const failure = actions.failure?.name === 'saveRoles' ? actions.failure.error : undefined;
  const save = async () => {
    const payload = { settingsRevision: admin.settingsRevision, roles: edits.changes() };
    const saved = await actions.run('saveRoles', 'The approvers are saved.', () =>
      callBackend('saveRoles', adminApi.saveRoles, payload),
    );
    if (saved) edits.discard();
  };
  const discard = () => {
    edits.discard();
    actions.forget();
  };
  const readAgain = () => {
    actions.forget();
    refresh();
  };

  return (
    <>
      <section aria-labelledby="approvers">
        <h2 id="approvers">Who holds the roles of the policy</h2>
        <p className="subtle">
          Name Jira groups, people, or roles in the project of the change. Every active member counts; a change of
          membership in Jira counts at once.
        </p>
        {admin.roles.length === 0 && <p>The policy in force names no roles.</p>}
        <ul className="roles">
          {admin.roles.map((role) => (
            <RoleEditor key={role.id} role={role} edits={edits} isDisabled={isSaving} />
          ))}
        </ul>
        {failure && (
          <FailedMessage
            what="The approvers were not saved. Your edits are still here."
            error={failure}
            onRetry={readAgain}
            retryLabel="Show what is set now"
          />
        )}
      </section>
      <HandedOver admin={admin} actions={actions} refresh={refresh} />
      {edits.count > 0 && (
        <div className="save-bar" role="region" aria-label="Changes that are not saved">
          <p>
            Not saved: <strong>{edits.editedRoles.map(({ title }) => title).join(', ')}</strong>
          </p>
          <div className="buttons">
            <Button appearance="subtle" isDisabled={isSaving} onClick={discard}>
              Discard
            </Button>
            <Button appearance="primary" isLoading={isSaving} onClick={() => void save()}>
              Save
            </Button>
          </div>
        </div>
      )}
    </>
  );
}
