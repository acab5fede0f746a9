import type { IncomingMessage } from 'node:http';
import { API_PREFIX } from '../../common/endpoint.js';
import { fileRoutes } from './file-routes.js';

const { method: METHOD, url } = fileRoutes.upload;
const PATH = API_PREFIX + url;

/** The one call that brings something else than JSON, and may take its time. */
export const isUpload = ({ method, url: given }: Pick<IncomingMessage, 'method' | 'url'>): boolean =>
  method === METHOD && given?.split('?', 1)[0] === PATH;
