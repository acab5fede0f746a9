import { createParamDecorator, type ExecutionContext } from '@nestjs/common';

/** Who does something that may be kept in the audit log: nobody for the operator of the server. */
export type Actor = { userId: string | null; address: string | null };

/**
 * Who is asking: taken from the session alone, never from a body. `connectionId` only over a socket; `address` is
 * where from, as far as trusted proxies say.
 */
export type Caller = { userId: string; sessionId: string; connectionId?: string; address: string | null };

/** What the guard leaves at a request. */
export type Guarded = { caller: Caller; actor: Actor };

/** The caller of a REST handler; the guard has put it there. */
export const CurrentCaller = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<Guarded>().caller,
);

/** Who calls a route for admins or the operator. */
export const CurrentActor = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<Guarded>().actor,
);
