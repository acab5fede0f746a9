import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Nothing, type Route } from '@parley/shared-types';
import type { Request } from 'express';
import { ROUTE } from './endpoint.js';
import { parse } from './parse.js';

/** Validates every call by its route's schemas, also what a route does not take: that must be empty. */
@Injectable()
export class InputInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler) {
    const route = this.reflector.get<Route | undefined>(ROUTE, context.getHandler());
    const request = context.switchToHttp().getRequest<Request & { input?: object }>();
    if (route) request.input = inputOf(route, request);
    return next.handle();
  }
}

const inputOf = (route: Route, { params, query, body }: Request): object => ({
  ...(parse(route.path ?? Nothing, params) as object),
  ...(parse(route.query ?? Nothing, query) as object),
  ...(parse(route.body ?? Nothing, body ?? {}) as object),
});
