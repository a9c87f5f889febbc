import type { Policy } from '../domain/policy/policy';
import { genericPolicy } from './generic';
import { mestaPolicy } from './mesta';
import { pol005Policy } from './pol005';

/** The policies that an admin can put in force as they are. */
export const PRESETS: readonly Policy[] = [genericPolicy, mestaPolicy, pol005Policy];
