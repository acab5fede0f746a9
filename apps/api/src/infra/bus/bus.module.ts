import { Global, Module } from '@nestjs/common';
import { Redis } from '../redis/redis.js';
import { Bus } from './bus.js';
import { LocalBus } from './local-bus.js';
import { RedisBus } from './redis-bus.js';

@Global()
@Module({
  providers: [
    {
      provide: Bus,
      inject: [Redis],
      useFactory: (redis: Redis) => (redis.isConfigured ? new RedisBus(redis) : new LocalBus()),
    },
  ],
  exports: [Bus],
})
export class BusModule {}
