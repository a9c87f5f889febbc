import { z } from 'zod';
import { GATES } from '../domain/change/lifecycle';

/**
 * What the screen of a rule saves with it: for the gate which gate the transition passes, and which rules about the acting
 * person stand beside it; for such a rule, its expression and message.
 */
const gate = z.object({ gate: z.enum(GATES), beside: z.record(z.string(), z.string()).optional() });
const person = z.object({
  gate: z.enum(GATES).optional(),
  ruleId: z.string().optional(),
  expression: z.string().min(1),
  message: z.string(),
});

export type GateConfiguration = z.infer<typeof gate>;
export type PersonConfiguration = z.infer<typeof person>;

export interface SavedConfiguration {
  readonly gate: GateConfiguration | undefined;
  readonly person: PersonConfiguration | undefined;
}

/** Reads `extension.validatorConfig`: a JSON text. What cannot be read has not been configured. */
export function savedConfiguration(saved: unknown): SavedConfiguration {
  const value = typeof saved === 'string' ? fromJson(saved) : saved;
  return { gate: gate.safeParse(value).data, person: person.safeParse(value).data };
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
