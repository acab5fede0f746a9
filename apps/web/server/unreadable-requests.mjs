import { rawAnswer } from './protective-headers.mjs';

const STATUS = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: '413 Payload Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};

/** Answers what Node cannot read as HTTP, unless an answer has begun: more bytes would be taken for a part of it. */
export const answerUnreadable = (error, socket) => {
  if (socket.writable && !socket._httpMessage?.headersSent) {
    socket.write(rawAnswer(STATUS[error.code] ?? '400 Bad Request'));
  }
  socket.destroy();
};
