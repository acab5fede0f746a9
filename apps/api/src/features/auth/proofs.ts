import { Inject, Injectable } from '@nestjs/common';
import { AppError, forbidden } from '../../common/app-error.js';
import { ENV } from '../../config/config.module.js';
import type { Env } from '../../config/env.js';
import { RateLimits } from '../../infra/rate-limit/rate-limits.js';
import { CredentialsService } from '../credentials/credentials.service.js';
import type { CredentialEntity } from '../credentials/credential.entity.js';
import { isPassword } from '../credentials/passwords.js';
import type { Protection } from '../credentials/protection.js';
import type { UserEntity } from '../users/user.entity.js';
import type { OpenedBy } from './session.entity.js';
import { SessionsService } from './sessions.service.js';

/** What somebody brings who wants to sign in under a name. */
export type Given = {
  password?: string | undefined;
  recoveryCode?: string | undefined;
  /** The secret by which a browser that has kept a name is known. */
  browserSecret?: string | undefined;
  /** Whose session the request carries. */
  signedInAs?: string | undefined;
};

/**
 * Why a name opens. `protection` is what that was decided on; `claims`: this browser keeps it from now on;
 * `isUnkept`: nobody did until now.
 */
export type Proof = {
  openedBy: OpenedBy;
  protection: Protection;
  spent?: CredentialEntity;
  claims?: boolean;
  isUnkept?: boolean;
};

/** The one place that knows what a known name opens by, in each mode. */
@Injectable()
export class Proofs {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly credentials: CredentialsService,
    private readonly sessions: SessionsService,
    private readonly limits: RateLimits,
  ) {}

  /** @throws AppError `unauthenticated`, with the field that is wanted, `forbidden` for good, or `rate_limited` */
  async of(person: UserEntity, given: Given): Promise<Proof> {
    if (person.deactivatedAt !== null) throw forbidden('This account was deactivated.');
    if (person.externalId !== null)
      throw forbidden('This name opens only from the system that it comes from.');

    const protection = await this.credentials.protectionOf(person.id);
    if (given.recoveryCode) return this.#byRecovery(person, protection, given.recoveryCode);
    if (protection.password) return this.#byPassword(person, protection, protection.password, given.password);
    return this.#withoutPassword(person, protection, given);
  }

  async #withoutPassword(person: UserEntity, protection: Protection, given: Given): Promise<Proof> {
    const isOpen = protection.isNone && this.env.AUTH_MODE === 'open';
    if (isOpen) return { openedBy: 'name', protection };
    if (this.env.AUTH_MODE === 'password') {
      throw wanted('recoveryCode', 'This name has no password yet. Ask the operator for a code.');
    }
    if (protection.isKeptBy(given.browserSecret)) return { openedBy: 'browser', protection };
    // An open session of the name is as good as the browser that keeps it, and a known one stays known.
    if (given.signedInAs === person.id) {
      const claims = this.env.AUTH_MODE === 'claim';
      return { openedBy: 'browser', protection, claims, isUnkept: claims && protection.isNone };
    }
    if (!protection.isNone) throw wanted('recoveryCode', 'Another browser keeps this name.');

    // From before names were claimed: whoever is signed in under it comes first.
    if ((await this.sessions.liveOf(person.id)).length > 0) {
      throw wanted('recoveryCode', 'Somebody is signed in under this name.');
    }
    return { openedBy: 'browser', protection, claims: true, isUnkept: true };
  }

  /**
   * It opens once. Where there is no password, the browser that it opens in keeps the name from then on: with its last
   * code spent, the name would be anybody's.
   */
  async #byRecovery(person: UserEntity, protection: Protection, typed: string): Promise<Proof> {
    const spent = protection.recovery(typed);
    const opens = await this.limits.guess(person.id, () => spent !== undefined);
    if (!opens || !spent) throw wanted('recoveryCode', 'This code does not open the name.');
    return { openedBy: 'recovery', protection, spent, claims: !protection.password };
  }

  async #byPassword(
    person: UserEntity,
    protection: Protection,
    password: CredentialEntity,
    given: string | undefined,
  ): Promise<Proof> {
    if (given === undefined) throw wanted('password', 'This name needs its password.');
    const opens = await this.limits.guess(person.id, () => isPassword(given, password.hash));
    if (!opens) throw wanted('password', 'This is not the password.');
    return { openedBy: 'password', protection };
  }
}

/** The name is known, and opens by what stands at `field`. */
export const wanted = (field: 'password' | 'recoveryCode', message: string) =>
  new AppError('unauthenticated', message, { errors: [{ path: field, message }] });
