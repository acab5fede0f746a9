import { SetMetadata } from '@nestjs/common';

/** The metadata key of what needs no session. */
export const PUBLIC = 'parley:public';

/** Opens a controller to callers without a session. Everything else is closed. */
export const Public = () => SetMetadata(PUBLIC, true);
