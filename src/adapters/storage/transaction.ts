import { Filter, FilterConditions, kvs } from '@forge/kvs';
import { Failure } from '../../domain/failure';
import { failureOf, isRefusedCondition } from './storage-answer';

/** One value to be set in a transaction, and what must hold for it. */
export interface ConditionalSet {
  readonly entity: string;
  readonly key: string;
  readonly value: Readonly<Record<string, string | number>>;
  /** The attribute must not exist, must be equal to a number, or may be as it is. */
  readonly condition: { readonly absent: string } | { readonly attribute: string; readonly is: number } | 'none';
}

/** https://developer.atlassian.com/platform/forge/limits-kvs-ce/ */
const MOST_OPERATIONS = 25;
const MOST_BYTES = 4_000_000;

/**
 * Sets all values or none.
 * @returns false when a condition does not hold: nothing was written.
 * @throws Failure `bad-request` for more than a transaction takes, `unreachable`, `unexpected-answer`.
 */
export async function commit(sets: readonly ConditionalSet[]): Promise<boolean> {
  requireRoom(sets);
  const transaction = kvs.transact();
  for (const { entity, key, value, condition } of sets) {
    transaction.set(key, value, {
      entityName: entity,
      ...(condition !== 'none' && { conditions: filterOf(condition) }),
    });
  }
  try {
    await transaction.execute();
    return true;
  } catch (error) {
    if (isRefusedCondition(error)) return false;
    throw failureOf(error);
  }
}

function requireRoom(sets: readonly ConditionalSet[]): void {
  const bytes = sets.reduce((sum, { value }) => sum + Buffer.byteLength(JSON.stringify(value)), 0);
  if (sets.length > MOST_OPERATIONS || bytes > MOST_BYTES) {
    throw new Failure(
      'bad-request',
      'This is more than the storage of the app takes at once (4 MB). Shorten the longest fields of the change.',
    );
  }
}

function filterOf(condition: Exclude<ConditionalSet['condition'], 'none'>) {
  const filter = new Filter<Record<string, string | number>>();
  return 'absent' in condition
    ? filter.and(condition.absent, FilterConditions.notExists())
    : filter.and(condition.attribute, FilterConditions.equalTo(condition.is));
}
