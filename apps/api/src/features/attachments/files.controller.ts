import { Controller, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { CurrentCaller, type Caller } from '../../common/caller.js';
import { Endpoint, Input } from '../../common/endpoint.js';
import { fileRoutes } from '../../infra/http/file-routes.js';
import { sendBlob } from '../../infra/http/send-blob.js';
import { BlobStore } from '../../infra/storage/blob-store.js';
import type { ThumbnailSize } from './blob-keys.js';
import { FilesService, type Served } from './files.service.js';
import { Transfers } from './transfers.js';

@Controller()
export class FilesController {
  constructor(
    private readonly files: FilesService,
    private readonly store: BlobStore,
    private readonly transfers: Transfers,
  ) {}

  @Endpoint(fileRoutes.thumbnail)
  async thumbnail(
    @CurrentCaller() caller: Caller,
    @Input() { attachmentId, size }: { attachmentId: string; size: ThumbnailSize },
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.#send(await this.files.thumbnail(caller, attachmentId, size), request, response);
  }

  @Endpoint(fileRoutes.file)
  async file(
    @CurrentCaller() caller: Caller,
    @Input() { attachmentId }: { attachmentId: string },
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.#send(await this.files.file(caller, attachmentId), request, response);
  }

  async #send(served: Served, request: Request, response: Response): Promise<void> {
    if ('location' in served) response.set('Cache-Control', 'no-store').redirect(302, served.location);
    else await this.transfers.during(response, sendBlob(request, response, this.store, served));
  }
}
