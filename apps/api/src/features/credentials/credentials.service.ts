import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Transaction } from '../../infra/database/database.js';
import type { CredentialEntity, CredentialKind } from './credential.entity.js';
import { CredentialsRepository } from './credentials.repository.js';
import { Protection } from './protection.js';
import { hashOf, newCodes } from './secrets.js';

/** Keeps and replaces what proves that a name is somebody's. A new kind of proof is a new kind of credential. */
@Injectable()
export class CredentialsService {
  constructor(private readonly credentials: CredentialsRepository) {}

  async protectionOf(userId: string, tx?: Transaction): Promise<Protection> {
    return new Protection(await this.credentials.of(userId, tx));
  }

  /** From now on the name opens by this password, or by a recovery code, and by no browser of itself. */
  async setPassword(tx: Transaction, userId: string, passwordHash: string): Promise<void> {
    await this.credentials.deleteKinds(tx, userId, ['password', 'browser']);
    await this.credentials.insert(tx, [credential(userId, 'password', passwordHash)]);
  }

  /** New recovery codes in the place of all earlier ones; only here are they ever seen. */
  async renewCodes(tx: Transaction, userId: string, count?: number): Promise<string[]> {
    const codes = newCodes(count);
    await this.credentials.deleteKinds(tx, userId, ['recovery']);
    await this.credentials.insert(
      tx,
      codes.map((code) => credential(userId, 'recovery', hashOf(code))),
    );
    return codes;
  }

  /** This browser opens the name from now on. */
  async keepBrowser(tx: Transaction, userId: string, secret: string): Promise<void> {
    const hash = hashOf(secret);
    await this.credentials.deleteBrowser(tx, userId, hash);
    await this.credentials.insert(tx, [credential(userId, 'browser', hash)]);
  }

  async forgetBrowser(tx: Transaction, userId: string, secretHash: string): Promise<void> {
    await this.credentials.deleteBrowser(tx, userId, secretHash);
  }

  /** No browser opens the name any more, save the one of this secret. */
  async forgetBrowsers(tx: Transaction, userId: string, exceptHash?: string): Promise<void> {
    await this.credentials.deleteBrowsers(tx, userId, exceptHash);
  }

  /** A recovery code opens once. */
  async spend(tx: Transaction, { id }: CredentialEntity): Promise<void> {
    await this.credentials.delete(tx, id);
  }

  /** Nothing that opened the name opens it any more; the codes that are answered do. */
  async reset(tx: Transaction, userId: string, codes: number): Promise<string[]> {
    await this.credentials.deleteKinds(tx, userId, ['password', 'browser']);
    return this.renewCodes(tx, userId, codes);
  }
}

const credential = (userId: string, kind: CredentialKind, hash: string): CredentialEntity => ({
  id: uuidv7(),
  userId,
  kind,
  hash,
  createdAt: Date.now(),
});
