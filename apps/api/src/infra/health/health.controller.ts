import { Controller, Get, Header, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Bus } from '../bus/bus.js';
import { Database } from '../database/database.js';
import { Lifecycle } from '../lifecycle/lifecycle.js';
import { JobDispatch } from '../queue/job-dispatch.js';
import { Public } from '../../common/public.js';

type Check = 'up' | 'down';

/** For load balancers and supervisors: is the process alive, and may it be given work. */
@Controller()
@Public()
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly bus: Bus,
    private readonly jobs: JobDispatch,
    private readonly lifecycle: Lifecycle,
  ) {}

  @Get(['healthcheck', 'healthz'])
  @Header('Cache-Control', 'no-store')
  alive() {
    return { status: 'ok' };
  }

  @Get('readyz')
  @Header('Cache-Control', 'no-store')
  async ready(@Res({ passthrough: true }) response: Response) {
    const checks: Record<string, Check> = {
      database: (await this.database.isReachable()) ? 'up' : 'down',
      ...(this.bus.isShared && { redis: this.bus.isUp ? 'up' : 'down' }),
      ...(this.jobs.dependency && { [this.jobs.dependency]: this.jobs.isUp ? 'up' : 'down' }),
      node: this.lifecycle.isDraining ? 'down' : 'up',
    };
    const ready = Object.values(checks).every((check) => check === 'up');
    response.status(ready ? 200 : 503);
    // Nothing needs the replica: a node without it does all its work.
    const { replica } = this.database;
    return {
      status: ready ? 'ok' : this.lifecycle.isDraining ? 'draining' : 'down',
      checks: { ...checks, ...(replica && { replica: replica.state }) },
    };
  }
}
