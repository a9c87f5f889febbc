import Button from '@atlaskit/button/new';
import { adminApi, type AdminView, type RoleView } from '../../../../src/contracts/api/admin-api';
import { callBackend } from '../../bridge/call-backend';
import { countText } from '../../elements/count-text';
import { Disclosure } from '../../elements/disclosure';
import { FailedMessage } from '../../elements/failed-message';
import { RoleEditor } from '../approvers/role-editor';
import { type AdminActions } from '../use-admin-actions';
import { useRoleEdits } from '../approvers/use-role-edits';

const SAVING = 'saveRolesOfDraft';

interface Props {
  readonly admin: AdminView;
  readonly roles: readonly RoleView[];
  readonly actions: AdminActions;
  readonly refresh: () => void;
  /** Runs after the holders were saved: the checks count on them. */
  readonly onSaved: () => void;
}

/** The roles of a draft: those that nobody holds, to be given holders right here, and behind a button the others. */
export function RolesWithoutHolders({ admin, roles, actions, refresh, onSaved }: Props) {
  const edits = useRoleEdits(roles);
  const isSaving = actions.busy === SAVING;
  const failure = actions.failure?.name === SAVING ? actions.failure.error : undefined;
  const empty = roles.filter(({ holders, projectRoles }) => holders + projectRoles.length === 0);
  const held = roles.filter((role) => !empty.includes(role));
  const save = async () => {
    const payload = { settingsRevision: admin.settingsRevision, roles: edits.changes() };
    const saved = await actions.run(SAVING, 'The holders are saved. The policy is checked again.', () =>
      callBackend('saveRoles', adminApi.saveRoles, payload),
    );
    if (!saved) return;
    edits.discard();
    onSaved();
  };
  const editors = (some: readonly RoleView[]) => (
    <ul className="roles">
      {some.map((role) => (
        <RoleEditor key={role.id} role={role} edits={edits} isDisabled={isSaving} />
      ))}
    </ul>
  );
  if (roles.length === 0) return null;
  return (
    <section aria-labelledby="draft-roles">
      <h3 id="draft-roles">Who holds the roles of this policy</h3>
      <p className="subtle">
        {empty.length === 0
          ? 'Somebody holds every role.'
          : `Nobody holds ${countText(empty.length, 'role')} yet. Holders are saved for the site, also before the policy is in force.`}
      </p>
      {empty.length > 0 && editors(empty)}
      {held.length > 0 && (
        <Disclosure label={`${countText(held.length, 'role')} with holders`}>{editors(held)}</Disclosure>
      )}
      {failure && (
        <FailedMessage
          what="The holders were not saved. Your edits are still here."
          error={failure}
          onRetry={() => {
            actions.forget();
            refresh();
          }}
          retryLabel="Read the settings again"
        />
      )}
      {edits.count > 0 && (
        <div className="buttons">
          <Button appearance="primary" isLoading={isSaving} onClick={() => void save()}>
            Save holders and check again
          </Button>
          <Button appearance="subtle" isDisabled={isSaving} onClick={() => edits.discard()}>
            Undo
          </Button>
        </div>
      )}
    </section>
  );
}
