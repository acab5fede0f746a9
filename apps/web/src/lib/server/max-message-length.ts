import 'server-only';
import { MAX_MESSAGE_LENGTH } from '@parley/shared-types';

/** The operator's limit, read when the server runs. */
export const maxMessageLength = () => Number(process.env.MAX_MESSAGE_LENGTH) || MAX_MESSAGE_LENGTH;
