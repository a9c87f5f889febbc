import type { z } from 'zod';

/** Reads one kind of thing out of what is foreign. */
export type Contract<T> = z.ZodType<T>;

/** Why a contract could not read something. */
export type ContractError = z.ZodError;
