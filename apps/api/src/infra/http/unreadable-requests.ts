import type { ServerResponse, Server } from 'node:http';
import type { Socket } from 'node:net';
import { v7 as uuidv7 } from 'uuid';
import { AppError } from '../../common/app-error.js';
import { problemOf } from './problem.js';
import { rawAnswer } from './raw-answer.js';

const STATUS: Record<string, string> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: '413 Payload Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};

/** Answers what Node cannot read as HTTP and would answer itself, as a problem like any other. */
export function answerUnreadableRequests(server: Server): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    if (socket.writable && !hasBegun(socket)) socket.write(answerTo(error.code ?? ''));
    socket.destroy();
  });
}

/** In the middle of an answer, more bytes would be taken for a part of it. */
const hasBegun = (socket: Socket): boolean =>
  (socket as Socket & { _httpMessage?: ServerResponse | null })._httpMessage?.headersSent === true;

function answerTo(code: string): string {
  const status = STATUS[code] ?? '400 Bad Request';
  const refusal = new AppError('validation_failed', 'The request cannot be read.');
  const problem = { ...problemOf(refusal, uuidv7()), status: Number.parseInt(status, 10) };
  return rawAnswer(status, problem);
}
