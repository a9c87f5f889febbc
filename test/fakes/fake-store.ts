import type { GateTrail } from '../../src/domain/aftermath/gate-verdict';
import type { ApprovalSheet } from '../../src/domain/approval/vote';
import { NO_DEPLOY_SECRETS, type DeploySecrets } from '../../src/domain/deploy-gate/deploy-secrets';
import { DEFAULT_FIELD_MAP, type FieldMap } from '../../src/domain/change/field-map';
import { Failure } from '../../src/domain/failure';
import type { LedgerEntry } from '../../src/domain/ledger/ledger-entry';
import type { PolicyInForce } from '../../src/domain/policy/policy-in-force';
import { NO_GOVERNANCE, type Governance } from '../../src/domain/provisioning/governed-project';
import type { SetupProgress } from '../../src/domain/provisioning/progress';
import type { LogMonth } from '../../src/domain/record/change-log';
import type { StoredRecord } from '../../src/domain/record/change-record';
import { NO_SETTINGS, type Settings } from '../../src/domain/settings';
import type { LedgerWrite } from '../../src/ports/ledger';

/** Everything that the app keeps, in memory. What goes in and comes out is copied, as a real storage would. */
export class FakeStore {
  readonly entries: LedgerEntry[] = [];
  policy: PolicyInForce | undefined;
  settings: Settings = NO_SETTINGS;
  deploySecrets: DeploySecrets = NO_DEPLOY_SECRETS;
  readonly sheets = new Map<string, ApprovalSheet>();
  readonly trails = new Map<string, GateTrail>();
  readonly records = new Map<number, StoredRecord>();
  readonly months = new Map<string, LogMonth>();
  readonly rootPages = new Map<string, string>();
  governance: Governance = NO_GOVERNANCE;
  fieldMap: FieldMap = DEFAULT_FIELD_MAP;
  readonly setups = new Map<string, SetupProgress>();

  /** @throws Failure `conflict` when a document is not at the revision before the one written. Nothing is written then. */
  write(writes: readonly LedgerWrite[]): void {
    for (const write of writes) this.#requireNext(write);
    for (const write of structuredClone(writes)) this.#put(write);
  }

  #put(write: LedgerWrite): void {
    switch (write.kind) {
      case 'approval-sheet':
        this.sheets.set(write.key, write.sheet);
        break;
      case 'policy-in-force':
        this.policy = write.inForce;
        break;
      case 'settings':
        this.settings = write.settings;
        break;
      case 'deploy-secrets':
        this.deploySecrets = write.secrets;
        break;
      case 'change-record':
        this.records.set(write.stored.seq, write.stored);
        break;
      case 'gate-trail':
        this.trails.set(write.trail.changeId, write.trail);
        break;
      case 'governance':
        this.governance = write.governance;
        break;
      case 'setup-progress':
        this.setups.set(write.progress.projectId, write.progress);
        break;
      case 'field-map':
        this.fieldMap = write.map;
        break;
      case 'log-month':
        this.months.set(write.month.month, write.month);
    }
  }

  #requireNext(write: LedgerWrite): void {
    switch (write.kind) {
      case 'approval-sheet':
        follow(this.sheets.get(write.key)?.revision, write.sheet.revision);
        break;
      case 'policy-in-force':
        follow(this.policy?.revision, write.inForce.revision);
        break;
      case 'settings':
        follow(this.settings.revision, write.settings.revision);
        break;
      case 'deploy-secrets':
        follow(this.deploySecrets.revision, write.secrets.revision);
        break;
      case 'change-record':
        follow(this.records.has(write.stored.seq) ? 1 : 0, 1);
        break;
      case 'gate-trail':
        follow(this.trails.get(write.trail.changeId)?.revision, write.trail.revision);
        break;
      case 'governance':
        follow(this.governance.revision, write.governance.revision);
        break;
      case 'setup-progress':
        follow(this.setups.get(write.progress.projectId)?.revision, write.progress.revision);
        break;
      case 'field-map':
        break;
      case 'log-month':
        follow(this.months.get(write.month.month)?.revision, write.month.revision);
    }
  }
}

function follow(stored: number | undefined, next: number): void {
  if (next !== (stored ?? 0) + 1) throw new Failure('conflict', 'Somebody else changed this first.');
}
