import { asApp, asUser, getAppContext, requestJira, route, webTrigger } from '@forge/api';
import { InvocationError, Queue, type AsyncEvent } from '@forge/events';
import { Filter, FilterConditions, ForgeKvsAPIError, kvs, Sort, WhereConditions } from '@forge/kvs';
import Resolver from '@forge/resolver';

/** Carries out one storage step and answers its result, or the code of the error that the SDK raised. */
async function storage(step: () => Promise<unknown>): Promise<unknown> {
  try {
    return { value: await step() };
  } catch (error) {
    return error instanceof ForgeKvsAPIError
      ? { code: error.code, status: error.responseDetails.status }
      : { error: String(error) };
  }
}

const votes = kvs.entity<{ issue: string; voter: string; weight: number }>('vote');
const queue = new Queue({ key: 'work' });
const missing = new Filter<{ voter: string }>().and('voter', FilterConditions.notExists());

const resolver = new Resolver();

/** Defines a resolver function whose payload is not trusted to be anything. */
function define(functionKey: string, answer: (payload: Readonly<Record<string, unknown>>) => unknown): void {
  resolver.define(functionKey, ({ payload }) => answer(payload as Record<string, unknown>));
}

resolver.define('whoami', (request) => ({ ...request }));
resolver.define('clock', () => ({
  now: Date.now(),
  fresh: new Date().toISOString(),
  global: new globalThis.Date().toISOString(),
  given: new Date(2020, 0, 1) instanceof Date,
  text: typeof Date(),
}));
resolver.define('app-context', () => {
  const app = getAppContext();
  return { appAri: app.appAri.toString(), moduleKey: app.moduleKey, remaining: app.invocationRemainingTimeInMillis() };
});
define('mark', (payload) => {
  const seen = (globalThis as Record<string, unknown>)['seen'];
  (globalThis as Record<string, unknown>)['seen'] = payload['mark'];
  return { before: seen ?? null };
});
define('late', async () => {
  await new Promise((resolve) => Object.assign(globalThis, { release: resolve }));
  await kvs.set('late', 'written after the end');
});
define('release', () => (globalThis as unknown as { release(value: unknown): void }).release(1));
resolver.define('throw', () => {
  throw new Error('the resolver said no');
});
resolver.define('egress', async () => {
  const answer = await fetch('https://example.com/');
  return answer.status;
});
define('jira', async (payload) => {
  const path = route`/rest/api/3/issue/${String(payload['key'])}`;
  const as = payload['as'] === 'user' ? asUser() : asApp();
  const response = await as.requestJira(path);
  return { status: response.status, body: (await response.json()) as unknown };
});
resolver.define('jira-write', async () => {
  const response = await asApp().requestJira(route`/rest/api/3/issue/ABC-1/comment`, { method: 'POST', body: '{}' });
  return { status: response.status, body: (await response.json()) as unknown };
});
resolver.define('jira-unknown', async () => {
  const response = await asApp().requestJira(route`/rest/api/3/dashboard`);
  return { status: response.status, body: (await response.json()) as unknown };
});
resolver.define('jira-nobody', async () => (await requestJira(route`/rest/api/3/issue/ABC-1`)).status);
define('hook-url', async (payload) => {
  try {
    return await webTrigger.getUrl(String(payload['key']), payload['forceCreate'] === true);
  } catch (error) {
    return String(error);
  }
});
define('hook-urls', () => webTrigger.queryUrls().catch(String));
define('kvs', async (payload) => {
  const { key, value, options } = payload as { key: string; value?: unknown; options?: never };
  switch (payload['step']) {
    case 'set':
      return storage(() => kvs.set(key, value, options));
    case 'get':
      return storage(() => kvs.get(key));
    case 'delete':
      return storage(() => kvs.delete(key));
    case 'query':
      return storage(() =>
        kvs
          .query()
          .where('key', WhereConditions.beginsWith(key))
          .limit(Number(value ?? 10))
          .getMany(),
      );
    case 'set-secret':
      return storage(() => kvs.setSecret(key, value));
    case 'get-secret':
      return storage(() => kvs.getSecret(key));
    default:
      throw new Error(`no step ${String(payload['step'])}`);
  }
});
define('batch', async (payload) => {
  const keys = (payload as { keys: string[] }).keys;
  await kvs.batchSet(keys.slice(0, 25).map((key, at) => ({ key, value: at })));
  return storage(() =>
    kvs.batchGet([...keys, ...((payload['more'] as string[] | undefined) ?? [])].map((key) => ({ key }))),
  );
});
define('vote-once', (payload) =>
  storage(() =>
    kvs
      .transact()
      .set(String(payload['key']), payload['vote'] as { voter: string }, { entityName: 'vote', conditions: missing })
      .set(`count:${String(payload['key'])}`, 1)
      .execute(),
  ),
);
define('vote-set', (payload) => storage(() => votes.set(String(payload['key']), payload['vote'] as never)));
define('votes', (payload) =>
  storage(() =>
    votes
      .query()
      .index('by-issue', { partition: [payload['issue']] })
      .where(WhereConditions.greaterThan(Number(payload['above'] ?? 0)))
      .sort(payload['descending'] === true ? Sort.DESC : Sort.ASC)
      .limit(Number(payload['limit'] ?? 10))
      .getMany(),
  ),
);
define('votes-of', (payload) =>
  storage(() =>
    votes
      .query()
      .index(String(payload['index']))
      .filters(new Filter<{ weight: number }>().and('weight', FilterConditions.greaterThan(1)))
      .limit(1)
      .getMany(),
  ),
);
define('push', async (payload) => {
  const { events } = payload as { events: { body: Record<string, unknown>; delayInSeconds?: number }[] };
  return (await queue.push(events)).jobId;
});
define('stats', async (payload) => queue.getJob(String(payload['jobId'])).getStats());
define('cancel', async (payload) => queue.cancel(String(payload['jobId'])));

const definitions = resolver.getDefinitions();
export { definitions as resolver };

export async function gate({ configuration, ...call }: { configuration: { answer?: string } }, context: unknown) {
  switch (configuration.answer) {
    case 'yes':
      return { result: true };
    case 'no':
      return { result: false, errorMessage: 'not today' };
    case 'garbage':
      return { result: 'yes' };
    case 'throw':
      throw new Error('broken');
    case 'never':
      return new Promise(() => undefined);
    default:
      await kvs.set('gate-call', { call: { configuration, ...call }, context, remaining: typeof remaining() });
      return { result: true };
  }
}

function remaining(): number {
  return getAppContext().invocationRemainingTimeInMillis();
}

/** Does two platform calls; what it does next is up to the message. */
export async function worker({ body, retryContext, ...rest }: AsyncEvent, context: unknown): Promise<unknown> {
  const name = String(body['name']);
  if (body['do'] === 'again') {
    await queue.push({ body });
    return undefined;
  }
  if (body['do'] === 'overlap') {
    const gauge = globalThis as unknown as { running?: number; most?: number };
    gauge.running = (gauge.running ?? 0) + 1;
    gauge.most = Math.max(gauge.most ?? 0, gauge.running);
    await kvs.set('most', gauge.most);
    gauge.running -= 1;
    return undefined;
  }
  if (body['do'] === 'order') {
    await kvs.set('order', `${(await kvs.get<string>('order')) ?? ''}${name}`);
    return undefined;
  }
  const seen = (await kvs.get<unknown[]>(`seen:${name}`)) ?? [];
  await kvs.set(`seen:${name}`, [...seen, { at: Date.now(), retryContext: retryContext ?? null, ...rest, context }]);
  if (body['do'] === 'retry' && seen.length === 0) {
    return new InvocationError({
      retryAfter: 60,
      retryReason: 'FUNCTION_RETRY_REQUEST' as never,
      retryData: { step: 2 },
    });
  }
  if (body['do'] === 'throw') {
    throw new Error('the worker broke');
  }
  return undefined;
}

export async function onIssue(event: Record<string, unknown>, context: unknown): Promise<unknown> {
  const seen = (await kvs.get<unknown[]>('events')) ?? [];
  await kvs.set('events', [...seen, { event, context }]);
  return event['again'] === true ? new InvocationError() : undefined;
}

export async function nightly(): Promise<void> {
  await kvs.set('nightly', Date.now());
}

export function exporter(payload: unknown, context: unknown): unknown {
  return { payload, context };
}

/** A web trigger: keeps what it was given and answers the output that the body names. */
export async function hook(request: { readonly body: string }, context: unknown): Promise<unknown> {
  const user = await asUser()
    .requestJira(route`/rest/api/3/issue/ABC-1`)
    .then(
      ({ status }) => status,
      (error: unknown) => (error instanceof Error ? error.name : 'unknown'),
    );
  await kvs.set('hooked', { request: { ...request }, context, user });
  if (request.body === 'throw') {
    throw new Error('the hook said no');
  }
  return request.body === 'dynamic' ? { statusCode: 200, body: 'anything' } : { outputKey: request.body };
}
