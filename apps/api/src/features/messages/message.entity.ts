import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { id, instant } from '../../infra/database/column-types.js';

@Entity('messages')
@ForeignKey('rooms', ['roomId'], ['id'])
@ForeignKey('users', ['senderId'], ['id'])
@Index(['roomId', 'seq'], { unique: true })
@Index(['roomId', 'version'], { unique: true })
@Index(['senderId', 'clientId'], { unique: true })
export class MessageEntity {
  @PrimaryColumn(id)
  id: string;

  @Column(id)
  roomId: string;

  @Column('int')
  seq: number;

  @Column('int')
  version: number;

  @Column(id)
  clientId: string;

  @Column(id)
  senderId: string;

  @Column('text')
  body: string;

  @Column(instant)
  createdAt: number;
}
