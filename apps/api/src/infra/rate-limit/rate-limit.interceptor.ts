import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Route } from '@parley/shared-types';
import type { Request, Response } from 'express';
import type { Guarded } from '../../common/caller.js';
import { ROUTE } from '../../common/endpoint.js';
import { RateLimits } from './rate-limits.js';

/** Whether somebody has paid for this call; the door out lets the address pay for the others. */
export const isPaid = ({ locals }: Response): boolean => locals['isPaid'] === true;

/** Lets every call of the contract be paid for, before anything of it is looked at. Probes of health are free. */
@Injectable()
export class RateLimitInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly limits: RateLimits,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler) {
    const route = this.reflector.get<Route | undefined>(ROUTE, context.getHandler());
    if (!route) return next.handle();

    const http = context.switchToHttp();
    const { caller, ip } = http.getRequest<Request & Partial<Guarded>>();
    http.getResponse<Response>().locals['isPaid'] = true;
    const paid = this.limits.route(route, { userId: caller?.userId, address: ip });
    return paid ? paid.then(() => next.handle()) : next.handle();
  }
}
