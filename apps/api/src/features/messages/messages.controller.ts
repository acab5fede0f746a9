import { Controller, HttpStatus, Res } from '@nestjs/common';
import { routes, type RouteInput } from '@parley/shared-types';
import type { Response } from 'express';
import { CurrentCaller, type Caller } from '../../common/caller.js';
import { Endpoint, Input } from '../../common/endpoint.js';
import { MessagesService } from './messages.service.js';

@Controller()
export class MessagesController {
  constructor(private readonly messages: MessagesService) {}

  @Endpoint(routes.messages)
  history(@CurrentCaller() caller: Caller, @Input() query: RouteInput<typeof routes.messages>) {
    return this.messages.history(caller, query);
  }

  @Endpoint(routes.message)
  get(@CurrentCaller() caller: Caller, @Input() { messageId }: RouteInput<typeof routes.message>) {
    return this.messages.get(caller, messageId);
  }

  @Endpoint(routes.pins)
  pins(@CurrentCaller() caller: Caller, @Input() { roomId }: RouteInput<typeof routes.pins>) {
    return this.messages.pins(caller, roomId);
  }

  @Endpoint(routes.postMessage)
  async send(
    @CurrentCaller() caller: Caller,
    @Input() draft: RouteInput<typeof routes.postMessage>,
    @Res({ passthrough: true }) response: Response,
  ) {
    const { message, isNew } = await this.messages.send(caller, draft);
    if (!isNew) response.status(HttpStatus.OK);
    return message;
  }
}
