import { Controller, Req, Res } from '@nestjs/common';
import { routes, SESSION_COOKIE, type LoginResult, type RouteInput } from '@parley/shared-types';
import type { Request, Response } from 'express';
import { CurrentCaller, type Caller } from '../../common/caller.js';
import { Endpoint, Input } from '../../common/endpoint.js';
import { OriginPolicy } from '../../common/origin-policy.js';
import { UsersService } from '../users/users.service.js';
import { AuthService, type Origin, type SignedIn } from './auth.service.js';
import { BROWSER_COOKIE, browserSecretOf } from './browser-cookie.js';
import { Callers } from './callers.js';
import { MyCredentialsService } from './my-credentials.service.js';
import { MySessionsService } from './my-sessions.service.js';
import { presentedToken } from './presented-token.js';

/** The longest that browsers keep a cookie, in milliseconds. */
const BROWSER_COOKIE_MS = 400 * 86_400_000;

@Controller()
export class AuthController {
  constructor(
    private readonly auth: AuthService,
    private readonly callers: Callers,
    private readonly users: UsersService,
    private readonly credentials: MyCredentialsService,
    private readonly sessions: MySessionsService,
    private readonly origins: OriginPolicy,
  ) {}

  @Endpoint(routes.signInRules)
  rules() {
    return this.auth.rules;
  }

  @Endpoint(routes.login)
  async login(
    @Input() given: RouteInput<typeof routes.login>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.#remember(await this.auth.login(given, await this.#originOf(request)), request, response);
  }

  @Endpoint(routes.externalLogin)
  async external(
    @Input() { token }: RouteInput<typeof routes.externalLogin>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.#remember(await this.auth.external(token, await this.#originOf(request)), request, response);
  }

  @Endpoint(routes.logout)
  async logout(
    @CurrentCaller() caller: Caller,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    await this.sessions.end(caller, caller.sessionId);
    response.clearCookie(SESSION_COOKIE, cookieFor(request));
  }

  @Endpoint(routes.me)
  me(@CurrentCaller() caller: Caller) {
    return this.users.get(caller.userId);
  }

  @Endpoint(routes.sessions)
  list(@CurrentCaller() caller: Caller) {
    return this.sessions.list(caller);
  }

  @Endpoint(routes.endSession)
  endSession(@CurrentCaller() caller: Caller, @Input() { sessionId }: RouteInput<typeof routes.endSession>) {
    return this.sessions.end(caller, sessionId);
  }

  @Endpoint(routes.endOtherSessions)
  endOtherSessions(@CurrentCaller() caller: Caller) {
    return this.sessions.endOthers(caller);
  }

  @Endpoint(routes.credentials)
  myCredentials(@CurrentCaller() caller: Caller) {
    return this.credentials.of(caller);
  }

  @Endpoint(routes.setPassword)
  async setPassword(
    @CurrentCaller() caller: Caller,
    @Input() { password, current }: RouteInput<typeof routes.setPassword>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.#remember(await this.credentials.setPassword(caller, password, current), request, response);
  }

  @Endpoint(routes.makeRecoveryCodes)
  async makeRecoveryCodes(
    @CurrentCaller() caller: Caller,
    @Input() { current }: RouteInput<typeof routes.makeRecoveryCodes>,
  ) {
    return { recoveryCodes: await this.credentials.makeCodes(caller, current) };
  }

  /** Whoever asks with a session that is over is nobody in particular, and may sign in. */
  async #originOf(request: Request): Promise<Origin> {
    const { token } = presentedToken(request.headers);
    const signedIn = token ? await this.callers.of(token).catch(() => null) : null;
    return {
      address: this.origins.clientOf(request),
      userAgent: request.get('user-agent'),
      browserSecret: browserSecretOf(request.headers),
      signedInAs: signedIn?.userId,
    };
  }

  /** Leaves the session with the browser, and what it keeps a claimed name by. */
  #remember(
    { expiresAt, browserSecret, ...result }: SignedIn,
    request: Request,
    response: Response,
  ): LoginResult {
    response.cookie(SESSION_COOKIE, result.token, { ...cookieFor(request), expires: new Date(expiresAt) });
    if (browserSecret) {
      response.cookie(BROWSER_COOKIE, browserSecret, { ...cookieFor(request), maxAge: BROWSER_COOKIE_MS });
    }
    return result;
  }
}

/** Out of reach of scripts and of other sites; over https nowhere else. */
const cookieFor = (request: Request) =>
  ({ httpOnly: true, sameSite: 'lax', secure: request.secure, path: '/' }) as const;
