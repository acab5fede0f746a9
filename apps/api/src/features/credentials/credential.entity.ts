import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { id, instant } from '../../infra/database/column-types.js';

/**
 * `password`: an argon2id hash, one a person. `recovery`: the hash of a code that opens a name once. `browser`: the
 * hash of the secret that a browser keeps, which opens a claimed name.
 */
export type CredentialKind = 'password' | 'recovery' | 'browser';

/** Something by which a name is proven to be somebody's. A name without any is open. */
@Entity('credentials')
@ForeignKey('users', ['userId'], ['id'])
export class CredentialEntity {
  @PrimaryColumn(id)
  id: string;

  @Index()
  @Column(id)
  userId: string;

  @Column('varchar', { length: 20 })
  kind: CredentialKind;

  /** Never the secret itself. */
  @Column('varchar', { length: 255 })
  hash: string;

  @Column(instant)
  createdAt: number;
}
