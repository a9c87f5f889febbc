import { Failure } from '../domain/failure';

const MOST_TRIES = 5;

/**
 * Does a piece of work again, from reading on, when somebody else changed the same thing between its reading and its
 * writing. The work must read everything afresh each time.
 * @throws Failure `conflict` when it loses every time.
 */
export async function onFreshState<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      const lostRace = error instanceof Failure && error.code === 'conflict';
      if (!lostRace || tries >= MOST_TRIES) throw error;
    }
  }
}
