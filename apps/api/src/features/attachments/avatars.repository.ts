import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Transaction } from '../../infra/database/database.js';
import { AttachmentEntity } from './attachment.entity.js';

@Injectable()
export class AvatarsRepository {
  /** The picture that a person shows, as a list of it. */
  async idsOf(tx: Transaction, userId: string): Promise<string[]> {
    const shown = await tx.findBy(AttachmentEntity, {
      uploaderId: userId,
      purpose: 'avatar',
      roomId: IsNull(),
      removedAt: IsNull(),
    });
    return shown.map(({ id }) => id);
  }

  async show(tx: Transaction, id: string, roomId: string | null, at: number): Promise<void> {
    await tx.update(AttachmentEntity, { id }, { purpose: 'avatar', roomId, postedAt: at });
  }
}
