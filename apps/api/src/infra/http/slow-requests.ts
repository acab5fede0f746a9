import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { isUpload } from './is-upload.js';

/** How long JSON may take to arrive. */
const BODY_MS = 60_000;
/** How long anything may: the largest file from somebody far away. That something comes all the time is asked there. */
const LONGEST_MS = 3_600_000;

/**
 * Ends requests that never end. Node has one limit for all of them, which would be too short for a file or too long for
 * the rest. To be called when all listeners are there: those of the sockets' handshakes come before this server's own.
 */
export function endSlowRequests(server: Server, bodyMs = BODY_MS): void {
  server.requestTimeout = LONGEST_MS;
  server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
    if (!hasBody(request) || isUpload(request)) return;
    const timer = setTimeout(() => {
      if (!request.complete) request.destroy();
    }, bodyMs);
    response.once('close', () => clearTimeout(timer));
  });
}

const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
