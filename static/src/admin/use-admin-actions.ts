import { type AdminView } from '../../../src/contracts/api/admin-api';
import { useActions, type Actions } from '../elements/use-actions';

export type AdminActions = Actions<AdminView>;

/** The changes that an admin makes: each answers the settings as they are afterwards. */
export function useAdminActions(replace: (admin: AdminView) => void): AdminActions {
  return useActions(replace);
}
