import { Inject, Injectable } from '@nestjs/common';
import { NEW_NAME_NEEDS_PASSWORD, type Login, type SignInRules, type User } from '@parley/shared-types';
import type * as z from 'zod';
import { AppError, forbidden, unauthenticated } from '../../common/app-error.js';
import type { Actor } from '../../common/caller.js';
import { ENV } from '../../config/config.module.js';
import type { Env } from '../../config/env.js';
import { Database, type Transaction } from '../../infra/database/database.js';
import { lockRows } from '../../infra/database/locks.js';
import { AuditLog } from '../audit/audit-log.js';
import { CredentialsService } from '../credentials/credentials.service.js';
import { hashPassword, requireStrong } from '../credentials/passwords.js';
import { hashOf, newBrowserSecret } from '../credentials/secrets.js';
import { General } from '../rooms/general.js';
import type { RoomEntity } from '../rooms/room.entity.js';
import type { UserEntity } from '../users/user.entity.js';
import { UsersService } from '../users/users.service.js';
import { ExternalTokens } from './external-tokens.js';
import { Proofs, wanted, type Given } from './proofs.js';
import type { OpenedBy, SessionEntity } from './session.entity.js';
import { SessionTokens } from './session-tokens.js';
import { SessionsService } from './sessions.service.js';

/** Where a sign-in comes from. */
export type Origin = Pick<Actor, 'address'> &
  Pick<Given, 'browserSecret' | 'signedInAs'> & { userAgent: string | undefined };

/** `browserSecret` is there when the browser keeps the name from now on. */
export type SignedIn = {
  user: User;
  token: string;
  expiresAt: number;
  recoveryCodes?: string[];
  browserSecret?: string;
};

/** `claims`: this browser keeps the name from now on. `isUnkept`: nothing did until now. */
type Opening = { userId: string; openedBy: OpenedBy; claims?: boolean; isUnkept?: boolean };
type Opened = {
  session: SessionEntity;
  joined: RoomEntity | null;
  codes: string[];
  browserSecret: string | undefined;
};

/** What was decided on is no longer so. */
class Overtaken extends Error {}
const TRIES = 5;

@Injectable()
export class AuthService {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly database: Database,
    private readonly users: UsersService,
    private readonly general: General,
    private readonly credentials: CredentialsService,
    private readonly proofs: Proofs,
    private readonly sessions: SessionsService,
    private readonly tokens: SessionTokens,
    private readonly externalTokens: ExternalTokens,
    private readonly audit: AuditLog,
  ) {}

  get rules(): SignInRules {
    return { mode: this.env.AUTH_MODE, external: this.externalTokens.areTaken };
  }

  /**
   * Signs in under a name; where the mode allows it, a new name makes a new account, in #general.
   * @throws AppError `unauthenticated` with the field that the name opens by, `forbidden`, `validation_failed`
   */
  async login(given: z.output<typeof Login>, origin: Origin): Promise<SignedIn> {
    if (this.env.AUTH_MODE === 'external') throw forbidden('One signs in from another system here.');

    const opened = await this.#opened(given, origin);
    return this.#welcome(opened);
  }

  /** Signs in whoever another system says this is. @throws AppError `unauthenticated` */
  async external(token: string, origin: Origin): Promise<SignedIn> {
    const identity = await this.externalTokens.verify(token);
    if (!identity) throw unauthenticated('This token is not good here.');

    const opened = await this.database.write(async (tx) => {
      const { id: userId, isNew } = await this.users.getOrCreateExternal(tx, identity);
      const joined = isNew ? await this.#admit(tx, userId, origin) : null;
      return { ...(await this.#open(tx, { userId, openedBy: 'external' }, origin)), joined };
    });
    this.users.changed(opened.session.userId);
    return this.#welcome(opened);
  }

  /** Decides outside of the transaction, as hashing is slow, and again when something changed meanwhile. */
  async #opened(given: z.output<typeof Login>, origin: Origin): Promise<Opened> {
    for (let attempt = 1; ; attempt++) {
      try {
        const person = await this.users.byName(given.username);
        return person
          ? await this.#returning(person, { ...given, ...origin }, origin)
          : await this.#arriving(given, origin);
      } catch (error) {
        if (!(error instanceof Overtaken) || attempt === TRIES) throw error;
      }
    }
  }

  async #returning(person: UserEntity, given: Given, origin: Origin): Promise<Opened> {
    const proof = await this.proofs
      .of(person, given)
      .catch((error: unknown) => this.#refuse(person, given, origin, error));

    return this.database.write(async (tx) => {
      await lockRows(tx, 'users', [person.id]);
      const now = await this.credentials.protectionOf(person.id, tx);
      const isActive = (await this.users.within(tx, person.id)).deactivatedAt === null;
      if (!isActive || !now.isSameAs(proof.protection)) throw new Overtaken();
      if (proof.spent) await this.credentials.spend(tx, proof.spent);
      return this.#open(tx, { userId: person.id, ...proof }, origin);
    });
  }

  /** Who tried to get in by a guess is kept; who only asked what the name opens by is not. */
  async #refuse(person: UserEntity, given: Given, origin: Origin, refusal: unknown): Promise<never> {
    const isGuess = given.password !== undefined || given.recoveryCode !== undefined;
    if (isGuess && refusal instanceof AppError && refusal.code === 'unauthenticated') {
      const deed = { action: 'session.refused', userId: person.id } as const;
      await this.database.write((tx) => this.audit.record(tx, nobodyAt(origin), deed));
    }
    throw refusal;
  }

  async #arriving(
    { username, password }: { username: string; password?: string | undefined },
    origin: Origin,
  ): Promise<Opened> {
    const hash = await this.#newPassword(username, password);

    return this.database.write(async (tx) => {
      const { id: userId, isNew } = await this.users.getOrCreate(tx, username);
      if (!isNew) throw new Overtaken();
      if (hash) await this.credentials.setPassword(tx, userId, hash);
      const claims = this.env.AUTH_MODE === 'claim' && !hash;
      const openedBy = hash ? 'password' : 'name';
      const opened = await this.#open(tx, { userId, openedBy, claims, isUnkept: true }, origin);
      return { ...opened, joined: await this.#admit(tx, userId, origin) };
    });
  }

  /** Where every account has a password, the first sign-in sets it; elsewhere one that is given does so too. */
  async #newPassword(username: string, password: string | undefined): Promise<string | null> {
    if (password === undefined) {
      if (this.env.AUTH_MODE === 'password') throw wanted('password', NEW_NAME_NEEDS_PASSWORD);
      return null;
    }
    requireStrong(password, username);
    return hashPassword(password);
  }

  async #admit(tx: Transaction, userId: string, { address }: Origin): Promise<RoomEntity> {
    await this.audit.record(tx, { userId, address }, { action: 'user.created', userId });
    return this.general.admit(tx, userId);
  }

  async #open(tx: Transaction, opening: Opening, origin: Origin): Promise<Opened> {
    const { userId, openedBy, claims = false, isUnkept = false } = opening;
    const browserSecret = claims ? (origin.browserSecret ?? newBrowserSecret()) : undefined;
    if (browserSecret) await this.credentials.keepBrowser(tx, userId, browserSecret);
    const needsCodes = isUnkept && (claims || openedBy === 'password');
    const codes = needsCodes ? await this.credentials.renewCodes(tx, userId) : [];

    const kept = browserSecret ?? (openedBy === 'browser' ? origin.browserSecret : undefined);
    const session = await this.sessions.open(tx, {
      userId,
      openedBy,
      userAgent: origin.userAgent,
      ...(kept && { browserHash: hashOf(kept) }),
    });
    const details = { by: openedBy };
    await this.audit.record(
      tx,
      { userId, address: origin.address },
      { action: 'session.opened', userId, details },
    );
    return { session, joined: null, codes, browserSecret };
  }

  async #welcome({ session, joined, codes, browserSecret }: Opened): Promise<SignedIn> {
    const { userId, expiresAt } = session;
    if (joined) await this.general.welcomed(joined, userId);

    const [user, token] = await Promise.all([this.users.get(userId), this.tokens.sign(session)]);
    return {
      user,
      token,
      expiresAt,
      ...(codes.length > 0 && { recoveryCodes: codes }),
      ...(browserSecret && { browserSecret }),
    };
  }
}

const nobodyAt = ({ address }: Origin): Actor => ({ userId: null, address });
