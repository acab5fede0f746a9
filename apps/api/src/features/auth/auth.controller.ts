import { Controller, Req, Res } from '@nestjs/common';
import { routes, SESSION_COOKIE, type RouteInput } from '@parley/shared-types';
import type { Request, Response } from 'express';
import { CurrentCaller, type Caller } from '../../common/caller.js';
import { Endpoint, Input } from '../../common/endpoint.js';
import { UsersService } from '../users/users.service.js';
import { AuthService } from './auth.service.js';

@Controller()
export class AuthController {
  constructor(
    private readonly auth: AuthService,
    private readonly users: UsersService,
  ) {}

  @Endpoint(routes.login)
  async login(
    @Input() { username }: RouteInput<typeof routes.login>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    const { expiresAt, ...result } = await this.auth.login(username, request.get('user-agent'));
    response.cookie(SESSION_COOKIE, result.token, { ...cookieFor(request), expires: new Date(expiresAt) });
    return result;
  }

  @Endpoint(routes.logout)
  async logout(
    @CurrentCaller() caller: Caller,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    await this.auth.end(caller, caller.sessionId);
    response.clearCookie(SESSION_COOKIE, cookieFor(request));
  }

  @Endpoint(routes.me)
  me(@CurrentCaller() caller: Caller) {
    return this.users.get(caller.userId);
  }

  @Endpoint(routes.sessions)
  sessions(@CurrentCaller() caller: Caller) {
    return this.auth.devices(caller);
  }

  @Endpoint(routes.endSession)
  endSession(@CurrentCaller() caller: Caller, @Input() { sessionId }: RouteInput<typeof routes.endSession>) {
    return this.auth.end(caller, sessionId);
  }
}

/** Out of reach of scripts and of other sites; over https nowhere else. */
const cookieFor = (request: Request) =>
  ({ httpOnly: true, sameSite: 'lax', secure: request.secure, path: '/' }) as const;
