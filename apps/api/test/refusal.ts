import type { CommandError, ErrorCode, Problem } from '@parley/shared-types';

/** A call that was not answered with what it asked for: the same over REST and sockets. */
export class Refusal extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly error: CommandError | Problem,
  ) {
    super(`${code}: ${'detail' in error ? error.detail : error.message}`);
  }
}

/** The code with which a call is refused; fails when it is not. */
export async function refusalOf(call: Promise<unknown>): Promise<ErrorCode> {
  try {
    const answer = await call;
    throw new Error(`Expected a refusal, got ${JSON.stringify(answer)}`);
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}
