import { Controller } from '@nestjs/common';
import { routes, type RouteInput } from '@parley/shared-types';
import { CurrentCaller, type Caller } from '../../common/caller.js';
import { Endpoint, Input } from '../../common/endpoint.js';
import { MessagesService } from './messages.service.js';

type OfMessage = RouteInput<typeof routes.message>;
type OfReaction = RouteInput<typeof routes.addReaction>;

@Controller()
export class MessageChangesController {
  constructor(private readonly messages: MessagesService) {}

  @Endpoint(routes.editMessage)
  edit(@CurrentCaller() caller: Caller, @Input() { messageId, body }: RouteInput<typeof routes.editMessage>) {
    return this.messages.edit(caller, messageId, body);
  }

  @Endpoint(routes.deleteMessage)
  delete(@CurrentCaller() caller: Caller, @Input() { messageId }: OfMessage) {
    return this.messages.delete(caller, messageId);
  }

  @Endpoint(routes.addReaction)
  addReaction(@CurrentCaller() caller: Caller, @Input() { messageId, emoji }: OfReaction) {
    return this.messages.react(caller, messageId, emoji, true);
  }

  @Endpoint(routes.removeReaction)
  removeReaction(@CurrentCaller() caller: Caller, @Input() { messageId, emoji }: OfReaction) {
    return this.messages.react(caller, messageId, emoji, false);
  }

  @Endpoint(routes.pinMessage)
  pin(@CurrentCaller() caller: Caller, @Input() { messageId }: OfMessage) {
    return this.messages.pin(caller, messageId, true);
  }

  @Endpoint(routes.unpinMessage)
  unpin(@CurrentCaller() caller: Caller, @Input() { messageId }: OfMessage) {
    return this.messages.pin(caller, messageId, false);
  }
}
