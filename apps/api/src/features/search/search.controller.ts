import { Controller } from '@nestjs/common';
import { routes, type RouteInput } from '@parley/shared-types';
import { CurrentCaller, type Caller } from '../../common/caller.js';
import { Endpoint, Input } from '../../common/endpoint.js';
import { SearchService } from './search.service.js';

@Controller()
export class SearchController {
  constructor(private readonly messages: SearchService) {}

  @Endpoint(routes.search)
  search(@CurrentCaller() caller: Caller, @Input() query: RouteInput<typeof routes.search>) {
    return this.messages.search(caller, query);
  }
}
