import { placeOf } from '../../config/database-url.js';
import { DatabaseNotReady } from './not-ready.js';

/** What drivers say, in one line. One that tried several addresses says nothing itself. */
export function reasonOf(error: unknown): string {
  const [first] = error instanceof AggregateError ? (error.errors as unknown[]) : [];
  const { message, code } = (first ?? error) as NodeJS.ErrnoException;
  return (message || code || String(error)).split('\n', 1)[0]!;
}

/** @throws DatabaseNotReady with the place and the reason, when a server cannot be reached or lets nobody in */
export const orUnreachable = <T>(url: string, opening: Promise<T>): Promise<T> =>
  opening.catch((cause: unknown) => {
    throw new DatabaseNotReady(`The database ${placeOf(url)} cannot be used: ${reasonOf(cause)}.`, { cause });
  });
