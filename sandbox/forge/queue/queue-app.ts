import { Hono } from 'hono';
import { z } from 'zod';
import type { Invocation } from '../invocation';
import { modulesOf, type AppManifest } from '../manifest';
import type { Line } from './line';

export interface QueueEnv {
  Bindings: { readonly invocation: Invocation };
}

/** https://developer.atlassian.com/platform/forge/runtime-reference/async-events-api/ */
const MAX_EVENTS = 50;
const MAX_PUSH_BYTES = 200 * 1024;
const MAX_EVENT_BYTES_OF_LONG_CONSUMER = 100 * 1024;
const DEFAULT_CONSUMER_SECONDS = 55;
const MAX_CYCLIC_DEPTH = 1000;

const pushRequest = z.object({
  queueName: z.string(),
  jobId: z.string(),
  type: z.literal('avi:forge:app:event'),
  payload: z
    .array(
      z.strictObject({
        body: z.record(z.string(), z.unknown()),
        delayInSeconds: z.number().min(0).max(900).optional(),
        concurrency: z.strictObject({ key: z.string().min(1), limit: z.number().int().positive() }).optional(),
      }),
    )
    .min(1)
    .max(MAX_EVENTS),
});
const jobRequest = z.object({ queueName: z.string(), jobId: z.string() });

function bytes(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}

/** The gateway calls of `@forge/events` 3.0.8: publish (201), statistics (200) and cancellation (204) of a job. */
export function createQueueApp(manifest: AppManifest, line: Line): Hono<QueueEnv> {
  const app = new Hono<QueueEnv>();
  const path = (operation: string): string => `/webhook/queue/${operation}/*`;

  app.post(path('publish'), async (context) => {
    const parsed = pushRequest.safeParse(await context.req.json());
    if (!parsed.success) {
      return context.json({ code: 400, message: 'Invalid push', errors: parsed.error.issues.map(String) }, 400);
    }
    const { queueName, jobId, payload } = parsed.data;
    const consumer = modulesOf(manifest, 'consumer').find(({ queue }) => queue === queueName);
    if (consumer === undefined) {
      return context.json({ code: 404, message: `The manifest declares no consumer of the queue ${queueName}.` }, 404);
    }
    const { timeoutSeconds = DEFAULT_CONSUMER_SECONDS } =
      modulesOf(manifest, 'function').find(({ key }) => key === consumer.function) ?? {};
    const long = timeoutSeconds > DEFAULT_CONSUMER_SECONDS;
    if (bytes(payload) > MAX_PUSH_BYTES) {
      return context.json({ errorMessage: 'The maximum payload size is 200KB.' }, 413);
    }
    if (long && payload.some((event) => bytes(event) > MAX_EVENT_BYTES_OF_LONG_CONSUMER)) {
      return context.json({ errorMessage: 'The maximum event size of a long-running consumer is 100KB.' }, 413);
    }
    const depth = context.env.invocation.depth + 1;
    if (depth > MAX_CYCLIC_DEPTH) {
      return context.json({ code: 405, message: 'The limit on cyclic invocation has been reached.' }, 405);
    }
    line.jobs.set(jobId, { queueName, success: 0, inProgress: payload.length, failed: 0, cancelled: false });
    for (const { body, delayInSeconds, concurrency } of payload) {
      line.add({
        kind: 'message',
        moduleKey: consumer.key,
        functionKey: consumer.function,
        payload: body,
        queueName,
        jobId,
        depth,
        ...(concurrency === undefined ? {} : { concurrency }),
        ...(delayInSeconds === undefined ? {} : { delaySeconds: delayInSeconds }),
      });
    }
    return context.json({}, 201);
  });

  app.post(path('stats'), async (context) => {
    const { jobId, queueName } = jobRequest.parse(await context.req.json());
    const job = line.jobs.get(jobId);
    return job?.queueName === queueName
      ? context.json({ success: job.success, inProgress: job.inProgress, failed: job.failed })
      : context.json({ code: 404, message: `The job ${jobId} was not found.` }, 404);
  });

  app.post(path('cancel'), async (context) => {
    const { jobId, queueName } = jobRequest.parse(await context.req.json());
    const job = line.jobs.get(jobId);
    if (job?.queueName !== queueName) {
      return context.json({ code: 404, message: `The job ${jobId} was not found.` }, 404);
    }
    const waiting = line.waiting().filter((delivery) => delivery.jobId === jobId);
    waiting.forEach((delivery) => line.remove(delivery));
    line.jobs.set(jobId, { ...job, inProgress: job.inProgress - waiting.length, cancelled: true });
    return context.body(null, 204);
  });

  app.notFound((context) =>
    context.json({ code: 501, message: `The sandbox has no queue call ${context.req.path}.` }, 501),
  );
  return app;
}
