import { Injectable } from '@nestjs/common';
import { forbidden } from '../../common/app-error.js';
import type { Caller } from '../../common/caller.js';
import { BlocksRepository } from '../blocks/blocks.repository.js';
import { UsersService } from '../users/users.service.js';

/** Whom somebody may bring into a room, or begin a direct one with. */
@Injectable()
export class Invitations {
  constructor(
    private readonly users: UsersService,
    private readonly blocks: BlocksRepository,
  ) {}

  /**
   * All of them or none: a room that came to be without somebody would look like a fault.
   * @throws AppError `not_found` for who is not there (any more), `forbidden` where somebody blocks the caller
   */
  async requireWilling({ userId }: Caller, ids: string[]): Promise<void> {
    await this.users.requireActive(ids);
    if (await this.blocks.isBlockedByAny(userId, ids)) {
      throw forbidden('You cannot bring one of these people in.');
    }
  }

  /** The refusal is the same for both, and says not who blocks whom. @throws AppError `not_found`, `forbidden` */
  async requireReachable(caller: Caller, userId: string): Promise<void> {
    await this.users.requireActive([userId]);
    if (await this.blocks.isBetween(caller.userId, userId)) {
      throw forbidden('You cannot write to each other.');
    }
  }
}
