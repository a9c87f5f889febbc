import { z } from 'zod';
import type { FunctionCall } from './forge-host';
import type { Outcome } from './invocation';
import type { AppManifest } from './manifest';
import type { SiteIdentity } from './site-identity';
import { findWebTrigger, type CalledWebTrigger } from './web-trigger-address';

/** https://developer.atlassian.com/platform/forge/limits-invocation/ */
const MAX_REQUEST_BYTES = 5 * 1024 * 1024;
const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH'];

const staticAnswer = z.object({ outputKey: z.string() });

function failed(status: number, message: string): Response {
  return Response.json({ message }, { status });
}

function queryOf({ searchParams }: URL): Record<string, readonly string[]> {
  const names = [...new Set(searchParams.keys())];
  return Object.fromEntries(
    names.map((name) => [name, searchParams.getAll(name).flatMap((values) => values.split(','))]),
  );
}

/** The documented request; names of headers come in small letters, as a web server of Node hands them over. */
function payloadOf(request: Request, { userPath }: CalledWebTrigger, body: string): object {
  const url = new URL(request.url);
  return {
    method: request.method,
    headers: Object.fromEntries([...request.headers].map(([name, value]) => [name, [value]])),
    body,
    path: url.pathname,
    userPath,
    queryParameters: queryOf(url),
  };
}

function responseTo({ module }: CalledWebTrigger, outcome: Outcome): Response {
  if (outcome.kind === 'timed-out') {
    return failed(504, 'The web trigger ran out of time.');
  }
  const answer = outcome.kind === 'returned' ? staticAnswer.safeParse(outcome.value) : undefined;
  const output = module.response.outputs.find(({ key }) => key === answer?.data?.outputKey);
  if (output === undefined) {
    return failed(500, 'The web trigger did not answer with one of its outputs.');
  }
  const { statusCode, body, contentType } = output;
  return new Response(body ?? null, {
    status: statusCode,
    headers: contentType === undefined ? {} : { 'content-type': contentType },
  });
}

/**
 * Answers a call of a static web trigger: anybody may make it, nobody is behind it, and the function only picks one of
 * the manifest's outputs. What Atlassian answers when the function fails is documented for an answer that does not fit
 * (500) only.
 * @see https://developer.atlassian.com/platform/forge/events-reference/web-trigger/
 */
export async function answerWebTrigger(
  manifest: AppManifest,
  identity: SiteIdentity,
  run: (call: FunctionCall) => Promise<Outcome>,
  request: Request,
): Promise<Response> {
  const called = findWebTrigger(manifest, identity, new URL(request.url).pathname);
  if (called === undefined) {
    return failed(404, 'No web trigger has this address.');
  }
  if (!METHODS.includes(request.method)) {
    return failed(405, `A web trigger does not take ${request.method}.`);
  }
  const payload = payloadOf(request, called, await request.text());
  if (Buffer.byteLength(JSON.stringify(payload)) > MAX_REQUEST_BYTES) {
    return failed(413, 'The request of an invocation is limited to 5 MB.');
  }
  const { module } = called;
  return responseTo(called, await run({ module, functionKey: module.function, payload }));
}
