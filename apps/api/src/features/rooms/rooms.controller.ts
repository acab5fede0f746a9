import { Controller } from '@nestjs/common';
import { routes, type RouteInput } from '@parley/shared-types';
import { CurrentCaller, type Caller } from '../../common/caller.js';
import { Endpoint, Input } from '../../common/endpoint.js';
import { ChangesService } from './changes.service.js';
import { RoomsService } from './rooms.service.js';

@Controller()
export class RoomsController {
  constructor(
    private readonly rooms: RoomsService,
    private readonly changes: ChangesService,
  ) {}

  @Endpoint(routes.rooms)
  list(@CurrentCaller() caller: Caller, @Input() page: RouteInput<typeof routes.rooms>) {
    return this.rooms.list(caller, page);
  }

  @Endpoint(routes.discoverRooms)
  discover(@CurrentCaller() caller: Caller, @Input() page: RouteInput<typeof routes.discoverRooms>) {
    return this.rooms.discover(caller, page);
  }

  @Endpoint(routes.createRoom)
  create(@CurrentCaller() caller: Caller, @Input() room: RouteInput<typeof routes.createRoom>) {
    return this.rooms.create(caller, room);
  }

  @Endpoint(routes.openDirect)
  openDirect(@CurrentCaller() caller: Caller, @Input() { userId }: RouteInput<typeof routes.openDirect>) {
    return this.rooms.openDirect(caller, userId);
  }

  @Endpoint(routes.room)
  get(@CurrentCaller() caller: Caller, @Input() { roomId }: RouteInput<typeof routes.room>) {
    return this.rooms.get(caller, roomId);
  }

  @Endpoint(routes.updateRoom)
  update(@CurrentCaller() caller: Caller, @Input() input: RouteInput<typeof routes.updateRoom>) {
    return this.rooms.update(caller, input.roomId, input);
  }

  @Endpoint(routes.archiveRoom)
  archive(@CurrentCaller() caller: Caller, @Input() { roomId }: RouteInput<typeof routes.archiveRoom>) {
    return this.rooms.archive(caller, roomId);
  }

  @Endpoint(routes.changes)
  since(@CurrentCaller() caller: Caller, @Input() query: RouteInput<typeof routes.changes>) {
    return this.changes.since(caller, query);
  }
}
