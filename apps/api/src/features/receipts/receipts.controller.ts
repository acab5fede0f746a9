import { Controller } from '@nestjs/common';
import { routes, type RouteInput } from '@parley/shared-types';
import { CurrentCaller, type Caller } from '../../common/caller.js';
import { Endpoint, Input } from '../../common/endpoint.js';
import { ReceiptsService } from './receipts.service.js';

@Controller()
export class ReceiptsController {
  constructor(private readonly receipts: ReceiptsService) {}

  @Endpoint(routes.markRead)
  read(@CurrentCaller() caller: Caller, @Input() { roomId, seq }: RouteInput<typeof routes.markRead>) {
    return this.receipts.read(caller, roomId, seq);
  }

  @Endpoint(routes.markUnread)
  unread(@CurrentCaller() caller: Caller, @Input() { roomId, seq }: RouteInput<typeof routes.markUnread>) {
    return this.receipts.unread(caller, roomId, seq);
  }
}
