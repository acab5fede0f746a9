import { createHash, timingSafeEqual } from 'node:crypto';
import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { unauthenticated } from '../../common/app-error.js';
import { Public } from '../../common/public.js';
import { ENV } from '../../config/config.module.js';
import type { Env } from '../../config/env.js';
import { Metrics } from './metrics.js';

/** For Prometheus; no session opens it, only `METRICS_TOKEN` where that is set. */
@Controller()
@Public()
export class MetricsController {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly metrics: Metrics,
  ) {}

  @Get('metrics')
  async text(@Req() request: Request, @Res() response: Response): Promise<void> {
    const { METRICS_TOKEN: token } = this.env;
    if (token !== undefined && !isSame(request.headers.authorization ?? '', `Bearer ${token}`)) {
      throw unauthenticated('This needs the METRICS_TOKEN of the server.');
    }

    const text = await this.metrics.text();

    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('Content-Type', this.metrics.contentType);
    response.end(text);
  }
}

/** Digests have one length, so that how long it takes says nothing of the token. */
const isSame = (given: string, wanted: string): boolean => timingSafeEqual(digest(given), digest(wanted));

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
