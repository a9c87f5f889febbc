import { callerContext, type CallerContext } from '../../contracts/caller-context';
import type { Contract } from '../../contracts/contract';
import type { Ports } from '../../ports/ports';
import { requireAdministrator } from '../../usecases/require-administrator';
import { resolverCall } from '../invocation';

/** A call of the Jira admin page: asks first whether the caller administers Jira. */
export function adminCall<Request, Value>(
  request: Contract<Request>,
  work: (ports: Ports, caller: CallerContext, request: Request) => Promise<Value>,
) {
  return resolverCall(callerContext, request, async (ports, caller, parsed) => {
    await requireAdministrator(ports, caller.accountId);
    return work(ports, caller, parsed);
  });
}
