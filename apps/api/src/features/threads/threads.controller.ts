import { Controller } from '@nestjs/common';
import { routes, type RouteInput } from '@parley/shared-types';
import { CurrentCaller, type Caller } from '../../common/caller.js';
import { Endpoint, Input } from '../../common/endpoint.js';
import { ThreadPointers } from './thread-pointers.js';
import { ThreadsService } from './threads.service.js';

@Controller()
export class ThreadsController {
  constructor(
    private readonly threads: ThreadsService,
    private readonly pointers: ThreadPointers,
  ) {}

  @Endpoint(routes.threads)
  list(@CurrentCaller() caller: Caller, @Input() page: RouteInput<typeof routes.threads>) {
    return this.threads.list(caller, page);
  }

  @Endpoint(routes.thread)
  get(@CurrentCaller() caller: Caller, @Input() page: RouteInput<typeof routes.thread>) {
    return this.threads.page(caller, page);
  }

  @Endpoint(routes.readThread)
  read(@CurrentCaller() caller: Caller, @Input() { messageId, seq }: RouteInput<typeof routes.readThread>) {
    return this.pointers.read(caller, messageId, seq);
  }

  @Endpoint(routes.followThread)
  follow(@CurrentCaller() caller: Caller, @Input() { messageId }: RouteInput<typeof routes.followThread>) {
    return this.pointers.follow(caller, messageId, true);
  }

  @Endpoint(routes.unfollowThread)
  unfollow(
    @CurrentCaller() caller: Caller,
    @Input() { messageId }: RouteInput<typeof routes.unfollowThread>,
  ) {
    return this.pointers.follow(caller, messageId, false);
  }
}
