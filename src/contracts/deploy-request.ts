import { z } from 'zod';
import type { AskedDeployment } from '../domain/deploy-gate/asked-deployment';
import type { SignedText } from '../domain/deploy-gate/signature';

/** The headers of a request to the deploy gate. */
export const TIMESTAMP_HEADER = 'X-Change-Timestamp';
export const SIGNATURE_HEADER = 'X-Change-Signature';

const MOST_CHARACTERS = 2000;

/**
 * A call of a web trigger.
 * @see https://developer.atlassian.com/platform/forge/events-reference/web-trigger/
 */
const webTriggerCall = z.object({
  method: z.literal('POST'),
  headers: z.record(z.string(), z.array(z.string())),
  body: z.string().max(MOST_CHARACTERS),
});

const askedDeployment = z.strictObject({
  change: z.string().regex(/^[A-Z][A-Z0-9_]{0,254}-[1-9][0-9]{0,17}$/),
  /** What a person may have called an environment: no control characters, nothing around it. */
  environment: z.string().regex(/^(?=\S)[^\p{C}]{1,100}(?<=\S)$/u),
  nonce: z.string().regex(/^[A-Za-z0-9_-]{16,64}$/),
}) satisfies z.ZodType<AskedDeployment>;

const timestamp = z.string().regex(/^[1-9][0-9]{9,10}$/);
const signature = z
  .string()
  .regex(/^sha256=[0-9a-f]{64}$/)
  .transform((value) => value.slice('sha256='.length));

export interface DeployRequest {
  readonly asked: AskedDeployment;
  readonly text: SignedText;
}

/** A request to the deploy gate in its documented form, signed by nobody knows whom. */
export const deployRequest = webTriggerCall
  .transform(({ headers, body }) => ({
    asked: jsonOf(body),
    text: { timestamp: onlyHeader(headers, TIMESTAMP_HEADER), signature: onlyHeader(headers, SIGNATURE_HEADER), body },
  }))
  .pipe(
    z.object({ asked: askedDeployment, text: z.object({ timestamp, signature, body: z.string() }) }),
  ) satisfies z.ZodType<DeployRequest>;

/** The value of a header that was sent once, however its name was written. */
function onlyHeader(headers: Readonly<Record<string, readonly string[]>>, name: string): string | undefined {
  const values = Object.entries(headers).flatMap(([key, sent]) =>
    key.toLowerCase() === name.toLowerCase() ? sent : [],
  );
  return values.length === 1 ? values[0] : undefined;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
