import { askedProject, nonceDigest, type AskedDeployment } from '../domain/deploy-gate/asked-deployment';
import { begunBy } from '../domain/deploy-gate/begun-by';
import { decideDeployment } from '../domain/deploy-gate/decide-deployment';
import type { DeployCode, RecordedCode } from '../domain/deploy-gate/deploy-code';
import { workingSecrets } from '../domain/deploy-gate/deploy-secrets';
import { isSigned, type SignedText } from '../domain/deploy-gate/signature';
import type { ChangeIdentity } from '../domain/change/identity';
import { Failure } from '../domain/failure';
import type { Instant } from '../domain/instant';
import type { Ports } from '../ports/ports';
import { gatherChange } from './gather-change';

type GatePorts = Pick<
  Ports,
  'changes' | 'archive' | 'people' | 'ledger' | 'clock' | 'deadline' | 'secretVault' | 'deployNonces'
>;

/** A change that was asked about; undefined where it is not known which. */
interface Decided {
  readonly code: RecordedCode;
  readonly change: ChangeIdentity | null;
}

/**
 * Answers whether a change may be deployed now, to whoever knows a secret of its project. Every answer to a signed
 * request is on record before it is given; one that cannot be recorded, or not in time, is `cannot-tell`. A request that
 * is not signed leaves no trace in the ledger, so that nobody can fill it, and is told nothing.
 */
export async function askDeployGate(
  ports: GatePorts,
  { asked, text }: { readonly asked: AskedDeployment; readonly text: SignedText },
): Promise<DeployCode> {
  const deadline = ports.deadline.start();
  try {
    const answer = await Promise.race([answerTo(ports, asked, text), deadline.late]);
    return answer === 'late' ? 'cannot-tell' : answer;
  } catch (error) {
    if (error instanceof Failure) return 'cannot-tell';
    throw error;
  } finally {
    deadline.done();
  }
}

async function answerTo(ports: GatePorts, asked: AskedDeployment, text: SignedText): Promise<DeployCode> {
  const now = ports.clock.now();
  const ids = workingSecrets(await ports.archive.deploySecrets(), askedProject(asked), now);
  const secrets = await Promise.all(ids.map((id) => ports.secretVault.find(id)));
  const known = secrets.filter((secret) => secret !== undefined);
  if (!isSigned(text, known, now)) return 'bad-signature';
  const isNew = await ports.deployNonces.claim(nonceDigest(asked));
  return record(ports, asked, isNew ? await decide(ports, asked, now) : { code: 'replayed', change: null }, now);
}

async function decide(ports: GatePorts, asked: AskedDeployment, now: Instant): Promise<Decided> {
  try {
    return await look(ports, asked, now);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { code: error.code === 'not-found' ? 'unknown-change' : 'cannot-tell', change: null };
  }
}

async function look(ports: GatePorts, asked: AskedDeployment, instant: Instant): Promise<Decided> {
  const { change, isChangeRequest, governed } = await gatherChange(ports, asked.change, {
    gates: ['implement', 'expedite'],
  });
  // Jira also answers to the key that an issue had before it was moved to a project with a secret of its own.
  if (!isChangeRequest || change.key !== asked.change) return { code: 'unknown-change', change: null };
  if (governed === undefined) return { code: 'cannot-tell', change };
  const { facts, inForce } = governed;
  const hasBegun = facts.stage.state === 'known' && facts.stage.value === 'implementing';
  const begun = hasBegun ? begunBy(await ports.changes.history(change.id)) : 'implement';
  const { environment } = asked;
  const code = decideDeployment({ policy: inForce.policy, facts, begunBy: begun, environment, instant });
  return { code, change };
}

/** A request is on record once, and a replay of it once more however often it is replayed. */
async function record(
  ports: GatePorts,
  asked: AskedDeployment,
  { code, change }: Decided,
  at: Instant,
): Promise<RecordedCode> {
  const digest = nonceDigest(asked);
  const { already } = await ports.ledger.append(
    {
      actionId: `${code === 'replayed' ? 'deploy-replayed' : 'deploy-asked'}:${digest}`,
      at,
      by: 'app',
      event: {
        kind: 'deploy-asked',
        key: asked.change,
        change,
        environment: asked.environment,
        code,
        nonceDigest: digest,
      },
    },
    () => [],
  );
  // The ledger remembers a nonce for ever, the storage of nonces only as long as a signature is good.
  return already ? 'replayed' : code;
}
