import type { Policy } from '../domain/policy/policy';
import { genericPolicy } from './generic';

/** The policies that an admin can put in force as they are. */
export const PRESETS: readonly Policy[] = [genericPolicy];
