import type { AccountId } from '../domain/change/identity';
import {
  secretsOf,
  withNewSecret,
  withoutSecrets,
  type DeploySecrets,
  type ProjectSecrets,
} from '../domain/deploy-gate/deploy-secrets';
import { Failure } from '../domain/failure';
import type { Instant } from '../domain/instant';
import type { EntryDraft } from '../domain/ledger/ledger-entry';
import type { Ports } from '../ports/ports';

type SecretPorts = Pick<Ports, 'archive' | 'ledger' | 'clock' | 'secretVault'>;

/** Which projects have a secret for the deploy gate, and where it is asked. */
export interface DeployGates {
  readonly secrets: DeploySecrets;
  /** Null where the platform did not say. */
  readonly url: string | null;
  readonly names: Readonly<Record<AccountId, string>>;
  readonly now: Instant;
}

/** Reads the gates of all projects. Names and the address are left out where they cannot be looked up. */
export async function viewDeployGates(
  ports: Pick<Ports, 'archive' | 'people' | 'clock' | 'deployAddress'>,
): Promise<DeployGates> {
  const secrets = await ports.archive.deploySecrets();
  const people = [...new Set(Object.values(secrets.projects).map(({ current }) => current.by))];
  const [url, names] = await Promise.all([
    orElse(() => ports.deployAddress.url(), null),
    orElse(async () => (people.length === 0 ? {} : ports.people.namesOf(people)), {}),
  ]);
  return { secrets, url, names, now: ports.clock.now() };
}

/**
 * Makes a secret for a project; one that it had before goes on working for 24 hours. It is made known once, here.
 * @param seenRevision The revision that the administrator was shown.
 * @throws Failure `moved-on` when somebody else changed the secrets since, `bad-request` for a project that Jira lacks.
 */
export async function makeDeploySecret(
  ports: SecretPorts & Pick<Ports, 'namedProjects'>,
  administrator: AccountId,
  seenRevision: number,
  projectKey: string,
): Promise<string> {
  const before = await secretsAt(ports, seenRevision);
  if ((await ports.namedProjects.find(projectKey)) === undefined) {
    throw new Failure('bad-request', 'Jira has no project with this key.');
  }
  // Kept first: a secret that is not named in the register opens nothing, should the rest fail.
  const { id, secret } = await ports.secretVault.make();
  const now = ports.clock.now();
  const after = withNewSecret(before, projectKey, { id, since: now, by: administrator });
  const replaced = secretsOf(after, projectKey)?.previous ?? null;
  const event = { kind: 'deploy-secret-made', projectKey, secretId: id, replaced } as const;
  await save(ports, { actionId: `deploy-secret:${id}`, at: now, by: administrator, event }, after);
  const given = secretsOf(before, projectKey)?.previous;
  if (given) await forget(ports, [given.id]);
  return secret;
}

/**
 * Makes every secret of a project stop working at once.
 * @throws Failure `moved-on` as above, also where the project has none.
 */
export async function revokeDeploySecret(
  ports: SecretPorts,
  administrator: AccountId,
  seenRevision: number,
  projectKey: string,
): Promise<void> {
  const before = await secretsAt(ports, seenRevision);
  const revoked = secretsOf(before, projectKey);
  if (revoked === undefined) throw movedOn();
  const secretIds = idsOf(revoked);
  const draft: EntryDraft = {
    actionId: `deploy-secrets-revoked:${revoked.current.id}`,
    at: ports.clock.now(),
    by: administrator,
    event: { kind: 'deploy-secrets-revoked', projectKey, secretIds },
  };
  await save(ports, draft, withoutSecrets(before, projectKey));
  await forget(ports, secretIds);
}

async function secretsAt({ archive }: SecretPorts, seenRevision: number): Promise<DeploySecrets> {
  const secrets = await archive.deploySecrets();
  if (secrets.revision !== seenRevision) throw movedOn();
  return secrets;
}

async function save({ ledger }: SecretPorts, draft: EntryDraft, secrets: DeploySecrets): Promise<void> {
  try {
    await ledger.append(draft, () => [{ kind: 'deploy-secrets', secrets }]);
  } catch (error) {
    throw error instanceof Failure && error.code === 'conflict' ? movedOn() : error;
  }
}

/** Tidies up. A secret that stays behind opens nothing, so a failure to remove it changes nothing. */
async function forget({ secretVault }: SecretPorts, ids: readonly string[]): Promise<void> {
  await Promise.all(ids.map((id) => orElse(() => secretVault.forget(id), undefined)));
}

function idsOf({ current, previous }: ProjectSecrets): readonly string[] {
  return previous === null ? [current.id] : [current.id, previous.id];
}

function movedOn(): Failure {
  return new Failure(
    'moved-on',
    'Somebody else changed the secrets since this page was opened. Look at them again before you go on.',
  );
}

async function orElse<T, U>(work: () => Promise<T>, otherwise: U): Promise<T | U> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Failure) return otherwise;
    throw error;
  }
}
