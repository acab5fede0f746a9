import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { id, instant } from '../../infra/database/column-types.js';

/**
 * A stored file. It belongs to whoever uploaded it until a message takes it (`messageId`, `roomId`, `postedAt`) or it
 * becomes the picture of a person or a room (`purpose` `avatar`, `postedAt`). `removedAt` says that it is gone for
 * everyone, though its bytes may still have to be removed; then the row goes too.
 */
@Entity('attachments')
@ForeignKey('users', ['uploaderId'], ['id'])
@ForeignKey('rooms', ['roomId'], ['id'])
@Index(['uploaderId'])
@Index(['messageId'], { where: 'message_id IS NOT NULL' })
@Index(['createdAt'], { where: 'posted_at IS NULL' })
@Index(['thumbnails'], { where: "thumbnails = 'pending'" })
export class AttachmentEntity {
  @PrimaryColumn(id)
  id: string;

  @Column(id)
  uploaderId: string;

  /** The room that its message is in. */
  @Column({ ...id, nullable: true })
  roomId: string | null;

  @Column({ ...id, nullable: true })
  messageId: string | null;

  @Column('varchar', { length: 10, default: 'message' })
  purpose: 'message' | 'avatar';

  /** As people see it: no path, no control characters. Nothing is stored under it. */
  @Column('varchar', { length: 200 })
  name: string;

  /** What the content is, and what it is served as; never what the uploader said. */
  @Column('varchar', { length: 100 })
  mimeType: string;

  /** Bytes as stored, without the thumbnails. */
  @Column('bigint', { transformer: { to: (value: number) => value, from: Number } })
  size: number;

  @Column('int', { nullable: true })
  width: number | null;

  @Column('int', { nullable: true })
  height: number | null;

  /** A tiny picture as a `data:` address. */
  @Column('varchar', { length: 500, nullable: true })
  placeholder: string | null;

  @Column('varchar', { length: 500, nullable: true })
  alt: string | null;

  /** Where the bytes are in the store; made by the server. The thumbnails' keys follow from it. */
  @Column('varchar', { length: 100 })
  storageKey: string;

  /** `none` for what is no picture; `pending` until the job has made them. */
  @Column('varchar', { length: 10 })
  thumbnails: 'none' | 'pending' | 'ready';

  @Column(instant)
  createdAt: number;

  @Column({ ...instant, nullable: true })
  postedAt: number | null;

  @Column({ ...instant, nullable: true })
  removedAt: number | null;
}
