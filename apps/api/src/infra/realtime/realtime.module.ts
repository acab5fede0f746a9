import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { OriginPolicy } from '../../common/origin-policy.js';
import { Broadcaster } from './broadcaster.js';
import { CommandRouter } from './command-router.js';
import { ConnectionRegistry } from './connection-registry.js';
import { RealtimeServer } from './realtime-server.js';

@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [OriginPolicy, CommandRouter, RealtimeServer, Broadcaster, ConnectionRegistry],
  exports: [OriginPolicy, CommandRouter, RealtimeServer, Broadcaster, ConnectionRegistry],
})
export class RealtimeModule {}
