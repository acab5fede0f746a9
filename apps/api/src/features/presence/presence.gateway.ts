import { Injectable } from '@nestjs/common';
import type { CommandPayload } from '@parley/shared-types';
import type { Caller } from '../../common/caller.js';
import { OnCommand } from '../../infra/realtime/command.js';
import { PresenceService } from './presence.service.js';

@Injectable()
export class PresenceGateway {
  constructor(private readonly presence: PresenceService) {}

  @OnCommand('presence:set')
  async set(caller: Caller, { status }: CommandPayload<'presence:set'>) {
    await this.presence.updateMe(caller, { status });
    return {};
  }
}
