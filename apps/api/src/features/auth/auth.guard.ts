import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Route } from '@parley/shared-types';
import type { Request } from 'express';
import { forbidden } from '../../common/app-error.js';
import type { Guarded } from '../../common/caller.js';
import { ROUTE } from '../../common/endpoint.js';
import { OriginPolicy } from '../../common/origin-policy.js';
import { PUBLIC } from '../../common/public.js';
import { UsersService } from '../users/users.service.js';
import { Callers } from './callers.js';
import { OperatorTokens } from './operator-tokens.js';
import { presentedToken } from './presented-token.js';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Every route needs a session unless it says otherwise; no foreign page may write with a visitor's cookie. */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly callers: Callers,
    private readonly users: UsersService,
    private readonly operator: OperatorTokens,
    private readonly origins: OriginPolicy,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    const access = this.reflector.get<Route | undefined>(ROUTE, context.getHandler())?.access;
    const isPublic = access === 'public' || this.reflector.getAllAndOverride<boolean>(PUBLIC, targets);
    const request = context.switchToHttp().getRequest<Request & Guarded>();
    const { token, byCookie } = presentedToken(request.headers);

    // Signing in sets a cookie, so a foreign page may not do that either.
    const writes = !READING.has(request.method);
    if (writes && (byCookie || isPublic) && !this.origins.allows(request)) {
      throw forbidden('This page may not write here.');
    }
    if (!isPublic) await this.#admit(request, access, byCookie ? undefined : token, token);
    return true;
  }

  /** @throws AppError `unauthenticated`, or `forbidden` for what is not everybody's */
  async #admit(
    request: Request & Guarded,
    access: Route['access'],
    bearer: string | undefined,
    token: string | undefined,
  ): Promise<void> {
    const address = this.origins.clientOf(request);
    const isForFew = access === 'admin' || access === 'operator';
    if (isForFew && bearer && (await this.operator.verify(bearer))) {
      request.actor = { userId: null, address };
      return;
    }

    const { userId, sessionId } = await this.callers.of(token, request.get('user-agent'));
    request.caller = { userId, sessionId, address };
    request.actor = request.caller;
    if (access === 'operator') throw forbidden("Only the operator's tool does this.");
    if (access === 'admin' && (await this.users.get(userId)).role !== 'admin') {
      throw forbidden('Only admins may do this.');
    }
  }
}
