import type { Policy } from '../domain/policy/policy';
import { dsoPolicy } from './dso';
import { genericPolicy } from './generic';
import { mestaPolicy } from './mesta';
import { noimPolicy } from './noim';
import { pol005Policy } from './pol005';

/** The policies that an admin can put in force as they are. */
export const PRESETS: readonly Policy[] = [genericPolicy, mestaPolicy, dsoPolicy, noimPolicy, pol005Policy];
