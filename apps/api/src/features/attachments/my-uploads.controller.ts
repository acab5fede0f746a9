import { Controller } from '@nestjs/common';
import { routes, type RouteInput } from '@parley/shared-types';
import { CurrentCaller, type Caller } from '../../common/caller.js';
import { Endpoint, Input } from '../../common/endpoint.js';
import { MyUploadsService } from './my-uploads.service.js';

@Controller()
export class MyUploadsController {
  constructor(private readonly uploads: MyUploadsService) {}

  @Endpoint(routes.uploadRules)
  rules() {
    return this.uploads.rules();
  }

  @Endpoint(routes.describeUpload)
  describe(
    @CurrentCaller() caller: Caller,
    @Input() { attachmentId, alt }: RouteInput<typeof routes.describeUpload>,
  ) {
    return this.uploads.describe(caller, attachmentId, alt);
  }

  @Endpoint(routes.removeUpload)
  remove(@CurrentCaller() caller: Caller, @Input() { attachmentId }: RouteInput<typeof routes.removeUpload>) {
    return this.uploads.remove(caller, attachmentId);
  }
}
