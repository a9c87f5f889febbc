import { z } from 'zod';
import { CLOSED_STAGES, GATES, STAGES } from '../../domain/change/lifecycle';
import { DUTIES } from '../../domain/policy/duty';

/** Shapes that several stored documents are made of. */
export const accountId = z.string().min(1);
export const instant = z.iso.datetime({ precision: 3 });
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
export const revision = z.number().int().positive();
export const ledgerNumber = z.number().int().positive();
export const month = z.string().regex(/^\d{4}-\d{2}$/);

export const gate = z.enum(GATES);
export const stage = z.enum(STAGES);
export const closedStage = z.enum(CLOSED_STAGES);
export const duty = z.enum(DUTIES);
/** A field of every change or of a policy's own; the policy that declared it may be another one by now. */
export const fieldId = z.string().min(1);

export const changeIdentity = z.strictObject({ id: z.string().min(1), key: z.string().min(1) });
