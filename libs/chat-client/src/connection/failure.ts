import {
  ERROR_STATUS,
  type CommandError,
  type ErrorCode,
  type FieldError,
  type Problem,
} from '@parley/shared-types';

/** What every failed call has, over either transport. `retryAfterMs` is set when the server said when to come back. */
export abstract class CallFailed extends Error {
  abstract readonly code: ErrorCode;
  abstract readonly errors: FieldError[];
  abstract readonly retryAfterMs: number | undefined;
}

/** A socket command that was refused, timed out (`timeout`) or found no connection (`unavailable`). */
export class CommandFailed extends CallFailed {
  readonly code: ErrorCode;
  readonly errors: FieldError[];
  readonly retryAfterMs: number | undefined;

  constructor(error: Pick<CommandError, 'code' | 'message' | 'errors' | 'retryAfterMs'>) {
    super(error.message);
    this.name = 'CommandFailed';
    this.code = error.code;
    this.errors = error.errors ?? [];
    this.retryAfterMs = error.retryAfterMs;
  }
}

/** A REST call that failed; `problem` is the server's answer, or one made here when there was none. */
export class ProblemError extends CallFailed {
  constructor(
    readonly problem: Problem,
    readonly retryAfterMs: number | undefined = undefined,
    options?: ErrorOptions,
  ) {
    super(problem.detail || problem.title, options);
    this.name = 'ProblemError';
  }

  get code(): ErrorCode {
    return this.problem.code;
  }

  get status(): number {
    return this.problem.status;
  }

  get errors(): FieldError[] {
    return this.problem.errors ?? [];
  }
}

/** The code of anything thrown by this library; what it did not throw itself is `internal`. */
export const codeOf = (error: unknown): ErrorCode => (error instanceof CallFailed ? error.code : 'internal');

/** A problem for an answer that carried none: a lost network, a proxy's own error page. */
export const problemOf = (code: ErrorCode, detail: string): Problem => ({
  type: 'about:blank',
  title: code,
  status: ERROR_STATUS[code],
  detail,
  code,
  requestId: '',
});
