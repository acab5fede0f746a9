import { Controller } from '@nestjs/common';
import { routes, type RouteInput } from '@parley/shared-types';
import { CurrentActor, type Actor } from '../../common/caller.js';
import { Endpoint, Input } from '../../common/endpoint.js';
import { MessagesService } from '../messages/messages.service.js';
import { AccountsService } from './accounts.service.js';
import { AdminUsersService } from './admin-users.service.js';

@Controller()
export class AdminController {
  constructor(
    private readonly users: AdminUsersService,
    private readonly accounts: AccountsService,
    private readonly messages: MessagesService,
  ) {}

  @Endpoint(routes.adminUsers)
  list(@Input() query: RouteInput<typeof routes.adminUsers>) {
    return this.users.list(query);
  }

  @Endpoint(routes.adminUpdateUser)
  update(
    @CurrentActor() actor: Actor,
    @Input() { userId, ...update }: RouteInput<typeof routes.adminUpdateUser>,
  ) {
    return this.users.update(actor, userId, update);
  }

  @Endpoint(routes.adminEndSessions)
  endSessions(@CurrentActor() actor: Actor, @Input() { userId }: RouteInput<typeof routes.adminEndSessions>) {
    return this.users.endSessions(actor, userId);
  }

  @Endpoint(routes.adminRemoveMessage)
  removeMessage(
    @CurrentActor() actor: Actor,
    @Input() { messageId }: RouteInput<typeof routes.adminRemoveMessage>,
  ) {
    return this.messages.remove(actor, messageId);
  }

  @Endpoint(routes.adminCreateUser)
  create(@CurrentActor() actor: Actor, @Input() { username }: RouteInput<typeof routes.adminCreateUser>) {
    return this.accounts.create(actor, username);
  }

  @Endpoint(routes.adminSetRole)
  setRole(@CurrentActor() actor: Actor, @Input() { userId, role }: RouteInput<typeof routes.adminSetRole>) {
    return this.accounts.setRole(actor, userId, role);
  }

  @Endpoint(routes.adminResetUser)
  reset(@CurrentActor() actor: Actor, @Input() { userId }: RouteInput<typeof routes.adminResetUser>) {
    return this.accounts.reset(actor, userId);
  }
}
