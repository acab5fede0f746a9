import { createParamDecorator, type ExecutionContext } from '@nestjs/common';

/** Who is asking: taken from the session alone, never from a body. `connectionId` only over a socket. */
export type Caller = { userId: string; sessionId: string; connectionId?: string };

/** The caller of a REST handler; the guard has put it there. */
export const CurrentCaller = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<{ caller: Caller }>().caller,
);
