import { Controller } from '@nestjs/common';
import { routes, type RouteInput } from '@parley/shared-types';
import { CurrentActor, type Actor } from '../../common/caller.js';
import { Endpoint, Input } from '../../common/endpoint.js';
import { DeadLettersService } from './dead-letters.service.js';

@Controller()
export class DeadLettersController {
  constructor(private readonly letters: DeadLettersService) {}

  @Endpoint(routes.adminDeadLetters)
  page(@Input() query: RouteInput<typeof routes.adminDeadLetters>) {
    return this.letters.page(query);
  }

  @Endpoint(routes.adminReplayDeadLetters)
  replayAll(
    @CurrentActor() actor: Actor,
    @Input() { topic }: RouteInput<typeof routes.adminReplayDeadLetters>,
  ) {
    return this.letters.replayAll(actor, topic);
  }

  @Endpoint(routes.adminReplayDeadLetter)
  replay(
    @CurrentActor() actor: Actor,
    @Input() { deadLetterId }: RouteInput<typeof routes.adminReplayDeadLetter>,
  ) {
    return this.letters.replay(actor, deadLetterId);
  }

  @Endpoint(routes.adminDiscardDeadLetter)
  discard(
    @CurrentActor() actor: Actor,
    @Input() { deadLetterId }: RouteInput<typeof routes.adminDiscardDeadLetter>,
  ) {
    return this.letters.discard(actor, deadLetterId);
  }
}
