import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Route } from '@parley/shared-types';
import type { Request } from 'express';
import { forbidden } from '../../common/app-error.js';
import type { Caller } from '../../common/caller.js';
import { ROUTE } from '../../common/endpoint.js';
import { OriginPolicy } from '../../common/origin-policy.js';
import { PUBLIC } from '../../common/public.js';
import { AuthService } from './auth.service.js';
import { presentedToken } from './presented-token.js';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Every route needs a session unless it says otherwise; no foreign page may write with a visitor's cookie. */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly auth: AuthService,
    private readonly origins: OriginPolicy,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    const route = this.reflector.get<Route | undefined>(ROUTE, context.getHandler());
    const isPublic = route?.access === 'public' || this.reflector.getAllAndOverride<boolean>(PUBLIC, targets);
    const request = context.switchToHttp().getRequest<Request & { caller: Caller }>();
    const { token, byCookie } = presentedToken(request.headers);

    // Signing in sets a cookie, so a foreign page may not do that either.
    const writes = !READING.has(request.method);
    if (writes && (byCookie || isPublic) && !this.origins.allows(request)) {
      throw forbidden('This page may not write here.');
    }
    if (!isPublic) request.caller = await this.auth.authenticate(token);
    return true;
  }
}
