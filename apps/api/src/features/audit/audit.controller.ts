import { Controller } from '@nestjs/common';
import { routes, type RouteInput } from '@parley/shared-types';
import { Endpoint, Input } from '../../common/endpoint.js';
import { AuditLog } from './audit-log.js';

@Controller()
export class AuditController {
  constructor(private readonly audit: AuditLog) {}

  @Endpoint(routes.adminAudit)
  page(@Input() query: RouteInput<typeof routes.adminAudit>) {
    return this.audit.page(query);
  }
}
