import { Controller } from '@nestjs/common';
import { routes, type RouteInput } from '@parley/shared-types';
import { CurrentCaller, type Caller } from '../../common/caller.js';
import { Endpoint, Input } from '../../common/endpoint.js';
import { PresenceService } from './presence.service.js';

/** `PATCH /users/me` is served here, as a new status is told like every change of presence. */
@Controller()
export class PresenceController {
  constructor(private readonly presence: PresenceService) {}

  @Endpoint(routes.updateMe)
  updateMe(@CurrentCaller() caller: Caller, @Input() changes: RouteInput<typeof routes.updateMe>) {
    return this.presence.updateMe(caller, changes);
  }
}
