import { Controller } from '@nestjs/common';
import { routes, type RouteInput } from '@parley/shared-types';
import { CurrentCaller, type Caller } from '../../common/caller.js';
import { Endpoint, Input } from '../../common/endpoint.js';
import { RoomMembersService } from './room-members.service.js';

@Controller()
export class RoomMembersController {
  constructor(private readonly members: RoomMembersService) {}

  @Endpoint(routes.joinRoom)
  join(@CurrentCaller() caller: Caller, @Input() { roomId }: RouteInput<typeof routes.joinRoom>) {
    return this.members.join(caller, roomId);
  }

  @Endpoint(routes.leaveRoom)
  leave(@CurrentCaller() caller: Caller, @Input() { roomId }: RouteInput<typeof routes.leaveRoom>) {
    return this.members.leave(caller, roomId);
  }

  @Endpoint(routes.members)
  list(
    @CurrentCaller() caller: Caller,
    @Input() { roomId, limit, cursor }: RouteInput<typeof routes.members>,
  ) {
    return this.members.list(caller, roomId, limit, cursor);
  }

  @Endpoint(routes.addMembers)
  add(@CurrentCaller() caller: Caller, @Input() { roomId, userIds }: RouteInput<typeof routes.addMembers>) {
    return this.members.add(caller, roomId, userIds);
  }

  @Endpoint(routes.updateMember)
  setRole(
    @CurrentCaller() caller: Caller,
    @Input() { roomId, userId, role }: RouteInput<typeof routes.updateMember>,
  ) {
    return this.members.setRole(caller, roomId, userId, role);
  }

  @Endpoint(routes.removeMember)
  remove(
    @CurrentCaller() caller: Caller,
    @Input() { roomId, userId }: RouteInput<typeof routes.removeMember>,
  ) {
    return this.members.remove(caller, roomId, userId);
  }

  @Endpoint(routes.updateMyMembership)
  updateMine(
    @CurrentCaller() caller: Caller,
    @Input() { roomId, ...settings }: RouteInput<typeof routes.updateMyMembership>,
  ) {
    return this.members.updateMine(caller, roomId, settings);
  }
}
