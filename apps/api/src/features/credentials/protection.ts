import { MIN_PASSWORD_LENGTH } from '@parley/shared-types';
import type { CredentialEntity } from './credential.entity.js';
import { codeAsMade, hashOf } from './secrets.js';

/** What kept a name somebody's at one moment. */
export class Protection {
  constructor(private readonly credentials: readonly CredentialEntity[]) {}

  get password(): CredentialEntity | undefined {
    return this.credentials.find(({ kind }) => kind === 'password');
  }

  /** Nothing keeps it: whoever says the name has it. */
  get isNone(): boolean {
    return this.credentials.length === 0;
  }

  get recoveryCodesLeft(): number {
    return this.credentials.filter(({ kind }) => kind === 'recovery').length;
  }

  /** Whether this browser keeps the name; a password ends that. */
  isKeptBy(browserSecret: string | undefined): boolean {
    return browserSecret !== undefined && this.#holds('browser', hashOf(browserSecret)) !== undefined;
  }

  recovery(typed: string): CredentialEntity | undefined {
    return typed.length < MIN_PASSWORD_LENGTH
      ? undefined
      : this.#holds('recovery', hashOf(codeAsMade(typed)));
  }

  /** Nothing was added, used up or replaced between the two. */
  isSameAs(other: Protection): boolean {
    const ids = (of: Protection) => of.credentials.map(({ id }) => id).join();
    return ids(this) === ids(other);
  }

  #holds(wanted: CredentialEntity['kind'], hash: string): CredentialEntity | undefined {
    return this.credentials.find((credential) => credential.kind === wanted && credential.hash === hash);
  }
}
