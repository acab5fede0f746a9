import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { OriginPolicy } from '../../common/origin-policy.js';
import { Broadcaster } from './broadcaster.js';
import { CatchUp } from './catch-up.js';
import { CommandRouter } from './command-router.js';
import { ConnectionRegistry } from './connection-registry.js';
import { Elsewhere } from './elsewhere.js';
import { RealtimeServer } from './realtime-server.js';

@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [
    OriginPolicy,
    CommandRouter,
    RealtimeServer,
    Broadcaster,
    Elsewhere,
    ConnectionRegistry,
    CatchUp,
  ],
  exports: [OriginPolicy, CommandRouter, RealtimeServer, Broadcaster, ConnectionRegistry],
})
export class RealtimeModule {}
