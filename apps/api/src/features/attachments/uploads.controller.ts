import { Controller, Req } from '@nestjs/common';
import type { Attachment } from '@parley/shared-types';
import type { Request } from 'express';
import { CurrentCaller, type Caller } from '../../common/caller.js';
import { Endpoint } from '../../common/endpoint.js';
import { fileRoutes } from '../../infra/http/file-routes.js';
import { receiveFile } from '../../infra/http/receive-file.js';
import { Transfers } from './transfers.js';
import { UploadsService } from './uploads.service.js';

const FIELDS = ['alt'];

@Controller()
export class UploadsController {
  constructor(
    private readonly uploads: UploadsService,
    private readonly transfers: Transfers,
  ) {}

  @Endpoint(fileRoutes.upload)
  upload(@CurrentCaller() caller: Caller, @Req() request: Request): Promise<Attachment> {
    const upload = this.uploads.upload(caller, (take) => receiveFile(request, FIELDS, take));
    return this.transfers.during(request, upload);
  }
}
