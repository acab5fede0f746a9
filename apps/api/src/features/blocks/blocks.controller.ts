import { Controller } from '@nestjs/common';
import { routes, type RouteInput } from '@parley/shared-types';
import { CurrentCaller, type Caller } from '../../common/caller.js';
import { Endpoint, Input } from '../../common/endpoint.js';
import { BlocksService } from './blocks.service.js';

@Controller()
export class BlocksController {
  constructor(private readonly blocks: BlocksService) {}

  @Endpoint(routes.blocks)
  list(@CurrentCaller() caller: Caller) {
    return this.blocks.list(caller);
  }

  @Endpoint(routes.block)
  block(@CurrentCaller() caller: Caller, @Input() { userId }: RouteInput<typeof routes.block>) {
    return this.blocks.block(caller, userId);
  }

  @Endpoint(routes.unblock)
  unblock(@CurrentCaller() caller: Caller, @Input() { userId }: RouteInput<typeof routes.unblock>) {
    return this.blocks.unblock(caller, userId);
  }
}
