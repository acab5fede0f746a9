import { Controller } from '@nestjs/common';
import { routes, type RouteInput } from '@parley/shared-types';
import { CurrentActor, CurrentCaller, type Actor, type Caller } from '../../common/caller.js';
import { Endpoint, Input } from '../../common/endpoint.js';
import { ReportDeskService } from './report-desk.service.js';
import { ReportsService } from './reports.service.js';

@Controller()
export class ReportsController {
  constructor(
    private readonly reports: ReportsService,
    private readonly desk: ReportDeskService,
  ) {}

  @Endpoint(routes.reportMessage)
  reportMessage(
    @CurrentCaller() caller: Caller,
    @Input() { messageId, reason }: RouteInput<typeof routes.reportMessage>,
  ) {
    return this.reports.reportMessage(caller, messageId, reason);
  }

  @Endpoint(routes.reportUser)
  reportUser(
    @CurrentCaller() caller: Caller,
    @Input() { userId, reason }: RouteInput<typeof routes.reportUser>,
  ) {
    return this.reports.reportUser(caller, userId, reason);
  }

  @Endpoint(routes.adminReports)
  page(@Input() query: RouteInput<typeof routes.adminReports>) {
    return this.desk.page(query);
  }

  @Endpoint(routes.adminResolveReport)
  resolve(@CurrentActor() actor: Actor, @Input() { reportId }: RouteInput<typeof routes.adminResolveReport>) {
    return this.desk.resolve(actor, reportId);
  }
}
