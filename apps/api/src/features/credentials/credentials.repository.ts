import { Injectable } from '@nestjs/common';
import { In, Not, type EntityManager } from 'typeorm';
import { Database, type Transaction } from '../../infra/database/database.js';
import { CredentialEntity, type CredentialKind } from './credential.entity.js';

@Injectable()
export class CredentialsRepository {
  constructor(private readonly database: Database) {}

  of(userId: string, manager: EntityManager = this.database.reads): Promise<CredentialEntity[]> {
    return manager.find(CredentialEntity, { where: { userId }, order: { id: 'ASC' } });
  }

  /** Which of these people have a password. */
  async havingPassword(userIds: string[]): Promise<Set<string>> {
    const rows = await this.database.reads.findBy(CredentialEntity, {
      userId: In(userIds),
      kind: 'password',
    });
    return new Set(rows.map(({ userId }) => userId));
  }

  async insert(tx: Transaction, credentials: CredentialEntity[]): Promise<void> {
    if (credentials.length > 0) await tx.insert(CredentialEntity, credentials);
  }

  async delete(tx: Transaction, id: string): Promise<void> {
    await tx.delete(CredentialEntity, { id });
  }

  async deleteKinds(tx: Transaction, userId: string, kinds: CredentialKind[]): Promise<void> {
    await tx.delete(CredentialEntity, { userId, kind: In(kinds) });
  }

  async deleteBrowsers(tx: Transaction, userId: string, exceptHash?: string): Promise<void> {
    const others = exceptHash ? { hash: Not(exceptHash) } : {};
    await tx.delete(CredentialEntity, { userId, kind: 'browser', ...others });
  }

  async deleteBrowser(tx: Transaction, userId: string, hash: string): Promise<void> {
    await tx.delete(CredentialEntity, { userId, kind: 'browser', hash });
  }
}
