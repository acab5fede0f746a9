import { Module } from '@nestjs/common';
import { FollowersRepository } from './followers.repository.js';
import { ThreadFollowers } from './thread-followers.js';

/**
 * Apart from `threads`, and before `messages`: a reply decides in its own transaction who follows, while reading a
 * thread needs the messages.
 */
@Module({
  providers: [FollowersRepository, ThreadFollowers],
  exports: [FollowersRepository, ThreadFollowers],
})
export class FollowersModule {}
