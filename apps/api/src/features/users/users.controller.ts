import { Controller } from '@nestjs/common';
import { routes, type RouteInput } from '@parley/shared-types';
import { Endpoint, Input } from '../../common/endpoint.js';
import { UsersService } from './users.service.js';

@Controller()
export class UsersController {
  constructor(private readonly users: UsersService) {}

  @Endpoint(routes.findUsers)
  async find(@Input() { query = '', ids, limit, cursor }: RouteInput<typeof routes.findUsers>) {
    if (ids === undefined) return this.users.find(query, limit, cursor);
    return { items: await this.users.byIds(ids.split(',')), nextCursor: null };
  }

  @Endpoint(routes.user)
  get(@Input() { userId }: RouteInput<typeof routes.user>) {
    return this.users.get(userId);
  }
}
