import { z } from 'zod';
import { GATES } from '../../domain/change/lifecycle';

/** The pieces that the sections of a policy are made of. Nothing is trimmed: reading must not change what is hashed. */

const NOT_BLANK = /\S/;

/** An id, or a short name. */
export const name = z.string().max(200).regex(NOT_BLANK, 'This must not be blank.');
export const names = z.array(name).max(200);
export const someNames = names.min(1);

/** A sentence or a paragraph. */
export const text = z.string().max(10_000).regex(NOT_BLANK, 'This must not be blank.');

/** Words that may be missing. */
export const remark = z.string().max(10_000);

export const civilDate = z.iso.date('This is no date. Write it as 2026-12-31.');

export const gate = z.enum(GATES);
export const gates = z.array(gate).min(1).max(GATES.length);

/** A number of whole things, from one to a most that no policy means to exceed. */
export function count(most: number) {
  return z.number().int().min(1).max(most);
}

/** Hours, with fractions: more than none, and at most a year of them. */
export const hours = z.number().positive().max(8_784);
