import {
  applyDecorators,
  createParamDecorator,
  HttpCode,
  RequestMapping,
  RequestMethod,
  SetMetadata,
  type ExecutionContext,
} from '@nestjs/common';
import type { Route } from '@parley/shared-types';

export const API_PREFIX = '/api/v1';

/** The metadata key under which a handler carries its route. */
export const ROUTE = 'parley:route';

/** Serves a route of the contract: its method, path and status. Handlers take their arguments by `@Input()`. */
export const Endpoint = (route: Route) =>
  applyDecorators(
    RequestMapping({ path: API_PREFIX + route.url, method: RequestMethod[route.method] }),
    HttpCode(route.status ?? (route.data ? 200 : 204)),
    SetMetadata(ROUTE, route),
  );

/** Path, query and body of the call in one object, as `InputInterceptor` has validated them. */
export const Input = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<{ input: object }>().input,
);
