import { sha256Hex } from '../../domain/canonical';
import { Failure } from '../../domain/failure';

/** The entities of manifest.yml. */
export const LEDGER_ENTRY = 'ledger-entry';
export const LEDGER_ACTION = 'ledger-action';
export const STORED_DOCUMENT = 'stored-document';

/** https://developer.atlassian.com/platform/forge/limits-kvs-ce/ allows more; this is what the app's own ids are made of. */
const SAFE_ID = /^[A-Za-z0-9_.-]{1,200}$/;

export const POLICY_KEY = 'policy-in-force';
export const SETTINGS_KEY = 'settings';
export const FIELD_MAP_KEY = 'field-map';
export const GOVERNANCE_KEY = 'governance';
export const LEDGER_HEAD_KEY = 'ledger-head';
export const DEPLOY_SECRETS_KEY = 'deploy-secrets';
export const SWEEP_KEY = 'sweep';
export const KNOWN_CHANGES_KEY = 'known-changes';
export const LEARNED_PROJECTS_KEY = 'learned-projects';
export const MONTH_LIST_KEY = 'log-months';

export const approvalsKey = (changeKey: string): string => keyOf('approvals', changeKey);
export const recordKey = (seq: number): string => keyOf('record', String(seq));
export const latestRecordKey = (changeId: string): string => keyOf('latest-record', changeId);
/** The list of the ledger entries about a change; with a number, one of its full pages. */
export const changeEntriesKey = (changeId: string, page?: number): string =>
  keyOf('change-entries', page === undefined ? changeId : `${changeId}.${String(page)}`);
export const monthKey = (month: string): string => keyOf('log-month', month);
export const setupProgressKey = (projectId: string): string => keyOf('setup', projectId);
export const rootPageKey = (spaceId: string): string => keyOf('root-page', spaceId);
/** What the gates said of a change. */
export const gateTrailKey = (changeId: string): string => keyOf('gate-trail', changeId);
export const entryKey = (seq: number): string => keyOf('entry', String(seq));

/** A secret of the deploy gate, in the encrypted part of the storage. */
export const deploySecretKey = (secretId: string): string => keyOf('deploy-secret', secretId);
export const nonceKey = (digest: string): string => keyOf('deploy-nonce', digest);

/** Hashed, because the name of an act may hold anything. */
export const actionKey = (actionId: string): string => keyOf('action', sha256Hex(actionId));

/** Further parts of a document that is too large for one key, from 1. */
export const partKey = (key: string, part: number): string => (part === 0 ? key : `${key}#${String(part)}`);

function keyOf(kind: string, id: string): string {
  if (!SAFE_ID.test(id)) throw new Failure('bad-request', `Nothing can be kept under this name (${kind}).`);
  return `${kind}:${id}`;
}
