import { compose } from '../../composition';
import { deployRequest } from '../../contracts/deploy-request';
import type { DeployCode } from '../../domain/deploy-gate/deploy-code';
import { askDeployGate } from '../../usecases/ask-deploy-gate';
import { logDefect, logRefusal, newReference } from '../invocation';

/**
 * `webtrigger`: a pipeline asks whether it may deploy. Anybody may call, so all that counts is the signature; a request
 * that is not in the documented form is as good as unsigned. Always answers one of the outputs of manifest.yml.
 */
export async function deployGate(call: unknown): Promise<{ readonly outputKey: DeployCode }> {
  const reference = newReference();
  try {
    const request = deployRequest.safeParse(call);
    const code = request.success ? await askDeployGate(compose(), request.data) : 'bad-signature';
    if (code === 'bad-signature') logRefusal('a request to the deploy gate that nobody signed', reference);
    return { outputKey: code };
  } catch (error) {
    logDefect(error, reference);
    return { outputKey: 'cannot-tell' };
  }
}
