const MESSAGE = 'Injected by the fault plan of the sandbox.';

function bodyOf(route: string, status: number): unknown {
  switch (route) {
    case 'jira':
      return { errorMessages: [MESSAGE], errors: {} };
    case 'confluence': {
      const code = status === 409 ? 'CONFLICT' : status === 429 ? 'TOO_MANY_REQUESTS' : 'INTERNAL_SERVER_ERROR';
      return { errors: [{ status, code, title: MESSAGE, detail: null }] };
    }
    default:
      return { code: status === 429 ? 'RATE_LIMIT_EXCEEDED' : 'INTERNAL_ERROR', message: MESSAGE };
  }
}

/** The answer of a part of the platform to a call that the fault plan let fail, in that part's own shape of errors. */
export function faultAnswer(route: string, status: number): Response {
  const headers: Record<string, string> = status === 429 ? { 'Retry-After': '5', 'X-RateLimit-Remaining': '0' } : {};
  return Response.json(bodyOf(route, status), { status, headers });
}
