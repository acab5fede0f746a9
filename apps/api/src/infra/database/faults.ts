import { AppError, unavailable } from '../../common/app-error.js';

/**
 * What a failed statement or commit says of the database itself. `full`: no space is left. `down`: it cannot be
 * reached, or cannot work now. `contended`: somebody else wrote at the same time, and the same again may succeed.
 * `duplicate`: a row that must be the only one of its kind is there already.
 */
export type Fault = 'full' | 'down' | 'contended' | 'duplicate';

const FAULTS: Record<Fault, string[]> = {
  full: ['SQLITE_FULL', '53100', 'ER_DISK_FULL', 'ER_RECORD_FILE_FULL'],
  down: [
    ...['SQLITE_BUSY', 'SQLITE_IOERR', 'SQLITE_LOCKED', 'SQLITE_CANTOPEN'],
    // PostgreSQL: too many connections, out of memory, shutting down, starting up, cancelled, no longer the primary.
    ...['53200', '53300', '57P01', '57P02', '57P03', '57P05', '57014', '25006'],
    ...['ER_CON_COUNT_ERROR', 'ER_SERVER_SHUTDOWN', 'ER_OPTION_PREVENTS_STATEMENT', 'ER_STATEMENT_TIMEOUT'],
    ...['PROTOCOL_CONNECTION_LOST', 'PROTOCOL_SEQUENCE_TIMEOUT', 'POOL_CLOSED', 'ER_CONNECTION_KILLED'],
    ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENOTFOUND', 'EAI_AGAIN'],
  ],
  contended: ['40001', '40P01', '55P03', 'ER_LOCK_DEADLOCK', 'ER_LOCK_WAIT_TIMEOUT', 'ER_CHECKREAD'],
  duplicate: ['23505', 'ER_DUP_ENTRY'],
};

const faultOfCode = new Map(
  Object.entries(FAULTS).flatMap(([fault, codes]) => codes.map((code) => [code, fault as Fault] as const)),
);

/**
 * Drivers give no code where it was the connection that went away under a query; nor does TypeORM where it went away
 * between two of them: it has taken it from the transaction then.
 */
const LOST =
  /connection (terminated|error|timeout|is closed|lost)|closed state|not queryable|already released|timeout (exceeded|expired)|read timeout/i;

/** Undefined when the statement was at fault. */
export function faultOf(error: unknown): Fault | undefined {
  const failed = error as { driverError?: unknown; code?: unknown; message?: unknown } | null | undefined;
  const { code, message } = (failed?.driverError ?? failed ?? {}) as { code?: unknown; message?: unknown };
  const known = faultOfCode.get(String(code ?? ''));
  if (known) return known;
  // SQLSTATE class 08: connection exceptions.
  if (typeof code === 'string' && /^08[0-9A-Z]{3}$/.test(code)) return 'down';
  return code === undefined && LOST.test(String(message ?? '')) ? 'down' : undefined;
}

/** What the caller is told when nothing could be stored or read because of the database; null when it was not. */
export function refusalOfFault(error: unknown): AppError | null {
  const fault = faultOf(error);
  if (!fault || fault === 'duplicate') return null;
  if (fault === 'full') {
    return new AppError('storage_full', 'The server has no space left to store this.', { cause: error });
  }
  return unavailable(error);
}
